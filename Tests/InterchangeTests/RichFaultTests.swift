import Testing

/// What is wrong with a file of the families with more rules, by line.
@Suite struct RichFaultTests {
  private static let cases: [(sample: String, from: String, to: String, fault: String)] = [
    (
      RichSamples.fleet, "2 1.25", "2 1.2500001",
      "line 49: costs of distance with more digits than are counted, expected six decimals and eight digits at most"
    ),
    (RichSamples.fleet, "2 1.25", "2 -1", "line 51: cost of distance -1, expected 0 to 100000000"),
    (RichSamples.fleet, "2 30\n", "2 1e12\n", "line 47: fixed cost 1000000000000, expected 0 to 10000000.000"),
    (
      RichSamples.fleet, "2 2\n3 1\nVEHICLES_FIXED", "2 3\n3 1\nVEHICLES_FIXED",
      "line 43: depot 3, expected a whole number from 1 to 2"
    ),
    (RichSamples.fleet, "2 3 4 5", "2 3 9", "line 55: \"9\", expected a client, a whole number from 1 to 5"),
    (RichSamples.fleet, "2 1 2\n", "2 3\n", "line 63: \"3\", expected a depot, a whole number from 1 to 2"),
    (
      RichSamples.fleet, "2 1 2\n3\n", "2 1 2\n",
      "line 61: VEHICLES_RELOAD_DEPOT_SECTION without 1 of 3 rows, the first of them 3, expected a row for each vehicle"
    ),
    (
      RichSamples.fleet, "3 6\nVEHICLES_DEPOT", "VEHICLES_DEPOT",
      "line 37: CAPACITY_SECTION without 1 of 3 vehicles, the first of them 3, expected a row for every vehicle"
    ),
    (
      RichSamples.fleet, "VEHICLES : 3", "VEHICLES : 3\nCAPACITY : 4",
      "line 5: CAPACITY beside CAPACITY_SECTION, expected one of them"
    ),
    (
      RichSamples.fleet, "1\n2\nEOF", "1\n3\nEOF",
      "line 67: depots 1, 3, expected the first nodes, 1 to their number, and clients after them"
    ),
    (RichSamples.fleet, "1\n2\nEOF", "1\n1\nEOF", "line 67: depot 1 again, expected each depot once"),
    (
      RichSamples.backhauls, "BACKHAUL_SECTION", "RELEASE_TIME_SECTION",
      "line 20: no BACKHAUL_SECTION, expected one, since TYPE is VRPB"
    ),
    (RichSamples.backhauls, "3 5", "3 -5", "line 18: backhaul -5, expected a whole number from 0 to 1000000000000"),
    (RichSamples.groups, "1 2 4\n", "1 2 1\n", "line 19: depot 1 in a group, expected clients"),
    (RichSamples.groups, "2 3\n3 5", "2 3\n3 4", "line 21: client 4, as in group 1, expected each client in one group"),
    (RichSamples.groups, "2 3\n3 5", "2\n3 5", "line 20: group 2 without members, expected the numbers of its clients"),
    (RichSamples.groups, "2 3\n3 5", "2 3\n2 5", "line 21: group 2 again, as in line 20, expected each once"),
    (
      RichSamples.pairs, "2 4 5 20 1 0 3", "2 4 5 20 1 0 0",
      "line 12: demand 4 without a partner, expected its pickup or its delivery"
    ),
    (
      RichSamples.pairs, "3 -4 0", "3 -5 0",
      "line 12: demand 4, at the delivery -5, expected a load taken here and the same, negative, there"
    ),
    (
      RichSamples.pairs, "2 4 5 20 1 0 3", "2 4 5 20 1 3 3", "line 12: a pickup and a delivery, expected one of them, the other 0"
    ),
    (
      RichSamples.pairs, "DEPOT_SECTION", "SERVICE_TIME : 3\nDEPOT_SECTION",
      "line 14: SERVICE_TIME beside PICKUP_AND_DELIVERY_SECTION, expected one of them"
    ),
    (
      RichSamples.liLim, "912 967 90 2 0", "912 967 90 2",
      "line 3: 8 numbers, expected 9: number, x, y, demand, ready time, due date, service time, pickup, delivery"
    ),
    (RichSamples.liLim, "912 967 90 2 0", "912 967 90 7 0", "line 3: partner 7, expected the number of a customer, or 0"),
    (RichSamples.liLim, "3 10 1", "0 10 1", "line 1: the number of vehicles 0, expected a whole number from 1 to 1000000"),
    (
      RichSamples.depots, "2 2 3 2", "1 2 3 2",
      "line 1: type 1 PVRP, of several days, expected 0 VRP; 2 MDVRP, of several depots; 4 VRPTW; 6 MDVRPTW, of several depots"
    ),
    (
      RichSamples.depots, "2 2 3 2", "2 2 4 2",
      "line 8: 8 rows of numbers, expected 9: one, 2 for limits, 4 customers and 2 of depots"
    ),
    (RichSamples.depots, "7 1 2 1 2", "7 1 2 1", "line 4: 8 numbers, expected 9 with 2 lists and 0 windows"),
    (RichSamples.depots, "4 20 20 0  0", "4 20 20 0  3", "line 7: demand 3 of a depot, expected 0"),
    (RichSamples.depots, "40 0\n", "40\n", "line 3: 1 numbers, expected 2: the longest duration and the capacity"),
    (RichSamples.manyWindows, "1 1 3 129", "1 1 4 129", "line 4: 14 numbers, expected 16 with 1 lists and 4 windows"),
  ]

  @Test(arguments: cases.indices)
  func `a damaged file is refused with the line of the damage`(_ index: Int) {
    let damage = Self.cases[index]
    #expect(damage.sample.contains(damage.from))
    let faults = Samples.faults(damage.sample.replacing(damage.from, with: damage.to, maxReplacements: 1))
    #expect(faults.contains(damage.fault), "\(damage.fault)\n\(faults)")
  }

  @Test func `all faults stand in the order of the file`() {
    let text = RichSamples.fleet.replacing("4 4 3\n", with: "4 4 x\n").replacing("5 3\nSERVICE", with: "5 -3\nSERVICE").replacing(
      "2 30\n", with: "2 y\n")
    #expect(Samples.faults(text).map { $0.prefix { $0 != ":" } } == ["line 11", "line 18", "line 47"])
  }
}
