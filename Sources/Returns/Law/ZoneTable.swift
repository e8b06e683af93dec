import Logistics
import Synchronization

/// The zones that were asked for: making one takes milliseconds, and a law is asked often.
enum ZoneTable {
  private static let zones = Mutex<[String: Zone]>([:])

  static func zone(named name: String) -> Zone {
    if let known = zones.withLock({ $0[name] }) { return known }
    let zone = Zone(name) ?? .utc
    zones.withLock { $0[name] = zone }
    return zone
  }
}
