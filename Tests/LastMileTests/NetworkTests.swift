import LastMile
import Testing

@Suite struct NetworkTests {
  @Test func `all faults of a network are named at once`() throws {
    let sound = try SmallTown.network()
    let error = #expect(throws: InvalidInput.self) {
      try Network(
        name: "x", country: "CL", zone: SmallTown.zone, currency: .clp, streets: StreetModel(),
        bands: [Band(id: "near", upTo: nil), Band(id: "far", upTo: .kilometres(3))], sites: sound.sites + [sound.sites[0]],
        services: [
          ShippingService(
            id: "van", role: .ownVan, nodes: ["nowhere"], delivery: nil, tariff: FreightTariff(zones: ["moon": .flat(1)]))
        ],
        fleet: [
          SmallTown.vehicle("v", at: "nowhere", kilograms: 0), SmallTown.vehicle("v", at: "dc", stops: -1, fixedCost: -1),
        ],
        products: sound.products + sound.products + [
          Product(id: "x", name: "", weight: .grams(1 << 50), volume: .litres(-1), price: Money(-1, .clp))
        ],
        skills: [:],
        prices: Prices(latePerDay: -1, unservedStop: 0, unfilledUnit: MinorUnits(1 << 50)),
        stop: StopTimes(perStop: .seconds(-1), perParcel: .zero))
    }
    let places = Set(error?.faults.map(\.place) ?? [])
    let expected: Set = [
      "$.nodes[3].id", "$.vehicles[1].id", "$.products[3].id", "$.bands[1].upTo", "$.products[6].weight", "$.products[6].volume",
      "$.products[6].price", "$.services[0].nodes",
      "$.services[0].tariff.moon", "$.vehicles[0].node", "$.vehicles[0].capacity.weight", "$.vehicles[1].stopsPerShift",
      "$.vehicles[1].fixedCost", "$.prices.latePerDay", "$.prices.unfilledUnit", "$.stop.perStop",
    ]
    #expect(expected.subtracting(places).isEmpty)
  }
}
