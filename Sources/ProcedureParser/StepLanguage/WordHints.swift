/// What a text can be about, as far as the first letters of its words tell: most texts are about
/// nothing of the kind, and need not be read for it.
struct WordHints: OptionSet {
  let rawValue: UInt8

  /// It may state or require something.
  static let matters = WordHints(rawValue: 1 << 0)
  /// It may forbid something.
  static let forbids = WordHints(rawValue: 1 << 1)
  /// It may tell who can do something.
  static let tellsAccess = WordHints(rawValue: 1 << 2)
  /// It may say for whom a page is.
  static let limits = WordHints(rawValue: 1 << 3)

  /// How the words begin without which a text is not about it, by four letters each.
  private static let rows: [(WordHints, [String])] = [
    (
      .matters,
      [
        "must", "requ", "need", "ensu", "sure", "befo", "firs", "prer", "alre", "diff", "inst",
        "avai", "appl", "only", "supp", "enab", "step", "thes", "call", "name", "assu", "addr",
      ]
    ),
    (.forbids, ["not ", "don'", "don\u{2019}", "neve", "avoi", "no a", "no c", "no t", "no e"]),
    (
      .tellsAccess,
      [
        "admi", "perm", "role", "righ", "priv", "user", "anyb", "anyo", "ever", "nobo", "only",
      ]
    ),
    (
      .limits,
      [
        "only", "appl", "avai", "supp", "poss", "inte", "mean", "vali", "offe", "not ", "for ",
      ]
    ),
  ]

  private static let byStem: [UInt32: WordHints] = rows.reduce(into: [:]) { table, row in
    for text in row.1 { table[stem(text.utf8.prefix(4)), default: []].insert(row.0) }
  }

  /// Whether a stem begins with these two letters: nearly all words are told apart by them.
  private static let beginnings: [Bool] = byStem.keys.reduce(
    into: Array(repeating: false, count: 1 << 10)
  ) { $0[beginning(UInt8($1 >> 24 & 0xFF), UInt8($1 >> 16 & 0xFF))] = true }

  private static func beginning(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 31) << 5 | Int(second & 31)
  }

  /// Four letters, in lower case.
  private static func stem(_ bytes: some Sequence<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32($1 | 0x20) }
  }

  /// - Parameter text: A text as UTF-8.
  init(_ text: ArraySlice<UInt8>) {
    var found: WordHints = []
    text.withUnsafeBufferPointer { text in
      var isInWord = false
      for index in text.indices {
        let letter = text[index] | 0x20
        let isLetter = letter >= 0x61 && letter <= 0x7A
        defer { isInWord = isLetter }
        guard isLetter, !isInWord, index + 4 <= text.endIndex,
          Self.beginnings[Self.beginning(letter, text[index + 1])]
        else { continue }
        found.formUnion(Self.byStem[Self.stem(text[index..<index + 4])] ?? [])
      }
    }
    self = found
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }
}
