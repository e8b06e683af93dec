extension LinearProgram {
  /// Everything that keeps the program from being written to a file.
  var fileFaults: [InvalidProgram.Fault] {
    var faults = faults
    func check(_ bounds: Bounds, _ place: @autoclosure () -> String) {
      for bound in [bounds.lower, bounds.upper] where bound.isFinite && abs(bound) >= FileNumber.infinity {
        faults.append(
          .init(place: place(), found: "bound \(bound)", expected: "less than 1e30 in size, which files take for infinite"))
      }
    }
    for index in columnBounds.indices { check(columnBounds[index], place(ofColumn: index)) }
    for index in rowBounds.indices { check(rowBounds[index], place(ofRow: index)) }
    return faults
  }
}
