import Algorithms
import Diagnostics
import ProcedureModel

/// Turns tokens of a paragraph into passages of the page.
final class Places: Sendable {
  let text: MarkedText
  let source: SourceText
  /// The page's links, by index of the paragraph's.
  let links: [Link]

  init(text: MarkedText, source: SourceText, links: [Link]) {
    self.text = text
    self.source = source
    self.links = links
  }

  func passage(_ tokens: [Token], _ range: Range<Int>) -> Passage {
    guard let first = tokens[range].first, let last = tokens[range].last else {
      let place = tokens.first.map { text.offsets($0.range).lowerBound } ?? 0
      return Passage("", at: source.range(place..<place))
    }
    let bytes = first.range.lowerBound..<max(last.range.upperBound, first.range.upperBound)
    let shown = text.bytes[bytes].collapsed
    return Passage(shown, at: source.range(text.offsets(bytes)))
  }

  func range(_ token: Token) -> SourceRange { source.range(text.offsets(token.range)) }
}

extension SentenceReader {
  func passage(_ range: Range<Int>) -> Passage { place.passage(tokens, range) }

  /// The words without the sign that ends their sentence.
  func phrase(_ range: Range<Int>) -> Passage {
    var end = range.upperBound
    while end > range.lowerBound + 1, tokens[end - 1].kind == .punctuation,
      !tokens[end - 1].isPunctuation(")")
    {
      end -= 1
    }
    return passage(range.lowerBound..<end)
  }
}

extension StringProtocol {
  func trimming(_ isTrimmed: (Character) -> Bool) -> String {
    String(trimming(while: isTrimmed))
  }
}
