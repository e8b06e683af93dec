import Testing

@testable import LastMile

/// What customers are told of returns, event by event.
@Suite struct ReturnMessageTests {
  typealias Cases = ReturnMessageCases

  @Test func `each message of rights and returns is whole sentences, with a capital before and a full stop behind`() {
    let all = MessageSamples.rights + MessageSamples.returns + MessageSamples.pending
    #expect(all.count > 250)
    for message in all {
      for language in Language.allCases {
        for sentence in message.sentences(in: language) {
          let text = sentence.text(in: language)
          #expect(text.first?.isUppercase == true && text.hasSuffix(".") && !text.hasSuffix(".."), "\(text)")
          #expect(!text.contains("internal") && !text.contains { "{}".contains($0) }, "\(text)")
        }
      }
    }
  }

  @Test func `Spanish and Portuguese run their little words together`() {
    for message in MessageSamples.all {
      let (spanish, portuguese) = (" " + message.text(in: .es) + " ", " " + message.text(in: .pt) + " ")
      for pair in [" de el ", " a el "] { #expect(!spanish.contains(pair), "\(spanish)") }
      for pair in [" de o ", " de a ", " em o ", " em a ", " a o ", " a a ", " por o ", " por a "] {
        #expect(!portuguese.contains(pair), "\(portuguese)")
      }
    }
  }

  @Test func `every step has a text, but those that are the shop's own affair`() throws {
    var told: Set<String> = []
    var untold: Set<String> = []
    for own in try Cases.all() {
      var before: [ReturnLot] = []
      for (position, event) in own.timeline.enumerated() {
        let after = try ReturnCase(own.id, of: own.customer, replaying: Array(own.timeline[...position])).lots
        let news = ReturnStepNews(event, at: position, before, after, of: own, in: try SmallTown.network()).messages
        if news.isEmpty { untold.insert(Cases.name(event.action)) } else { told.insert(Cases.name(event.action)) }
        before = after
      }
    }
    #expect(told.union(untold) == Set(Cases.names), "the cases have every step")
    // That goods which were rejected are looked at again is told, and of what lies on the shelf already it is not.
    #expect(untold == ["identify", "dispose", "process", "finish", "reinspect"])
    #expect(told.intersection(untold) == ["reinspect"])
  }

  @Test func `nothing of the code is in what is told`() throws {
    let network = try SmallTown.network()
    for own in try Cases.all() {
      let messages = own.messages(in: network)
      #expect(messages.allSatisfy { $0.day != nil && $0.time != nil })
      for message in messages.map(\.message) + own.nextMessages(in: network) {
        for text in Language.allCases.map({ message.text(in: $0) }) {
          #expect(!text.contains("internal") && !text.contains("disposition") && !text.contains("part of the order"), "\(text)")
        }
      }
    }
  }

  @Test func `lots of which the same is told are told together, and others apart`() throws {
    let network = try SmallTown.network()
    var own = try Cases.made(
      "rma-9", [Cases.item("shirt", 3), Cases.item("shoes", 1)],
      [
        .authorise([ReturnPart(0), ReturnPart(1)], ReturnAuthorisation(basis: "internal")),
        .grant([ReturnPart(0), ReturnPart(1)], .refund(.original), after: .onReceipt), .receive([ReturnPart(0), ReturnPart(1)]),
      ])
    #expect(
      own.messages(in: network).map { $0.text(in: .es) } == [
        "Recibimos la solicitud rma-9 para devolver 3 × Shirt y Shoes.", "La devolución de 3 × Shirt y Shoes está autorizada.",
        "Por 3 × Shirt y Shoes devolveremos el dinero al medio de pago original.",
        "Recibimos la devolución de 3 × Shirt y Shoes en s4.",
      ])
    let last = own.timeline[3].instant
    own.record(
      Cases.event(
        "split", at: last, .inspect([ReturnPart(0, quantity: 1)], ReturnInspection(.d, .reject, findings: [.sealBroken]))))
    own.record(
      Cases.event(
        "pay", at: last,
        .pay([ReturnPart(0, amount: Money(30_000, .clp)), ReturnPart(1, amount: Money(40_000, .clp))])))
    #expect(
      own.messages(in: network).dropFirst(4).map { $0.text(in: .en) } == [
        "We checked Shirt and cannot accept the return. The seal is broken.",
        "We refunded CLP\u{a0}70,000 for 2 × Shirt and Shoes to the original means of payment.",
      ])
    #expect(own.timeline.count == 6)
  }

  @Test func `money of nothing is not told`() throws {
    let own = try Cases.made(
      "rma-8", [Cases.item("shirt", 1)],
      [
        .authorise([ReturnPart(0)], ReturnAuthorisation(basis: "internal")),
        .grant([ReturnPart(0)], .refund(.original), after: .atOnce),
        .pay([ReturnPart(0, amount: Money(0, .clp))]),
      ])
    #expect(own.messages(in: try SmallTown.network()).count == 3)
  }
}
