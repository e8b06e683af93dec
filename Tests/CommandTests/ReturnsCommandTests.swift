import Foundation
import Testing

/// `lastmile returns` and `lastmile law`.
@Suite struct ReturnsCommandTests {
  /// A case with what is to be answered, of datasets/returns: worked out from the facts of the laws with another calendar library.
  struct Case: CustomTestStringConvertible, @unchecked Sendable {
    let name: String
    let at: String
    let text: String
    let expected: [String: Any]

    var testDescription: String { name }

    static let all: [Case] = {
      let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      let text = try? String(contentsOf: root.appending(path: "datasets/returns/cases.jsonl"), encoding: .utf8)
      return (text ?? "").split(separator: "\n").compactMap { line in
        guard let json = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
          let name = json["name"] as? String, let at = json["at"] as? String, let expected = json["expect"] as? [String: Any],
          let item = json["case"], let data = try? JSONSerialization.data(withJSONObject: item)
        else { return nil }
        return Case(name: name, at: at, text: String(decoding: data, as: UTF8.self), expected: expected)
      }
    }()
  }

  private func returns(_ text: String, _ arguments: [String]) throws -> Command.Outcome {
    try TemporaryFolder.with(["case.json": text]) { folder in
      try Command.run(["returns", folder.appendingPathComponent("case.json").path] + arguments)
    }
  }

  @Test(arguments: Case.all) func `a case is answered by the law of its country, the day before, on the last day and after`(
    item: Case
  ) throws {
    let outcome = try returns(item.text, ["--at", item.at, "--json"])
    let json = try #require(outcome.json, "\(outcome.errors)")
    let rights = try #require(json["rights"] as? [[String: Any]])
    #expect(rights.map { $0["right"] as? String } == ["withdrawal", "legalGuarantee", "commercialWarranty"])
    let right = try #require(rights.first { $0["right"] as? String == item.expected["right"] as? String })
    for (key, value) in item.expected {
      #expect((right[key] as? NSObject) == (value as? NSObject), "\(key): \(right[key] ?? "nothing")")
    }
    let open = rights.contains { $0["available"] as? Bool == true }
    #expect(outcome.status == (open ? 0 : 1) && outcome.errors.isEmpty)
  }

  @Test func `there are cases for all countries that are known`() throws {
    let texts = Case.all.map(\.text)
    #expect(texts.count >= 150)
    for country in ["AR", "BR", "CL", "CO", "EC", "ES", "EU", "GB", "MX", "PE", "US", "UY"] {
      #expect(texts.contains { $0.contains("\"country\":\"\(country)\"") }, "\(country)")
    }
  }

  private let sound = #"""
    {"country":"CL","channel":"web","contract":"2026-03-02T10:00:00-03:00","delivered":"2026-03-06T16:20:00-03:00","informed":true,
     "item":{"category":"apparel","price":29990,"quantity":1,"condition":"new","durable":true,"digital":false,"opened":false,
             "madeToOrder":false,"perishable":false,"hygiene":false},
     "commercialWarrantyMonths":12,"repairs":[{"from":"2026-05-02","to":"2026-05-20"}]}
    """#

  @Test func `an answer names its law, what was not looked up, and why`() throws {
    let outcome = try returns(sound, ["--at", "2026-03-06T17:00:00-03:00", "--json"])
    let rights = try #require(outcome.json?["rights"] as? [[String: Any]])
    #expect(outcome.output.split(separator: "\n").count == 1)
    #expect(rights[0]["basis"] as? String == "Ley 19.496 art. 3 bis" && rights[0]["verified"] as? Bool == true)
    #expect(rights[0]["refundBy"] as? String == "2026-04-20")
    #expect((rights[0]["unverified"] as? [String])?.contains("refundBy") == true)
    for right in rights { #expect((right["reason"] as? String)?.isEmpty == false) }
    let table = try returns(sound, ["--at", "2026-03-06T17:00:00-03:00"]).output
    #expect(table.contains("2026-03-16") && table.contains("not verified: outboundFreight, refundBy, returnFreight"))
  }

  @Test func `all faults of a case are told at once, each with its place and value`() throws {
    let outcome = try returns(
      #"""
      {"country":"XX","channel":"fax","contract":"yesterday","delivered":"2026-03-06","informed":"yes","item":{"durable":1,"colour":"red",
      "condition":"broken"},"repairs":[{"from":"2026-05-20","to":"2026-05-02"}],"policy":[{"returnDays":-1}],"surprise":1}
      """#, ["--json"])
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    for place in [
      "$.country: \"XX\"", "$.channel: \"fax\"", "$.contract: \"yesterday\"", "$.delivered: \"2026-03-06\"",
      "$.informed: \"yes\"",
      "$.item.durable: 1", "$.item.colour", "$.item.condition: \"broken\"", "$.repairs[0].to: \"2026-05-02\"",
      "$.policy[0].returnDays: -1", "$.policy[0].name", "$.surprise",
    ] { #expect(outcome.errors.contains(place), "\(place)") }
    #expect(outcome.errors.split(separator: "\n").last?.hasPrefix("Maybe") == true)
  }

  @Test func `goods may come before their contract, but repairs not before the delivery`() throws {
    let early = sound.replacing("2026-03-02T10:00:00", with: "2026-03-09T10:00:00")
    #expect(try returns(early, ["--at", "2026-03-10T10:00:00-03:00"]).status == 0)
    let outcome = try returns(early.replacing("2026-05-02", with: "2026-03-01"), [])
    #expect(outcome.status == 2 && outcome.errors.contains("$.repairs[0].from: "))
  }

  @Test func `a country is added by a file, in the form in which others are printed`() throws {
    let chile = try Command.run(["law", "CL", "--json"])
    #expect(chile.status == 0)
    let other = chile.output.replacing("\"country\":\"CL\"", with: "\"country\":\"XL\"").replacing(
      "{\"days\":10}", with: "{\"days\":11}")
    try TemporaryFolder.with([
      "law.json": other, "case.json": sound.replacing("\"country\":\"CL\"", with: "\"country\":\"XL\""),
    ]) { folder in
      let outcome = try Command.run([
        "returns", folder.appending(path: "case.json").path, "--law", folder.appending(path: "law.json").path, "--at",
        "2026-03-17T12:00:00-03:00", "--json",
      ])
      let rights = try #require(outcome.json?["rights"] as? [[String: Any]], "\(outcome.errors)")
      #expect(rights[0]["until"] as? String == "2026-03-17" && rights[0]["available"] as? Bool == true)
    }
    #expect(try Command.run(["law", "XX"]).status == 2)
  }

  @Test func `a law with faults is refused, each with its place`() throws {
    let broken = #"""
      {"country":"xl","zone":"Mars/Base","holidays":"XX","weekend":["so"],"withdrawal":[{"basis":"x","periods":{"moon":{"value":{"days":1},
      "verified":true},"distance":{"value":{"weeks":2},"verified":true}},"start":{"value":"sometime","verified":true},
      "returnFreight":{"value":"consumer"},"outboundFreight":{"value":"all","verified":true},"refund":{"value":"soon","verified":true},
      "exclusions":[{"traits":[],"verified":true}]}],"guarantee":[{"terms":[{"goods":"all","period":{"value":null,"verified":true}}],
      "ladder":[{"moment":"later","remedies":{"value":["cake"],"verified":true}}]}]}
      """#
    try TemporaryFolder.with(["law.json": broken, "case.json": sound]) { folder in
      let outcome = try Command.run([
        "returns", folder.appending(path: "case.json").path, "--law", folder.appending(path: "law.json").path,
      ])
      #expect(outcome.status == 2)
      for place in [
        "$.country", "$.zone", "$.holidays", "$.weekend[0]", "$.withdrawal[0].periods.moon",
        "$.withdrawal[0].periods.distance.value",
        "$.withdrawal[0].start.value", "$.withdrawal[0].returnFreight.verified", "$.withdrawal[0].refund.value",
        "$.withdrawal[0].exclusions[0].traits", "$.guarantee[0].basis", "$.guarantee[0].terms[0].goods",
        "$.guarantee[0].ladder[0].moment", "$.guarantee[0].ladder[0].remedies.value[0]",
      ] { #expect(outcome.errors.contains(place), "\(place)") }
    }
  }
}
