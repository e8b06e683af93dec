private import Foundation
import Logistics

/// The moment of the June solstice, to the minute. The year is 1000 to 3000.
///
/// Jean Meeus, "Astronomical Algorithms", 2nd edition, chapter 27: the mean solstice of table 27.B and the 24 periodic terms of
/// table 27.C, right to less than a minute for 1951 to 2050. The difference of dynamical time and UTC is the polynomial of Espenak
/// and Meeus ("Five Millennium Canon of Solar Eclipses", 2006) for 2005 to 2050, and grows to about three minutes in 2100.
func juneSolstice(in year: Int) -> Instant {
  let y = Double(year - 2000) / 1000
  let mean = 2_451_716.56767 + y * (365_241.62603 + y * (0.00325 + y * (0.00888 - y * 0.00030)))
  let t = (mean - 2_451_545.0) / 36_525
  let w = (35_999.373 * t - 2.47) * .pi / 180
  let lambda = 1 + 0.0334 * cos(w) + 0.0007 * cos(2 * w)
  let sum = solsticeTerms.reduce(0.0) { $0 + $1.0 * cos(($1.1 + $1.2 * t) * .pi / 180) }
  let dynamical = mean + 0.00001 * sum / lambda

  let years = Double(year - 2000)
  let deltaT = 62.92 + 0.32217 * years + 0.005589 * years * years
  // 2,440,587.5 is the Julian date of 1970-01-01T00:00:00Z.
  return Instant(secondsSince1970: Int(((dynamical - 2_440_587.5) * 86_400 - deltaT).rounded()))
}

/// Table 27.C: amplitude, phase in degrees, degrees per Julian century.
private let solsticeTerms: [(Double, Double, Double)] = [
  (485, 324.96, 1934.136), (203, 337.23, 32964.467), (199, 342.08, 20.186), (182, 27.85, 445267.112),
  (156, 73.14, 45036.886), (136, 171.52, 22518.443), (77, 222.54, 65928.934), (74, 296.72, 3034.906),
  (70, 243.58, 9037.513), (58, 119.81, 33718.147), (52, 297.17, 150.678), (50, 21.02, 2281.226),
  (45, 247.54, 29929.562), (44, 325.15, 31555.956), (29, 60.93, 4443.417), (18, 155.12, 67555.328),
  (17, 288.79, 4562.452), (16, 198.04, 62894.029), (14, 199.76, 31436.921), (12, 95.39, 14577.848),
  (12, 287.11, 31931.756), (12, 320.81, 34777.259), (9, 227.73, 1222.114), (8, 15.45, 16859.074),
]
