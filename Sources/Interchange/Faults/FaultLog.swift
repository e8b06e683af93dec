import Logistics

/// The faults of one file, shared by all who read a part of it.
final class FaultLog {
  var faults = FaultList()

  func add(at place: String, found: String, expected: String) {
    faults.add(at: place, found: found, expected: expected)
  }
}
