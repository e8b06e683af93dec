/// Memory that lives and dies together.
///
/// The search reads flat tables through plain pointers: no reference counting, no bounds check, no copy-on-write in its
/// loops. They all come from an arena that the search holds as long as it runs, so that no pointer outlives its table.
final class Arena {
  private var blocks: [UnsafeMutableRawPointer] = []

  /// A table of `count` equal values.
  func table<Value: BitwiseCopyable>(_ count: Int, of value: Value) -> UnsafeMutablePointer<Value> {
    let pointer = UnsafeMutablePointer<Value>.allocate(capacity: max(1, count))
    pointer.initialize(repeating: value, count: max(1, count))
    blocks.append(UnsafeMutableRawPointer(pointer))
    return pointer
  }

  /// A table of the values of a sequence.
  func table<Value: BitwiseCopyable>(_ values: [Value]) -> UnsafeMutablePointer<Value> {
    let pointer = UnsafeMutablePointer<Value>.allocate(capacity: max(1, values.count))
    pointer.initialize(from: values, count: values.count)
    blocks.append(UnsafeMutableRawPointer(pointer))
    return pointer
  }

  deinit {
    for block in blocks { block.deallocate() }
  }
}
