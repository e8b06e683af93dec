import Logistics

/// Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876 as Jean Meeus gives it ("Astronomical
/// Algorithms", 2nd edition, chapter 8: Meeus, Jones, Butcher). The year is 1583 to 9999 to be of meaning.
func easterSunday(in year: Int) -> LocalDate {
  let golden = year % 19
  let (century, yearOfCentury) = year.quotientAndRemainder(dividingBy: 100)
  let moonCorrection = (century - (century + 8) / 25 + 1) / 3
  let epact = (19 * golden + century - century / 4 - moonCorrection + 15) % 30
  let weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
  let correction = (golden + 11 * epact + 22 * weekday) / 451
  let sum = epact + weekday - 7 * correction + 114
  // The sum is 31 × month + day - 1, and the algorithm gives only days of March and April.
  return LocalDate(year: year, month: sum / 31, day: sum % 31 + 1)!
}
