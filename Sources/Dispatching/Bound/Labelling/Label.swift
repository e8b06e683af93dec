/// A walk from one end of the day to a job, as far as what can follow depends on it.
struct Label {
  /// Its reduced cost so far in scaled units, the job's price included.
  var cost: Int
  /// When the service at the job begins; of a walk seen from the end of the day, the latest such moment with its sign turned.
  var time: Int
  /// What it takes of the scarcest dimension, the job included.
  var load: Int
  /// The bits of the jobs it remembers.
  var memory: UInt64
  /// Of which cuts it has one job that still waits for a second.
  var parity: CutSet
  /// Its number in the history of its side.
  var id: Int32
  /// Whether its ways have been gone.
  var isDone: Bool
}

/// What a label came from.
struct LabelOrigin {
  var from: Int32
  var job: Int32
}

/// The labels of one job in one bucket, cheapest first.
struct LabelList {
  private(set) var base: UnsafeMutablePointer<Label>?
  private(set) var count = 0
  private var capacity = 0

  @inline(__always)
  subscript(index: Int) -> Label {
    get { base.unsafelyUnwrapped[index] }
    nonmutating set { base.unsafelyUnwrapped[index] = newValue }
  }

  mutating func removeAll() { count = 0 }

  mutating func keep(_ left: Int) { count = left }

  /// Makes room at a position, those behind it moving by one.
  @inline(__always)
  mutating func insert(_ label: Label, at position: Int) {
    if count == capacity { grow() }
    let base = base.unsafelyUnwrapped
    if position < count { (base + position + 1).update(from: base + position, count: count - position) }
    base[position] = label
    count += 1
  }

  private mutating func grow() {
    let room = max(4, 2 * capacity)
    let new = UnsafeMutablePointer<Label>.allocate(capacity: room)
    if let base {
      new.update(from: base, count: count)
      base.deallocate()
    }
    base = new
    capacity = room
  }

  func free() { base?.deallocate() }
}
