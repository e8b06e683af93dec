/// One sentence in every language.
struct MessageTexts {
  let es: Wording
  let en: Wording
  let pt: Wording

  subscript(language: Language) -> Wording {
    switch language {
    case .es: es
    case .en: en
    case .pt: pt
    }
  }
}
