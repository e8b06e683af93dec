import Inventory
import Logistics
import Returns

func eur(_ amount: Int) -> Money { Money(amount, .eur) }

/// An order of euros, drawn at random: lines, taxes, discounts, freight and payments of every kind.
func randomOrder(_ random: inout FlowGenerator, most: Int = 20_000) -> PaidOrder {
  func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  var lines: [PaidLine] = []
  for index in 0..<number(1...4) {
    let gross = number(0...3) == 0 ? number(0...9) : number(0...most)
    lines.append(
      PaidLine(ID("l\(index)"), quantity: number(1...9), gross: eur(gross), discount: eur(number(0...gross / 2))))
  }
  let net = lines.reduce(0) { $0 + $1.gross.amount - $1.discount.amount }
  let discount = number(0...2) == 0 ? number(0...net) : 0
  // The shares of the discount are known once there is an order; the tax is drawn from what is left.
  let bare = try! PaidOrder(
    "o", in: .eur, lines: lines, discount: eur(discount), tenders: [Tender("t", .cash, eur(net - discount))])
  lines = bare.lines.map { line in
    let tax = number(0...line.paid.amount)
    let first = number(0...tax)
    return PaidLine(
      line.id, quantity: line.quantity, gross: line.gross, discount: line.discount,
      taxes: [ContainedTax(rate: 700, eur(first)), ContainedTax(rate: 1900, eur(tax - first))])
  }
  let (standard, extra) = (number(0...900), number(0...900))
  let freight = PaidFreight(
    standard: eur(standard), extra: eur(extra), taxes: [ContainedTax(rate: 1900, eur((standard + extra) / 5))])
  var left = net - discount + standard + extra
  var tenders: [Tender] = []
  for (index, kind) in [Tender.Kind.points, .card, .giftCard, .card].enumerated() {
    let amount = index == 3 ? left : number(0...left)
    left -= amount
    tenders.append(Tender(ID("t\(index)"), kind, eur(amount), points: kind == .points ? amount * 7 : nil))
  }
  return try! PaidOrder("o", in: .eur, lines: lines, discount: eur(discount), freight: freight, tenders: tenders)
}

extension RefundOutcome {
  var refund: Refund? { if case .refunded(let refund) = self { refund } else { nil } }
  var refusals: [RefundRefusal] { if case .refused(let refusals) = self { refusals } else { [] } }
}
