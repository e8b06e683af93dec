import ArgumentParser
import Logistics
import Promising

/// `lastmile holidays`: the national days off of a country in a year.
struct HolidaysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "holidays", abstract: "List the public holidays of a country in a year.",
    discussion:
      "Countries: \(Holidays.knownCountries.joined(separator: ", ")). Computed from the rules of the law, not from a list.")

  @Argument(help: "The country, by its ISO 3166 code of two letters.")
  var country: String

  @Argument(help: "The year.")
  var year: Int

  @Flag(help: "Print exactly one JSON object on standard output.")
  var json = false

  func run() throws {
    guard let holidays = Holidays(country: country) else {
      throw InvalidInput(
        "arguments",
        [
          Fault(
            at: "country", found: "\"\(country.prefix(40))\"",
            expected: "one of \(Holidays.knownCountries.joined(separator: ", "))")
        ], advice: "the code is written in capital letters, as CL.")
    }
    let days = try holidays.days(in: year)
    if json {
      try JSONOutput.print(
        Report(country: country, year: year, days: days.map { Report.Day(date: $0.date, name: $0.name, localName: $0.localName) })
      )
    } else {
      for day in days { print("\(day.date)  \(day.date.weekday.abbreviation)  \(day.localName) (\(day.name))") }
    }
  }

  private struct Report: Encodable {
    struct Day: Encodable {
      let date: LocalDate
      let name: String
      let localName: String
    }

    let country: String
    let year: Int
    let days: [Day]
  }
}
