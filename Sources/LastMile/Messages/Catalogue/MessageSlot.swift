/// The name of something that fills a place in a text, as it stands in braces there.
enum MessageSlot: String, Hashable, CaseIterable {
  case amount, count, cutOff, day, days, from, holiday, last, moment, new, old, opens, order, percent, placed, product, products
  case ready, site, until
}
