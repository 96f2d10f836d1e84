import Algorithms
import Diagnostics
import ProcedureModel

/// Labels as a careful reader compares them.
enum LabelMatching {
  /// Case, white space, trailing punctuation, "&" and typographic signs make no difference.
  static func normalised(_ label: String) -> String { labels.value(of: label, normalise) }

  private static let labels = Memo<String>()
  private static let wordsOfTexts = Memo<[String]>()
  private static let stemsOfTexts = Memo<[String]>()

  private static func normalise(_ label: String) -> String {
    let plain = label.unicodeScalars.reduce(into: "") { plain, scalar in
      switch scalar {
      case "\u{2018}", "\u{2019}": plain.append("'")
      case "\u{201C}", "\u{201D}": plain.append("\"")
      // A place where a line may be broken.
      case "\u{200B}": plain.append(" ")
      case "&": plain.append(" and ")
      default: plain.unicodeScalars.append(scalar)
      }
    }
    let words = plain.lowercased().split(whereSeparator: \.isWhitespace)
    return String(words.joined(separator: " ").trimmingSuffix { ".,:;!?*\u{2026} ".contains($0) })
  }

  static func matches(_ a: String, _ b: String) -> Bool { normalised(a) == normalised(b) }

  static func words(_ text: String) -> [String] { wordsOfTexts.value(of: text, split) }

  private static func split(_ text: String) -> [String] {
    let text = normalised(text)
    // To ask a character what it is takes longer than all else; nearly all labels are ASCII.
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return text.split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(String.init)
    }
    return text.utf8.split { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "'"):
        false
      default: true
      }
    }
    .map { String(Substring($0)) }
  }

  /// Whether a text stands in another one, in whole words.
  static func holds(_ text: String, _ part: String) -> Bool {
    let part = (text: part, words: words(part))
    guard !part.words.isEmpty else {
      return normalised(text).contains(normalised(part.text))
    }
    return holds(words(text), part.words)
  }

  /// The words without a plural's ending.
  static func stems(_ text: String) -> [String] {
    stemsOfTexts.value(of: text) { words($0).map(Noun.singular) }
  }

  /// Whether a text holds a phrase, whatever the endings: "doesn't use X" holds "uses X".
  static func holdsStems(_ text: String, _ phrase: String) -> Bool {
    holds(stems(text), stems(phrase))
  }

  /// Whether the stems of a text hold those of a phrase, side by side.
  static func holds(_ all: [String], _ wanted: [String]) -> Bool {
    guard let first = wanted.first, all.count >= wanted.count else { return false }
    return (0...all.count - wanted.count).contains { start in
      all[start] == first && all[start..<start + wanted.count] == wanted[...]
    }
  }

  /// Whether a label is another one with a slip: one letter in five is wrong at most.
  static func isMisspelling(_ label: String, of other: String) -> Bool {
    let length = max(label.count, other.count)
    guard abs(label.count - other.count) * 5 <= length else { return false }
    return Spelling.distance(label, other) * 5 <= length
  }

  /// The nearest of some labels, by shared words, then by spelling; nil where none is near.
  static func nearest(to label: String, among candidates: [String]) -> String? {
    let wanted = normalised(label)
    let wantedWords = Set(words(label))
    let deed = words(label).lazy.compactMap(Words.deed).first
    var best: (score: Double, label: String)?
    for candidate in candidates where normalised(candidate) != wanted {
      let candidateWords = Set(words(candidate))
      let other = words(candidate).lazy.compactMap(Words.deed).first
      // "Add Role" is no "Edit Role", and may be "New Role".
      if let deed, let other, deed != other { continue }
      let isSameDeed = deed != nil && deed == other
      let shared = Double(wantedWords.intersection(candidateWords).count) + (isSameDeed ? 0.5 : 0)
      let union = Double(max(wantedWords.union(candidateWords).count, 1))
      let text = normalised(candidate)
      let length = Double(max(wanted.count, text.count, 1))
      let spelling = 1 - Double(Spelling.distance(wanted, text)) / length
      let score = shared / union + spelling
      guard shared > 0 && spelling > 0.4 || spelling > 0.7 else { continue }
      if score > best?.score ?? 0 { best = (score, candidate) }
    }
    return best?.label
  }
}
