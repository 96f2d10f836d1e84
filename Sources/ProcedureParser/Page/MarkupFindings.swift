import Diagnostics

/// What is wrong with the markup of a step's words; it is read as it is meant.
enum MarkupFindings {
  static func of(_ paragraph: ReadParagraph) -> [Finding] {
    let text = paragraph.place.text
    let source = paragraph.place.source
    let damaged = text.damages.map { damage in
      let words = text.text(damage.range).trimming(\.isWhitespace)
      let range = source.range(damage.offsets)
      return switch damage.kind {
      case .looseBold where words.isEmpty:
        Finding(.brokenMarkup, at: range, "this \"**\" marks nothing, and is shown as it is")
      case .looseBold:
        Finding(
          .brokenMarkup, at: range, "\"**\" is shown as it is, for a space stands beside it",
          because: ["bold begins and ends right at a word"], perhaps: ["**\(words)**"])
      case .crossedMarks:
        Finding(
          .brokenMarkup, at: range, "one mark begins inside the other, and ends outside it",
          perhaps: ["**[!UICONTROL \(words)]**"])
      case .emptyMark:
        Finding(.brokenMarkup, at: range, "a mark around nothing", perhaps: ["take it out"])
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
        "the sentence's \"\(tokens[index].text)\" is marked with \"\(tokens[index - 1].text)\"",
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
        "\"\(token.text)\" stands right at \"\(tokens[index - 1].text)\"",
        perhaps: ["put a space before it"])
    }
  }
}
