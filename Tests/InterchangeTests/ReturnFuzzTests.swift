import Foundation
import Interchange
import Logistics
import Returns
import Testing

/// Damages cases and laws at random. What comes out is read or refused by its places; nothing traps, whatever is then asked of it.
@Suite struct ReturnFuzzTests {
  private let sample = #"""
    {"country":"CL","channel":"web","contract":"2026-03-02T10:00:00-03:00","delivered":"2026-03-06T16:20:00-03:00","informed":false,
     "orderDelivered":"2026-03-09T12:00:00-03:00","item":{"category":"apparel","price":29990,"condition":"new","durable":true,"opened":true},
     "commercialWarrantyMonths":12,"repairs":[{"from":"2026-05-02","to":"2026-05-20"},{"from":"2026-06-01"}],"replacements":["2026-07-01"],
     "defect":{"discovered":"2026-05-01","hidden":true,"reported":"2026-05-02"},"membership":"gold",
     "policy":[{"name":"Sixty days","memberships":["gold"],"returnDays":60,"returnUntil":"2026-08-01","returnFreight":"seller","warrantyMonths":24}]}
    """#

  private var rounds: Int { ProcessInfo.processInfo.environment["LASTMILE_FUZZ"].flatMap(Int.init).map { $0 * 60 } ?? 3000 }

  @Test func `a damaged case is read or refused by its places, and what is read is answered`() throws {
    var random = SeededNumbers(state: 1)
    var answered = 0
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("case.json")
    for _ in 0..<rounds {
      var bytes = Array(sample.utf8)
      FuzzTests.damage(&bytes, &random)
      try Data(bytes).write(to: file)
      do throws(InvalidInput) {
        let read = try PurchaseFile(contentsOf: file)
        for country in LawBook.known.countries {
          let rights = LawBook.known[country]!.rights(
            to: read.purchase, at: Instant(secondsSince1970: Int.random(in: 0...4_000_000_000, using: &random)),
            policy: read.policy)
          #expect(rights.all.allSatisfy { $0.isAvailable || $0.remedies.isEmpty })
        }
        answered += 1
      } catch {
        #expect(!error.faults.isEmpty && error.faults.allSatisfy { !$0.place.isEmpty }, "\(error)")
      }
    }
    #expect(answered > 0)
  }

  @Test func `a damaged law is read or refused by its places, and what is read is printed`() throws {
    var random = SeededNumbers(state: 2)
    var read = 0
    let whole = try LawBook.known.countries.map { try JSONEncoder().encode(LawDocument(LawBook.known[$0]!)) }
    for round in 0..<rounds {
      var bytes = Array(whole[round % whole.count])
      FuzzTests.damage(&bytes, &random)
      do throws(InvalidInput) {
        let law = try CountryLaw(data: Data(bytes), named: "law.json")
        let purchase = Purchase(
          country: law.country, setting: .distance, contract: Instant(secondsSince1970: 1_780_000_000),
          delivered: Instant(secondsSince1970: 1_780_200_000), isInformed: false)
        _ = law.rights(to: purchase, at: Instant(secondsSince1970: 1_781_000_000))
        read += 1
      } catch {
        #expect(!error.faults.isEmpty && error.faults.allSatisfy { !$0.place.isEmpty }, "\(error)")
      }
    }
    #expect(read > 0)
  }
}
