import ProcedureModel

/// A sentence of a paragraph.
struct Sentence {
  let tokens: [Token]
  let passage: Passage

  /// Indices of the paragraph's links whose words are in the sentence.
  var links: [Int] {
    tokens.reduce(into: []) { links, token in
      if let link = token.link, !links.contains(link) { links.append(link) }
    }
  }

  func contains(_ words: String...) -> Bool { words.contains(where: contains(phrase:)) }

  private func contains(phrase: String) -> Bool {
    let wanted = phrase.split(separator: " ")
    // The words of a label count as well: "**Admin Permissions Required**"
    let words = tokens.flatMap { $0.lower.split(separator: " ") }
    guard words.count >= wanted.count else { return false }
    return (0...words.count - wanted.count).contains { words[$0...].starts(with: wanted) }
  }

  /// Cuts a paragraph's tokens at full stops, question and exclamation marks.
  static func sentences(of tokens: [Token], in place: Places) -> [Sentence] {
    var sentences: [Sentence] = []
    var start = 0
    func close(at end: Int) {
      let words = Array(tokens[start..<end])
      guard words.contains(where: { $0.kind != .punctuation }) else { return }
      sentences.append(
        Sentence(tokens: words, passage: place.passage(words, 0..<words.count)))
    }
    for (index, token) in tokens.enumerated() where token.kind == .punctuation {
      guard [".", "!", "?"].contains(token.text) else { continue }
      let next = index + 1 < tokens.count ? tokens[index + 1] : nil
      guard next?.isSpaced ?? true else { continue }
      close(at: index + 1)
      start = index + 1
    }
    close(at: tokens.count)
    return sentences
  }
}
