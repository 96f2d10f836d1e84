import Diagnostics

/// Findings for malformed markup in a step, which is read as intended.
enum MarkupFindings {
  static func of(_ paragraph: ReadParagraph) -> [Finding] {
    let text = paragraph.place.text
    let source = paragraph.place.source
    let damaged = text.damages.map { damage in
      let words = text.text(damage.range).trimming(\.isWhitespace)
      let range = source.range(damage.offsets)
      return switch damage.kind {
      case .looseBold where words.isEmpty:
        Finding(.brokenMarkup, at: range, "this \"**\" marks no text, so it is shown literally")
      case .looseBold:
        Finding(
          .brokenMarkup, at: range,
          "this \"**\" is shown literally, because there is a space"
            + " next to it",
          because: [
            "bold text begins and ends right next to its words, without"
              + " spaces"
          ], perhaps: ["**\(words)**"])
      case .nestedBold:
        Finding(
          .brokenMarkup, at: range,
          "this \"**\" begins bold text inside bold text, because a space is on its wrong side",
          because: [
            "bold text begins and ends right next to its words, without"
              + " spaces"
          ])
      case .crossedMarks:
        Finding(
          .brokenMarkup, at: range,
          "these marks overlap: one begins inside the other and ends"
            + " outside it",
          perhaps: ["**[!UICONTROL \(words)]**"])
      case .emptyMark:
        Finding(.brokenMarkup, at: range, "this mark is empty", perhaps: ["remove it"])
      }
    }
    return damaged + glued(paragraph) + stopped(paragraph)
  }

  /// `**Done.**`: the sentence's full stop stands in the label.
  private static func stopped(_ paragraph: ReadParagraph) -> [Finding] {
    let tokens = paragraph.tokens
    let ends = tokens.indices.dropFirst().filter { index in
      tokens[index].kind == .punctuation && !tokens[index].isSpaced
        && tokens[index - 1].kind == .label && [".", ","].contains(tokens[index].text)
    }
    guard !ends.isEmpty else { return [] }
    let marks = paragraph.place.text.marks
    return ends.filter { marks[tokens[$0].range.lowerBound].contains(.label) }.map { index in
      Finding(
        .brokenMarkup, at: paragraph.place.range(tokens[index]),
        "the sentence's \"\(tokens[index].text)\" is inside the label"
          + " \"\(tokens[index - 1].text)\"",
        severity: .note, perhaps: ["**\(tokens[index - 1].text)**\(tokens[index].text)"])
    }
  }

  /// `click**Next**`: a label that stands right at a word.
  private static func glued(_ paragraph: ReadParagraph) -> [Finding] {
    let tokens = paragraph.tokens
    return tokens.indices.compactMap { index in
      let token = tokens[index]
      guard token.kind == .label, index > 0, !token.isSpaced, tokens[index - 1].kind == .word,
        tokens[index - 1].lower.utf8.count > 1,
        tokens[index - 1].text.last?.isLetter == true, token.text.first?.isLetter == true
      else { return nil }
      return Finding(
        .brokenMarkup, at: paragraph.place.range(token),
        "there is no space before \"\(token.text)\", after \"\(tokens[index - 1].text)\"",
        perhaps: ["add a space before it"])
    }
  }
}
