/// Memory for the length of one call into C, freed together.
struct Arena: ~Copyable {
  private var blocks: [UnsafeMutableRawPointer] = []

  /// No memory yet.
  init() {}

  deinit {
    for block in blocks { block.deallocate() }
  }

  /// Room for a number of values, all the same at first.
  mutating func room<Value: BitwiseCopyable>(for count: Int, filledWith value: Value) -> UnsafeMutableBufferPointer<Value> {
    let buffer = UnsafeMutableBufferPointer<Value>.allocate(capacity: max(count, 1))
    buffer.initialize(repeating: value)
    blocks.append(UnsafeMutableRawPointer(buffer.baseAddress!))
    return UnsafeMutableBufferPointer(rebasing: buffer[..<count])
  }

  /// A copy of the values.
  mutating func copy<Value: BitwiseCopyable>(_ values: some Collection<Value>) -> UnsafePointer<Value> {
    let buffer = UnsafeMutableBufferPointer<Value>.allocate(capacity: max(values.count, 1))
    _ = buffer.initialize(from: values)
    blocks.append(UnsafeMutableRawPointer(buffer.baseAddress!))
    return UnsafePointer(buffer.baseAddress!)
  }
}
