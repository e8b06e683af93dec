/// How far a way is and how long it takes.
package struct StreetWay: BitwiseCopyable, Sendable {
  package let metres: Int32
  package let seconds: Int32
}
