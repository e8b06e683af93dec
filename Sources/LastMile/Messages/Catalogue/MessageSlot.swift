/// The name of something that fills a place in a text, as it stands in braces there.
enum MessageSlot: String, Hashable, CaseIterable {
  case amount, carrier, count, cutOff, day, days, from, holiday, last, moment, new, note, number, old, opens, order, parts,
    percent
  case period, placed, product, products, ready, remedies, rule, site, traits, until
}
