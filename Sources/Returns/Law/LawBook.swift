/// The laws that are known, by country.
public struct LawBook: Hashable, Sendable {
  private var laws: [String: CountryLaw]

  /// A book of these laws; of two for one country the last holds.
  public init(_ laws: [CountryLaw]) {
    self.laws = Dictionary(laws.map { ($0.country, $0) }, uniquingKeysWith: { $1 })
  }

  /// What is known so far. Every statement says whether its text was read; none is legal advice.
  public static let known = LawBook([
    .argentina, .brazil, .chile, .colombia, .ecuador, .europeanUnion, .mexico, .peru, .spain, .unitedKingdom, .unitedStates,
    .uruguay,
  ])

  /// The codes of the countries in it, ascending.
  public var countries: [String] { laws.keys.sorted() }

  /// The law of a country, or `nil`.
  public subscript(_ country: String) -> CountryLaw? { laws[country] }

  /// The same with another law, in place of what it says of the same country.
  public func adding(_ law: CountryLaw) -> LawBook {
    var book = self
    book.laws[law.country] = law
    return book
  }
}
