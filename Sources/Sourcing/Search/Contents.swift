/// All contents a parcel of an order can have, numbered so that the number of a part and the number of what is left of
/// the whole add up to the number of the whole.
struct Contents {
  let count: Int
  /// How many (whole, part) pairs there are.
  let pairs: Int
  /// Grams, cubic centimetres and units of each content.
  private(set) var weight: [Int]
  private(set) var volume: [Int]
  private(set) var size: [Int]
  private let width: Int
  private var digits: [Int]
  private var partStart: [Int] = [0]
  private var partList: [Int] = []

  /// `nil` if there are more than `most` contents, or more than 64 parts to each on average.
  init?(_ instance: Instance, most: Int) {
    width = instance.width
    var count = 1
    var pairs = 1
    for item in instance.items {
      guard item.quantity < most, count * (item.quantity + 1) <= most else { return nil }
      count *= item.quantity + 1
      pairs *= (item.quantity + 1) * (item.quantity + 2) / 2
      guard pairs <= most * 64 else { return nil }
    }
    self.count = count
    self.pairs = pairs
    digits = [Int](repeating: 0, count: count * width)
    weight = [Int](repeating: 0, count: count)
    volume = weight
    size = weight
    partList.reserveCapacity(pairs)
    for content in 0..<count {
      var left = content
      var parts = [0]
      var stride = 1
      for item in 0..<width {
        let radix = instance.items[item].quantity + 1
        let units = left % radix
        left /= radix
        digits[content * width + item] = units
        weight[content] += units * instance.items[item].weight
        volume[content] += units * instance.items[item].volume
        size[content] += units
        if units > 0 {
          let known = parts
          for more in 1...units { parts += known.map { $0 + more * stride } }
        }
        stride *= radix
      }
      parts.removeFirst()
      partList += parts.sorted()
      partStart.append(partList.count)
    }
  }

  func units(of item: Int, in content: Int) -> Int { digits[content * width + item] }

  /// Units of each item.
  func units(in content: Int) -> [Int] { Array(digits[content * width..<(content + 1) * width]) }

  /// The contents in a content, itself included, the empty one not, ascending.
  func parts(of content: Int) -> ArraySlice<Int> { partList[partStart[content]..<partStart[content + 1]] }

  /// Whether a candidate has all units of a content.
  func fits(_ content: Int, _ candidate: Int, _ instance: Instance) -> Bool {
    for item in 0..<width where digits[content * width + item] > instance.available[candidate * width + item] { return false }
    return true
  }
}
