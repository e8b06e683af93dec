import Inventory
import Logistics
import Testing

@Suite struct BillOfMaterialsTests {
  private func bill() throws -> BillOfMaterials {
    var bill = BillOfMaterials()
    try bill.set([OrderLine("cup", quantity: 6), OrderLine("tray", quantity: 1)], of: "set")
    try bill.set([OrderLine("set", quantity: 2), OrderLine("cup", quantity: 1)], of: "party")
    return bill
  }

  @Test func `kits are taken apart down to what lies somewhere, and shared components are added up`() throws {
    let bill = try bill()
    #expect(bill.components(of: "party") == [OrderLine("cup", quantity: 13), OrderLine("tray", quantity: 2)])
    let lines = [OrderLine("party", quantity: 1), OrderLine("set", quantity: 1), OrderLine("tray", quantity: 3)]
    #expect(try bill.explode(lines) == [OrderLine("cup", quantity: 19), OrderLine("tray", quantity: 6)])
    #expect(bill.components(of: "cup").isEmpty && !bill.isKit("cup") && bill.isKit("set"))
  }

  @Test func `a kit that changes changes the kits that contain it`() throws {
    var bill = try bill()
    try bill.set([OrderLine("mug", quantity: 4)], of: "set")
    #expect(bill.components(of: "party") == [OrderLine("cup", quantity: 1), OrderLine("mug", quantity: 8)])
    try bill.set([], of: "set")
    #expect(bill.components(of: "party") == [OrderLine("cup", quantity: 1), OrderLine("set", quantity: 2)])
  }

  @Test func `no kit contains itself, by whatever way`() throws {
    var bill = try bill()
    let before = bill
    let error = #expect(throws: InvalidInput.self) {
      try bill.set([OrderLine("cup", quantity: 1), OrderLine("party", quantity: 1), OrderLine("set", quantity: 1)], of: "set")
    }
    #expect(error?.faults.map(\.place) == ["$[1].sku", "$[2].sku"])
    #expect(bill == before)
  }

  @Test func `kits of kits that need more than there can be are refused`() throws {
    var bill = BillOfMaterials()
    try bill.set([OrderLine("a", quantity: 1_000_000)], of: "b")
    try bill.set([OrderLine("b", quantity: 1_000_000)], of: "c")
    #expect(throws: InvalidInput.self) { try bill.set([OrderLine("c", quantity: 2)], of: "d") }
    #expect(throws: InvalidInput.self) { try bill.explode([OrderLine("c", quantity: .max)]) }
    // What would break a kit above is refused below.
    #expect(throws: InvalidInput.self) {
      try bill.set([OrderLine("a", quantity: 900_000), OrderLine("a", quantity: 900_000)], of: "b")
    }
    #expect(throws: InvalidInput.self) { try bill.set([OrderLine("a", quantity: 1_000_001)], of: "e") }
    #expect(bill.components(of: "c") == [OrderLine("a", quantity: 1_000_000_000_000)])
  }

  @Test func `kits over kits are taken apart without going through every way to the bottom`() throws {
    var bill = BillOfMaterials()
    for level in 1..<40 {
      let below = SKU("\(level - 1)")
      try bill.set([OrderLine(below, quantity: 1), OrderLine(SKU("side-\(level)"), quantity: 1)], of: ID("\(level)"))
    }
    #expect(bill.components(of: "39").count == 40)
    try bill.set([OrderLine("x", quantity: 2)], of: "1")
    #expect(bill.components(of: "39").contains(OrderLine("x", quantity: 2)))
  }
}
