import Logistics
import Testing

@testable import Travel

@Suite struct ComputedTravelTests {
  private var random = Xorshift(seed: 11)

  // MARK: Entries

  static let planes: [(name: String, rule: PlaneRule, expected: @Sendable (Double) -> Double)] = [
    ("nearest", PlaneRule(factor: 1, addend: 0.5), { ($0 + 0.5).rounded(.down) }),
    ("up", PlaneRule(factor: 1, addend: 0.5, roundsUpFirst: true), { ($0.rounded(.up) + 0.5).rounded(.down) }),
    ("tenths cut off", PlaneRule(factor: 10, addend: 1e-9), { (10 * $0 + 1e-9).rounded(.down) }),
    ("thousandths", PlaneRule(factor: 1000, addend: 0.5), { (1000 * $0 + 0.5).rounded(.down) }),
  ]

  @Test(arguments: planes.indices, [1.0, 1000, 700_000])
  func `ways of the plane are the same, computed or in tables, and follow the formula`(rule: Int, width: Double) throws {
    var random = random
    let (_, rule, expected) = Self.planes[rule]
    let plane = (0..<60).map { index in
      let isWhole = index.isMultiple(of: 3)
      let pair = (x: Double.random(in: -width...width, using: &random), y: Double.random(in: -width...width, using: &random))
      return isWhole ? (x: pair.x.rounded(), y: pair.y.rounded()) : pair
    }
    let points = plane.map { TravelPoint(x: $0.x, y: $0.y) }
    guard let travel = PointTravel(points, .plane(rule)) else {
      #expect(width * rule.factor > 3e8)
      return
    }
    expectSame(TravelMatrix(computing: travel), try #require(TravelMatrix(between: points, in: rule))) { from, to in
      let (dx, dy) = (plane[from].x - plane[to].x, plane[from].y - plane[to].y)
      let way = Int(expected((dx * dx + dy * dy).squareRoot()))
      return (way, way)
    }
  }

  static let streets = [
    StreetModel(), StreetModel(streetMetresPerKilometre: 1000, metresPerHour: 200_000),
    StreetModel(streetMetresPerKilometre: 10_000, metresPerHour: 1000, approach: .seconds(3600)),
  ]

  @Test(arguments: streets.indices, [1.0, 0.7])
  func `ways between coordinates are the same, computed or in tables, and follow the formula`(model: Int, speed: Double) throws {
    var random = random
    let model = Self.streets[model]
    let coordinates = earth(70, &random)
    let points = coordinates.map(TravelPoint.init)
    for price in [nil, WayPrice(perMetre: 0, perSecond: 1), WayPrice(perMetre: 1, perSecond: 0)] {
      let rule = StreetRule(streets: model, speed: speed, price: price)
      guard let travel = PointTravel(points, .streets(rule)) else {
        #expect(speed < 1 && model.metresPerHour == 1000)
        continue
      }
      let tables = try #require(TravelMatrix(between: coordinates, streets: model, speed: speed, price: price))
      expectSame(TravelMatrix(computing: travel), tables) { from, to in
        let circle = coordinates[from].greatCircleMetres(to: coordinates[to])
        let metres = Int((circle * Double(model.streetMetresPerKilometre) / 1000).rounded())
        let hours = (metres * 3600 + model.metresPerHour - 1) / model.metresPerHour
        let seconds = Int((Double(metres == 0 ? 0 : hours + model.approach.seconds) / speed).rounded())
        return (price == WayPrice(perMetre: 0, perSecond: 1) ? seconds : metres, seconds)
      }
    }
  }

  @Test func `more points than tables are made for are kept as points`() throws {
    var random = random
    let coordinates = earth(TravelMatrix.mostTabulated + 1, &random)
    let travel = TravelMatrix(between: coordinates)
    #expect(!travel.isTabulated && !travel.addingNowhere().isTabulated)
    let places = (0..<50).map { _ in Int.random(in: 0..<travel.count, using: &random) }
    let part = travel.restricted(to: places)
    #expect(part.isTabulated)
    #expect(part.metres == TravelMatrix(between: places.map { coordinates[$0] }).metres)
    let circle = coordinates[7].greatCircleMetres(to: coordinates[3000])
    #expect(travel.distance(from: 7, to: 3000).metres == Int((circle * 1.3).rounded()))
  }

  @Test func `parts of a matrix and places added to it are the same, computed or in tables`() throws {
    var random = random
    let travel = PointTravel(earth(40, &random).map(TravelPoint.init), .streets(StreetRule(streets: StreetModel())))
    let computed = TravelMatrix(computing: try #require(travel))
    let tables = computed.tabulated()
    #expect(tables.isTabulated && !computed.isTabulated)
    expectSame(computed.addingNowhere().addingNowhere(), tables.addingNowhere().addingNowhere())
    let places = (0..<30).map { _ in Int.random(in: 0...40, using: &random) }
    expectSame(computed.addingNowhere().restricted(to: places), tables.addingNowhere().restricted(to: places))
  }

  // MARK: The longest

  @Test func `points too far apart are refused, by the box around them`() {
    let near = [TravelPoint(x: 0, y: 0), TravelPoint(x: Double(TravelMatrix.longest) - 3, y: 0)]
    let far = [TravelPoint(x: 0, y: 0), TravelPoint(x: Double(TravelMatrix.longest) - 2, y: 0)]
    let rule = PlaneRule(factor: 1, addend: 0.5)
    #expect(TravelMatrix(between: near, in: rule)?.longestDistance == Distance(TravelMatrix.longest - 3))
    #expect(TravelMatrix(between: far, in: rule) == nil)
    for extreme in [1e18, 1e160, .greatestFiniteMagnitude] {
      #expect(TravelMatrix(between: [TravelPoint(x: -extreme, y: 0), TravelPoint(x: extreme, y: 0)], in: rule) == nil)
    }
    #expect(TravelMatrix(between: [], in: rule)?.longestDistance == .zero)
  }

  @Test(arguments: [true, false])
  func `the longest way is found without looking at all`(onEarth: Bool) throws {
    var random = random
    for _ in 0..<30 {
      let count = Int.random(in: 1...80, using: &random)
      let points = onEarth ? earth(count, &random).map(TravelPoint.init) : plane(count, &random)
      let rule: PointTravel.Rule =
        onEarth ? .streets(StreetRule(streets: StreetModel())) : .plane(PlaneRule(factor: 1, addend: 0.5))
      let travel = TravelMatrix(computing: try #require(PointTravel(points, rule)))
      #expect(travel.longestDistance.metres == Int(travel.metres.max() ?? 0))
    }
  }

  @Test func `a price at which the longest way just fits is taken, one more is not`() throws {
    var random = random
    for _ in 0..<8 {
      let coordinates = earth(50, &random)
      let longest = TravelMatrix(between: coordinates).longestDistance.metres
      let dearest = TravelMatrix.longest / longest
      let fitting = TravelMatrix(between: coordinates, speed: 1, price: WayPrice(perMetre: dearest, perSecond: 0))
      #expect(fitting?.longestDistance.metres == dearest * longest)
      #expect(TravelMatrix(between: coordinates, speed: 1, price: WayPrice(perMetre: dearest + 1, perSecond: 0)) == nil)
    }
  }

  // MARK: -

  private func expectSame(
    _ computed: TravelMatrix, _ tables: TravelMatrix, _ expected: ((Int, Int) -> (metres: Int, seconds: Int))? = nil
  ) {
    #expect(computed.count == tables.count && computed.sharesTables == tables.sharesTables)
    #expect(computed.metres == tables.metres && computed.seconds == tables.seconds)
    for from in 0..<computed.count {
      for to in 0..<computed.count {
        let (metres, seconds) = (computed.distance(from: from, to: to), computed.duration(from: from, to: to))
        let isSame = metres == tables.distance(from: from, to: to) && seconds == tables.duration(from: from, to: to)
        let way = expected?(from, to) ?? (metres.metres, seconds.seconds)
        if !isSame || way != (metres.metres, seconds.seconds) {
          Issue.record("from \(from) to \(to): \(metres) and \(seconds), expected \(way)")
          return
        }
      }
    }
  }
}
