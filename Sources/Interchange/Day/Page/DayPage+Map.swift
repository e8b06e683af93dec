extension DayPage {
  /// The map beside the list of the vehicles that drive.
  var map: Markup {
    let frame = frame
    return section(
      "map", "Map",
      note: """
        Straight lines from stop to stop, thin ones from and to the node. Choose a vehicle here or in the list to see it \
        alone; once the map is clicked, the wheel zooms.
        """,
      """
      <div class="split">
      <div class="map-box">
      \(drawing(frame))
      <div class="zoom" hidden><button type="button" data-zoom="in" aria-label="Zoom in">+</button>\
      <button type="button" data-zoom="out" aria-label="Zoom out">−</button>\
      <button type="button" data-zoom="fit" aria-label="Show everything">⤢</button></div>
      <ul class="legend">
      <li><svg viewBox="0 0 14 14" aria-hidden="true"><circle cx="7" cy="7" r="4" class="key-dot"/></svg>delivery</li>
      <li><svg viewBox="0 0 14 14" aria-hidden="true"><path class="key-box" d="M3 3h8v8H3z"/></svg>return to fetch</li>
      <li><svg viewBox="0 0 14 14" aria-hidden="true"><path class="key-hollow" d="M2 2h10v10H2z"/>\
      <circle cx="7" cy="7" r="3" class="key-dot"/></svg>delivery and return in one visit</li>
      <li><svg viewBox="0 0 14 14" aria-hidden="true"><path class="key-cross" d="M3 3l8 8M11 3l-8 8"/></svg>left out</li>
      <li><svg viewBox="-7 -7 14 14" aria-hidden="true">\(Self.houseMark)</svg>node with vehicles</li>
      <li><svg viewBox="-7 -7 14 14" aria-hidden="true">\(Self.shopMark)</svg>other node</li>
      \(outside(frame))
      </ul>
      </div>
      <div class="vehicles" role="group" aria-label="Vehicles">
      \(vehicleList)
      </div>
      </div>
      """)
  }

  static let houseMark: Markup = "<path class=\"house\" d=\"M-6 6v-7l6-6 6 6v7z\"/>"
  static let shopMark: Markup = "<circle class=\"shop\" r=\"3.5\"/>"

  /// Nodes from which a vehicle drives.
  private var drivingNodes: Set<String> { Set(routes.map(\.node)) }

  /// How much of the stops, at each edge, may lie outside the first picture: a few far ones would make it useless.
  private static let farShare = 0.04

  private var stopPlaces: [(latitude: Double, longitude: Double)] {
    routes.flatMap(\.stops).map { ($0.latitude, $0.longitude) } + report.leftOut.map { ($0.latitude, $0.longitude) }
  }

  /// What must be in the picture at first: nearly all stops and the nodes that vehicles leave from.
  private var seen: [(latitude: Double, longitude: Double)] {
    let homes = report.nodes.filter { drivingNodes.contains($0.id) }.map { ($0.latitude, $0.longitude) }
    let stops = stopPlaces
    guard !stops.isEmpty else { return report.nodes.map { ($0.latitude, $0.longitude) } }
    let latitudes = stops.map(\.latitude).sorted()
    let longitudes = stops.map(\.longitude).sorted()
    let far = Int(Double(stops.count) * Self.farShare)
    let last = stops.count - 1 - far
    return homes + [(latitudes[far], longitudes[far]), (latitudes[last], longitudes[last])]
  }

  /// The corners of everything on the drawing: left, top, right, bottom.
  private func extent(_ frame: MapFrame) -> [Double] {
    let places = (stopPlaces + report.nodes.map { ($0.latitude, $0.longitude) }).map { frame.place($0.latitude, $0.longitude) }
    return [places.map(\.x).min(), places.map(\.y).min(), places.map(\.x).max(), places.map(\.y).max()].map { $0 ?? 0 }
  }

  private func outside(_ frame: MapFrame) -> Markup {
    let far = stopPlaces.count { stop in
      let place = frame.place(stop.latitude, stop.longitude)
      return !(0...MapFrame.width).contains(place.x) || !(0...MapFrame.height).contains(place.y)
    }
    return far == 0 ? "" : "<li class=\"far\">\(format.count(far, "stop")) farther out: ⤢ shows everything</li>"
  }

  /// The frame of the drawing.
  var frame: MapFrame { MapFrame(seen) }

  private func drawing(_ frame: MapFrame) -> Markup {
    let summary = report.summary
    return """
      <svg id="chart" role="img" tabindex="0" viewBox="0 0 \(Int(MapFrame.width)) \(Int(MapFrame.height))" \
      data-metres="\(Markup(raw: String(frame.metresPerUnit)))" \
      data-extent="\(extent(frame).map { "\($0.tenths) " as Markup })" \
      aria-label="Map of \(format.count(summary.vehicles, "route")), \(format.count(summary.assigned, "stop")) and \
      \(format.count(summary.unserved, "stop")) left out">
      <g class="routes">\(routes.indices.map { line($0, frame) })</g>
      <g class="stops">\(routes.indices.map { dots($0, frame) })</g>
      <g class="lost">\(report.leftOut.map { cross($0, frame) })</g>
      <g class="order"></g>
      <g class="nodes">\(nodeMarks(frame))</g>
      \(scaleBar(frame))
      </svg>
      """
  }

  private func line(_ index: Int, _ frame: MapFrame) -> Markup {
    let route = routes[index]
    guard let home = nodes[route.node].map({ frame.place($0.latitude, $0.longitude) }), !route.stops.isEmpty else { return "" }
    let places = route.stops.map { frame.place($0.latitude, $0.longitude) }
    let tour = path(places)
    let ways = path([home, places[0]]) + path([places[places.count - 1], home])
    return """
      <g class="route \(look(index))" data-v="\(index)"><title>\(route.vehicle)</title>\
      <path class="way" d="\(ways)"/><path class="case" d="\(tour)"/><path class="tour" d="\(tour)"/>\
      <path class="hit" d="\(tour)"/></g>

      """
  }

  private func path(_ places: [(x: Double, y: Double)]) -> Markup {
    places.enumerated().map { "\($0.offset == 0 ? "M" : "L")\($0.element.x.tenths) \($0.element.y.tenths)" as Markup }.joined()
  }

  /// Dots that keep their size at every zoom: lines of no length with round or square ends, the rims below in one path.
  private func dots(_ index: Int, _ frame: MapFrame) -> Markup {
    var rims: [String: Markup] = [:]
    let dots: [Markup] = routes[index].stops.enumerated().map { number, stop in
      let place = frame.place(stop.latitude, stop.longitude)
      let kind = ["delivery": "drop", "pickup": "back"][stop.kind] ?? "both"
      let dot: Markup = "M\(place.x.tenths) \(place.y.tenths)h0"
      rims[kind, default: ""] += dot
      return """
        <path class="dot \(kind)" d="\(dot)"><title>\(routes[index].vehicle), stop \(number + 1): \(stop.id), \
        \(Self.tasks[stop.kind] ?? stop.kind)\(others(stop.id, stop.returns)), \(format.clock(stop.begin)) (\(format.span(stop.windowOpens, stop.windowCloses)))</title></path>
        """
    }
    // A hollow box around the dot where goods change hands both ways.
    if let both = rims["both"] { rims["both inner"] = both }
    let below: [Markup] = rims.sorted { $0.key < $1.key }.map { "<path class=\"rim \($0.key)\" d=\"\($0.value)\"/>" }
    return "<g class=\"\(look(index))\" data-v=\"\(index)\">\(below)\(dots)</g>\n"
  }

  private func cross(_ left: LeftOutReport, _ frame: MapFrame) -> Markup {
    let place = frame.place(left.latitude, left.longitude)
    return """
      <g class="fix" data-x="\(place.x.tenths)" data-y="\(place.y.tenths)" \
      transform="translate(\(place.x.tenths) \(place.y.tenths))"><path d="M-4-4l8 8M4-4l-8 8"/>\
      <title>\(left.id) left out: \(left.reason)</title></g>

      """
  }

  private func nodeMarks(_ frame: MapFrame) -> Markup {
    // Names of nodes with vehicles find their place first.
    let sorted = report.nodes.filter { drivingNodes.contains($0.id) } + report.nodes.filter { !drivingNodes.contains($0.id) }
    let marks = sorted.map { node in
      let place = frame.place(node.latitude, node.longitude)
      return MapLabels.Mark(x: place.x, y: place.y, name: String(node.name.dropFirst(common(node.name))))
    }
    let drawn: [Markup] = zip(sorted, zip(marks, MapLabels.place(marks))).map { node, label in
      let (mark, spot) = label
      let hidden: Markup = spot == nil ? " hidden" : ""
      let shown = spot ?? MapLabels.spots[0]
      return """
        <g class="fix" data-x="\(mark.x.tenths)" data-y="\(mark.y.tenths)" \
        transform="translate(\(mark.x.tenths) \(mark.y.tenths))">\
        \(drivingNodes.contains(node.id) ? Self.houseMark : Self.shopMark)\
        <text\(hidden) x="\(shown.dx.tenths)" y="\(shown.dy.tenths)" text-anchor="\(shown.anchor)">\(mark.name)</text>\
        <title>\(node.name): \(format.count(node.parcels, "parcel"))</title></g>

        """
    }
    return drawn.joined()
  }

  /// How many letters of a name say nothing on the map: the first word with its space, if most names begin with it.
  private func common(_ name: String) -> Int {
    guard let space = name.firstIndex(of: " ") else { return 0 }
    let word = name[...space]
    let sharing = report.nodes.count { $0.name.hasPrefix(word) && $0.name.count > word.count }
    return sharing > 2 && 2 * sharing > report.nodes.count && name.count > word.count ? word.count : 0
  }

  private func scaleBar(_ frame: MapFrame) -> Markup {
    let metres = Self.roundLength(upTo: 140 * frame.metresPerUnit)
    let length = Double(metres) / frame.metresPerUnit
    return """
      <g class="scale fix" data-x="16" data-y="\(Int(MapFrame.height) - 16)" \
      transform="translate(16 \(Int(MapFrame.height) - 16))">\
      <path d="M0-5V0H\(length.tenths)V-5"/><text x="\((length / 2).tenths)" y="-8" text-anchor="middle">\
      \(metres < 1000 ? "\(metres) m" : "\(metres / 1000) km")</text></g>
      """
  }

  /// The longest of 1, 2 and 5 times a power of ten metres that is not longer.
  private static func roundLength(upTo metres: Double) -> Int {
    var best = 1
    var power = 1
    while power <= 10_000_000 {
      for digit in [1, 2, 5] where Double(digit * power) <= metres { best = digit * power }
      power *= 10
    }
    return best
  }

  private var vehicleList: Markup {
    var groups: [(node: String, routes: [Int])] = []
    for index in routes.indices {
      if groups.last?.node == routes[index].node {
        groups[groups.count - 1].routes.append(index)
      } else {
        groups.append((routes[index].node, [index]))
      }
    }
    let lists: [Markup] = groups.map { group in
      "<h3>\(name(group.node))</h3>\n<ul>\(group.routes.map(vehicleButton))</ul>\n"
    }
    return lists.joined()
  }

  private func vehicleButton(_ index: Int) -> Markup {
    let route = routes[index]
    return """
      <li><button type="button" class="pick \(look(index))" data-v="\(index)" aria-pressed="false">\
      <svg viewBox="0 0 26 10" aria-hidden="true"><path class="tour" d="M1 5H25"/></svg>\
      <b>\(route.vehicle)</b> <span>\(format.count(route.stops.count, "stop")), \(format.kilometres(route.distanceMetres))</span>\
      </button></li>

      """
  }
}
