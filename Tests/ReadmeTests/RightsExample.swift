import Logistics
import Returns

func mayComeBack(_ delivered: Instant, at now: Instant) -> String {
  let dress = Purchase(
    country: "CL", setting: .distance, channel: .web, contract: delivered - .hours(90), delivered: delivered, category: "apparel",
    warrantyMonths: 12)
  let members = ShopPolicy.Rule(name: "Sixty days for members", memberships: ["gold"], returnDays: 60, returnFreight: .seller)
  let rights = LawBook.known["CL"]!.rights(to: dress, at: now, policy: ShopPolicy([members]))
  let withdrawal = rights.withdrawal
  guard withdrawal.isAvailable, let last = withdrawal.until else { return "no: \(withdrawal.reasons)" }
  return "until \(last), by \(withdrawal.basis); the way back: \(withdrawal.returnFreight)"
}
