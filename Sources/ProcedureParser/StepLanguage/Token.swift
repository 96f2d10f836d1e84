/// A word, a label or a sign of a paragraph.
struct Token {
  enum Kind {
    /// A word in plain text.
    case word
    /// Marked words that stand on the screen, as one.
    case label
    /// Code, or a text in quotation marks.
    case literal
    /// An icon; the text is its alternative text.
    case image
    /// ">" or "/" between labels.
    case separator
    case punctuation
  }

  let kind: Kind
  let text: String
  /// The word in lower case, with a straight apostrophe.
  let lower: String
  /// What part a word can play; empty for all that is no word.
  let classes: WordClass
  /// The token's bytes in the text.
  let range: Range<Int>
  /// An index of `Inlines.links`.
  let link: Int?
  /// True where white space stands before it.
  let isSpaced: Bool
  /// For a literal: emphasised or in quotation marks, as against code.
  let isQuoted: Bool

  /// A word of a class, or of one of several.
  func isA(_ classes: WordClass) -> Bool { !self.classes.isDisjoint(with: classes) }
  func isWord(_ word: String) -> Bool { kind == .word && lower == word }
  func isPunctuation(_ sign: String) -> Bool { kind == .punctuation && text == sign }

  /// A word that begins with a capital letter.
  var isCapitalised: Bool {
    guard kind == .word, let first = text.utf8.first else { return false }
    if first < 0x80 { return first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z") }
    return text.unicodeScalars.first?.properties.isUppercase ?? false
  }
}
