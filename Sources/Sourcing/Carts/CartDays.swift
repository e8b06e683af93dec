/// The days on which parcels are at the door, from each node by each service: a byte each, eight services to a number.
package struct CartDays: Sendable {
  /// No day.
  package static let never = Int32.max
  /// The byte of no day; later days are before it.
  static let none: UInt8 = 127

  /// The first of all days, as a day number.
  let first: Int32
  /// How many numbers a node has.
  let chunks: Int
  private(set) var words: [UInt64]
  /// Whether every day is near enough to the first to be told.
  private(set) var isTold = true

  /// Days by node and service, as day numbers, or ``never``.
  package init(nodes: Int, services: Int, day: (Int, Int) -> Int32) {
    chunks = (services + 7) / 8
    words = [UInt64](repeating: Self.packed(Self.none), count: nodes * chunks)
    var first = Self.never
    for node in 0..<nodes { for service in 0..<services { first = min(first, day(node, service)) } }
    self.first = first
    for node in 0..<nodes { for service in 0..<services { set(node, service, to: day(node, service)) } }
  }

  private init(first: Int32, chunks: Int, words: [UInt64], isTold: Bool) {
    (self.first, self.chunks, self.words, self.isTold) = (first, chunks, words, isTold)
  }

  /// Of days that are told for all nodes in one band after the other, those of each node in its band; none for a node in no band, which
  /// is below zero.
  ///
  /// Nothing generic: it is called from another module for every cart.
  package func inBands(_ bands: [Int16]) -> CartDays {
    let told = words
    let words = [UInt64](unsafeUninitializedCapacity: bands.count * chunks) { rows, end in
      told.withUnsafeBufferPointer { told in
        for node in bands.indices {
          let row = Int(bands[node]) &* bands.count &+ node
          for chunk in 0..<chunks {
            rows[end] = bands[node] < 0 ? Self.packed(Self.none) : told[row &* chunks &+ chunk]
            end += 1
          }
        }
      }
    }
    return CartDays(first: first, chunks: chunks, words: words, isTold: isTold)
  }

  subscript(node: Int, service: Int) -> Int32 {
    let byte = byte(node, service)
    return byte == Self.none ? Self.never : first + Int32(byte)
  }

  /// A day since the first, or ``none``.
  @inline(__always)
  func byte(_ node: Int, _ service: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: words[node &* chunks &+ service / 8] >> UInt64(truncatingIfNeeded: service % 8 * 8))
  }

  mutating func set(_ node: Int, _ service: Int, to day: Int32) {
    var byte = Self.none
    if day != Self.never {
      let offset = Int(day) - Int(first)
      if 0..<Int(Self.none) ~= offset { byte = UInt8(offset) } else { isTold = false }
    }
    let (word, shift) = (node * chunks + service / 8, UInt64(service % 8 * 8))
    words[word] = words[word] & ~(0xFF << shift) | UInt64(byte) << shift
  }

  /// The services by which a node is at the door by a day since the first, a bit each.
  func services(_ node: Int, by offset: UInt8) -> UInt64 {
    let last = Self.packed(min(offset, Self.none - 1))
    var services: UInt64 = 0
    for chunk in 0..<chunks {
      services |= Self.within(words[node * chunks + chunk], last) << UInt64(truncatingIfNeeded: 8 * chunk)
    }
    return services
  }

  /// Whether a node is at the door by each service on a day or after it.
  @inline(__always)
  func isNoSooner(_ node: Int, than days: UnsafePointer<UInt64>) -> Bool {
    for chunk in 0..<chunks {
      let late = (words[node &* chunks &+ chunk] | Self.highBits) &- days[chunk]
      guard late & Self.highBits == Self.highBits else { return false }
    }
    return true
  }

  private static var highBits: UInt64 { 0x8080_8080_8080_8080 }

  /// A byte eight times.
  private static func packed(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// Which of eight days are not after a day, a bit each: all of seven bits, one to a byte, so that no byte borrows from the next.
  @inline(__always)
  private static func within(_ days: UInt64, _ day: UInt64) -> UInt64 {
    let some = ((day | highBits) &- days) & highBits
    return ((some >> 7) &* 0x0102_0408_1020_4080) >> 56
  }
}
