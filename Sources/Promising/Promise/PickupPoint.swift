/// A place to which parcels are brought and where customers fetch them.
package struct PickupPoint: Hashable, Sendable {
  /// The name shown to people, in the reasons of a promise.
  package let name: String
  /// When customers can come, on the clock of the service's area.
  package let hours: WorkingCalendar

  package init(name: String, hours: WorkingCalendar) {
    self.name = name
    self.hours = hours
  }
}
