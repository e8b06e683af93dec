import Foundation
import Interchange
import Returns
import Testing

/// Laws as files.
@Suite struct LawFileTests {
  @Test(arguments: LawBook.known.countries) func `a law that is printed is read back as it was`(country: String) throws {
    let law = try #require(LawBook.known[country])
    let text = try JSONEncoder().encode(LawDocument(law))
    #expect(try CountryLaw(data: text, named: "law.json") == law)
  }
}
