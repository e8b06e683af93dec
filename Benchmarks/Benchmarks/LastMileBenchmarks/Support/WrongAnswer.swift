/// A benchmark got an answer that is not what it is meant to time: its figures would be those of something else.
struct WrongAnswer: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
