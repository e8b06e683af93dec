import Logistics

extension RefundLedger {
  /// What is kept of a refund: first what use took from the goods, then the way back, then fees in their order; together never
  /// more than the refund.
  func deductions(_ terms: RefundTerms, from entitled: Int, goods: Int) -> [Refund.Deduction] {
    var left = entitled
    var all: [Refund.Deduction] = []
    func add(_ kind: Refund.Deduction.Kind, _ wanted: Int, _ isAllowed: Bool) {
      guard wanted > 0 else { return }
      let amount = isAllowed ? min(wanted, left) : 0
      left -= amount
      all.append(Refund.Deduction(kind: kind, amount: money(amount), waived: money(wanted - amount)))
    }
    if let value = terms.diminishedValue { add(.diminishedValue, value.amount, terms.allowsDiminishedValue) }
    if let freight = terms.returnFreight, terms.returnFreightBearer == .consumer { add(.returnFreight, freight.amount, true) }
    for fee in terms.fees {
      let amount =
        switch fee.rate {
        case .fixed(let money): money.amount
        case .percent(let hundredths): share(goods, hundredths, of: 10_000)
        }
      add(.fee(fee.name), min(amount, fee.cap?.amount ?? amount), terms.allowsFees)
    }
    return all
  }
}
