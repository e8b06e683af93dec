/// The little word that a language needs before a day or a time, which Spanish and Portuguese run together with its article.
enum WordForm: String, Hashable, CaseIterable {
  case plain = ""
  /// "el lunes", "na segunda-feira".
  case on
  /// "del lunes", "da segunda-feira"; "de las 14:00", "das 14h".
  case of
  /// "al lunes", "para a segunda-feira".
  case to
  /// "a las 14:00", "às 14h".
  case at
  /// "las 14:00", "as 14h".
  case the
}
