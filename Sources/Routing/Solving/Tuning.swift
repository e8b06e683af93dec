import Foundation
enum Tuning {
  static let values: [Double] = (ProcessInfo.processInfo.environment["LM_P"] ?? "").split(separator: ",").map { Double($0)! }
  static func p(_ i: Int, _ d: Double) -> Double { i < values.count && values[i] > -99 ? values[i] : d }
  static let mode = ProcessInfo.processInfo.environment["LM_MODE"] ?? "both"
}
