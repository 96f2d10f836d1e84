/// A block of what a page shows, for lists that people work from: nothing of it was interpreted.
package indirect enum Content: Sendable {
  case paragraph(FormattedText)
  /// Bullets where there is no first number.
  case list(firstNumber: Int?, [[Content]])
  case admonition(kind: String, title: String?, [Content])
  case quote([Content])
  /// What stands together under a title of its own: a section of the page, a collapsible part.
  case section(title: FormattedText?, [Content])
  /// Rows of cells; the first row is the head.
  case table([[FormattedText]])
  case code(language: String, text: String)
  /// Where some of the steps inside a step stand, by their index.
  case substeps(Range<Int>)
}

/// Text with its formatting, its links and its images.
package struct FormattedText: Hashable, Sendable {
  package struct Style: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package static let strong = Style(rawValue: 1)
    package static let emphasis = Style(rawValue: 2)
    package static let code = Style(rawValue: 4)

    package init(rawValue: UInt8) { self.rawValue = rawValue }
  }

  package enum Run: Hashable, Sendable {
    case text(String, Style, Link?)
    case image(Image)
  }

  package var runs: [Run]

  package init(_ runs: [Run]) { self.runs = runs }

  /// The words alone; an image stands for its alternative text.
  package var text: String {
    var text = ""
    for run in runs {
      switch run {
      case .text(let words, _, _): text += words
      case .image(let image): text += image.alt
      }
    }
    return text
  }

  package var isBlank: Bool {
    runs.allSatisfy { run in
      if case .text(let words, _, _) = run { words.allSatisfy(\.isWhitespace) } else { false }
    }
  }
}
