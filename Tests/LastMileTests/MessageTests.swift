import Testing

@testable import LastMile

/// What customers read: complete in every language, and as people write it.
@Suite struct MessageTests {
  private typealias Sample = MessageSamples

  /// The texts of a key, the singular first if it has one.
  private func templates(_ key: MessageKey, _ language: Language) -> [MessageTemplate] {
    let wording = MessageCatalogue.texts(of: key)[language]
    return (wording.one.map { [$0] } ?? []) + [wording.other]
  }

  private func places(_ template: MessageTemplate) -> [(name: String, form: String)] {
    template.pieces.compactMap { if case .place(let name, let form) = $0 { (name, form) } else { nil } }
  }

  /// The text with a digit in each place.
  private func words(_ template: MessageTemplate) -> String {
    template.pieces.map { if case .words(let words) = $0 { words } else { "0" } }.joined()
  }

  @Test(arguments: MessageKey.allCases)
  func `each text of the catalogue has the same places in every language, and they are known`(key: MessageKey) {
    let bends = MessageCatalogue.texts(of: key).en.one != nil
    let expected = Set(places(MessageCatalogue.texts(of: key).en.other).map(\.name))
    for language in Language.allCases {
      #expect((MessageCatalogue.texts(of: key)[language].one != nil) == bends, "\(key) in \(language)")
      for template in templates(key, language) {
        #expect(Set(places(template).map(\.name)) == expected, "\(key) in \(language)")
        for place in places(template) {
          #expect(MessageSlot(rawValue: place.name) != nil && WordForm(rawValue: place.form) != nil, "\(key) in \(language)")
        }
        #expect(!words(template).contains { "{}".contains($0) }, "\(key) in \(language)")
      }
    }
  }

  @Test(arguments: MessageKey.allCases)
  func `no text of the catalogue is empty, and none is left in another language`(key: MessageKey) {
    for language in Language.allCases {
      for (index, template) in templates(key, language).enumerated() {
        let text = words(template)
        #expect(text.contains { $0.isLetter }, "\(key) in \(language)")
        #expect(!text.contains("  ") && text == text.trimmed, "\(key) in \(language)")
        #expect(key == .partOfOrder || text.hasSuffix("."), "\(key) in \(language) ends without a full stop")
        for other in Language.allCases where other != language {
          #expect(templates(key, other)[index] != template, "\(key) is the same in \(language) and \(other)")
        }
      }
    }
  }

  @Test func `the samples have every message and every sentence of the catalogue`() {
    #expect(Set(Sample.all.map(Sample.number)) == Set(0..<Sample.count))
    let keys = Set(Language.allCases.flatMap { language in Sample.all.flatMap { $0.sentences(in: language).map(\.key) } })
    // What stands for no products is no sentence.
    #expect(keys.union([.partOfOrder]) == Set(MessageKey.allCases))
  }

  @Test(arguments: Language.allCases)
  func `every place of every message is filled, in a form that there is`(language: Language) {
    for message in Sample.all {
      for sentence in message.sentences(in: language) {
        let template = MessageCatalogue.texts(of: sentence.key)[language].template(for: sentence.count, in: language)
        #expect(Set(places(template).map(\.name)) == Set(sentence.values.keys.map(\.rawValue)), "\(sentence.key)")
        for place in places(template) {
          guard let value = MessageSlot(rawValue: place.name).flatMap({ sentence.values[$0] }) else { continue }
          #expect(value.forms.contains(WordForm(rawValue: place.form) ?? .plain), "\(sentence.key): \(place)")
          #expect(!value.written(in: language).isEmpty)
        }
      }
    }
  }

  @Test func `every message is written in every language, without a brace, a name of the code or a space too many`() {
    for message in Sample.all {
      let texts = Language.allCases.map { message.text(in: $0) }
      #expect(Set(texts).count == texts.count, "\(texts)")
      for text in texts {
        #expect(!text.isEmpty && !text.contains { "{}".contains($0) }, "\(text)")
        #expect(!text.contains("  ") && text == text.trimmed && !text.contains(" ."), "\(text)")
        #expect(!MessageKey.allCases.contains { key in key.rawValue.contains { $0.isUppercase } && text.contains(key.rawValue) })
      }
    }
  }

  @Test(arguments: [
    ("es", Language.es), ("es-CL", .es), ("ES-419", .es), ("en", .en), ("en-GB", .en), ("pt-BR", .pt), ("pt_PT", .pt),
    ("fr", nil), ("", nil), ("-es", nil), ("spa", nil), ("est-EE", nil),
  ])
  func `a language is found by its tag`(tag: String, language: Language?) { #expect(Language(tag) == language) }

  @Test func `numbers take the form that they take in the CLDR`() {
    #expect((0...2).map(Language.es.isSingular) == [false, true, false])
    #expect((0...2).map(Language.en.isSingular) == [false, true, false])
    #expect((0...2).map(Language.pt.isSingular) == [true, true, false])
    let one = CustomerMessage.underWay(workingDays: 1, arrives: Sample.tuesday)
    let two = CustomerMessage.underWay(workingDays: 2, arrives: Sample.tuesday)
    #expect(one.text(in: .es) == "Está 1 día hábil en camino y llega el martes 24 de noviembre.")
    #expect(two.text(in: .es) == "Está 2 días hábiles en camino y llega el martes 24 de noviembre.")
    #expect(one.text(in: .en) == "It is under way for 1 working day and arrives on Tuesday 24 November.")
    #expect(two.text(in: .en) == "It is under way for 2 working days and arrives on Tuesday 24 November.")
    #expect(one.text(in: .pt) == "Fica 1 dia útil a caminho e chega na terça-feira, 24 de novembro.")
    #expect(two.text(in: .pt) == "Fica 2 dias úteis a caminho e chega na terça-feira, 24 de novembro.")
    func counted(_ message: (Int) -> CustomerMessage) -> [String] {
      [1, 2].flatMap { count in Language.allCases.map { message(count).text(in: $0) } }
    }
    #expect(
      counted { .shortOfStock(product: "Polera", left: $0) } == [
        "Solo queda 1 unidad de Polera.", "Only 1 unit of Polera is left.", "Resta apenas 1 unidade de Polera.",
        "Solo quedan 2 unidades de Polera.", "Only 2 units of Polera are left.", "Restam apenas 2 unidades de Polera.",
      ])
    #expect(
      counted { .restricted(product: "Polera", left: $0) } == [
        "De esta manera solo podemos entregar 1 unidad de Polera.", "In this way we can deliver only 1 unit of Polera.",
        "Desta forma só podemos entregar 1 unidade de Polera.", "De esta manera solo podemos entregar 2 unidades de Polera.",
        "In this way we can deliver only 2 units of Polera.", "Desta forma só podemos entregar 2 unidades de Polera.",
      ])
    #expect(
      CustomerMessage.shortOfStock(product: "Polera", left: 1200).text(in: .es) == "Solo quedan 1.200 unidades de Polera.")
  }
}

extension String {
  var trimmed: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
