import MarkdownTree

/// A paragraph as a reader sees it: its text without markup, with what is marked and the place in
/// the source of each byte.
struct MarkedText: Sendable {
  struct Marks: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    /// Bold, or marked as a control of the product.
    static let label = Marks(rawValue: 1)
    static let emphasis = Marks(rawValue: 2)
    static let code = Marks(rawValue: 4)
    /// Marked as a control of the product: a label as well.
    static let control = Marks(rawValue: 8)
  }

  /// A stretch with the same marks, all of whose bytes have a place of their own, or one together.
  private struct Stretch: Sendable {
    var end: Int
    let source: Range<Int>
    let marks: Marks
    let link: Int?
  }

  private(set) var bytes: [UInt8] = []
  private var stretches: [Stretch] = []
  /// Where images stand, by index of `images`.
  private(set) var imagePlaces: [(index: Int, image: Int)] = []
  private(set) var images: [Inlines.Image]
  /// Malformed markup, read as the writer intended.
  private(set) var damages: [Damage] = []

  /// Markup that people get wrong, and that is read as they mean it.
  struct Damage: Sendable {
    enum Kind: Sendable {
      /// `**Roles **tab`: a space stands on the wrong side.
      case looseBold
      /// `**Roles **and** Users**`: bold text inside bold text.
      case nestedBold
      /// `**[!UICONTROL** Create]`: one mark begins inside the other.
      case crossedMarks
      /// `Se[!UICONTROL ]nd`: a mark around nothing.
      case emptyMark
    }

    let kind: Kind
    /// In the text.
    let range: Range<Int>
    /// In the source.
    let offsets: Range<Int>
  }

  // MARK: Places

  /// The bytes' place in the source.
  func offsets(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let place = stretches.isEmpty ? 0 : place(of: range.lowerBound).start
      return place..<place
    }
    let start = place(of: range.lowerBound).start
    return start..<max(place(of: range.upperBound - 1).end, start)
  }

  private func place(of index: Int) -> (start: Int, end: Int) {
    guard index < bytes.count else {
      let end = stretches.last?.source.upperBound ?? 0
      return (end, end)
    }
    let number = stretch(at: index)
    let stretch = stretches[number]
    let start = number == 0 ? 0 : stretches[number - 1].end
    guard stretch.source.count == stretch.end - start else {
      return (stretch.source.lowerBound, stretch.source.upperBound)
    }
    let offset = stretch.source.lowerBound + index - start
    return (offset, offset + 1)
  }

  private func stretch(at index: Int) -> Int {
    var low = 0
    var high = stretches.count - 1
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].end > index { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The index of the link at a place.
  func link(at index: Int) -> Int? {
    index < bytes.count ? stretches[stretch(at: index)].link : nil
  }

  /// What marks each byte.
  var marks: [Marks] {
    var marks: [Marks] = []
    marks.reserveCapacity(bytes.count)
    for stretch in stretches {
      marks.append(contentsOf: repeatElement(stretch.marks, count: stretch.end - marks.count))
    }
    return marks
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Calls a function with each run of text that has the same marks: its bytes, its marks, the
  /// indices of its link and of its image, and its place in the source.
  func forEachRun(
    _ body: (ArraySlice<UInt8>, Marks, _ link: Int?, _ image: Int?, Range<Int>) -> Void
  ) {
    var start = 0
    var places = imagePlaces[...]
    for stretch in stretches {
      let image = places.first?.index == start ? places.popFirst()?.image : nil
      body(bytes[start..<stretch.end], stretch.marks, stretch.link, image, stretch.source)
      start = stretch.end
    }
  }

  /// The words of each of a number of links, white space collapsed.
  func linkTexts(_ count: Int) -> [String] {
    guard count > 0 else { return [] }
    var ranges: [Range<Int>?] = Array(repeating: nil, count: count)
    var start = 0
    for stretch in stretches {
      if let link = stretch.link, link < count {
        ranges[link] = (ranges[link]?.lowerBound ?? start)..<stretch.end
      }
      start = stretch.end
    }
    return ranges.map { $0.map { bytes[$0].collapsed } ?? "" }
  }

  /// The whole text, white space collapsed.
  var text: String { bytes[...].collapsed }

  /// Whether all of the text that is not blank is marked as a label.
  var isLabel: Bool {
    var start = 0
    var isFound = false
    for stretch in stretches {
      if stretch.marks.contains(.label) {
        isFound = true
      } else if bytes[start..<stretch.end].contains(where: { !" :.".utf8.contains($0) }) {
        return false
      }
      start = stretch.end
    }
    return isFound
  }

  /// The text without its first bytes; images before them are left out.
  func dropping(_ count: Int) -> MarkedText {
    var rest = self
    let place = place(of: count)
    let first = count < bytes.count ? stretch(at: count) : stretches.count
    rest.bytes.removeFirst(min(count, bytes.count))
    rest.stretches.removeFirst(first)
    for index in rest.stretches.indices { rest.stretches[index].end -= count }
    if let stretch = rest.stretches.first {
      rest.stretches[0] = Stretch(
        end: stretch.end, source: place.start..<stretch.source.upperBound, marks: stretch.marks,
        link: stretch.link)
    }
    rest.imagePlaces = imagePlaces.filter { $0.index >= count }.map {
      ($0.index - count, $0.image)
    }
    rest.damages = damages.compactMap { damage in
      guard damage.range.lowerBound >= count else { return nil }
      let range = damage.range.lowerBound - count..<damage.range.upperBound - count
      return Damage(kind: damage.kind, range: range, offsets: damage.offsets)
    }
    return rest
  }

  /// The text up to a place.
  func prefix(_ count: Int) -> MarkedText {
    guard count > 0, count < bytes.count else { return self }
    var rest = self
    let last = stretch(at: count - 1)
    let start = last == 0 ? 0 : stretches[last - 1].end
    let offsets = offsets(start..<count)
    rest.bytes.removeLast(bytes.count - count)
    rest.stretches.removeLast(stretches.count - last)
    rest.stretches.append(
      Stretch(
        end: count, source: offsets, marks: stretches[last].marks, link: stretches[last].link))
    rest.imagePlaces = imagePlaces.filter { $0.index < count }
    rest.damages = damages.filter { $0.range.upperBound <= count }
    return rest
  }

  // MARK: Reading

  /// A text without any markup; places are its own.
  init(plain text: String) {
    bytes = Array(text.utf8)
    images = []
    if !bytes.isEmpty {
      stretches = [Stretch(end: bytes.count, source: 0..<bytes.count, marks: [], link: nil)]
    }
  }

  /// Takes product markup out of a paragraph.
  ///
  /// Reads `[!UICONTROL X]` and its kin in every nesting, attributes such as `{target="_blank"}`
  /// after links and images, and bold that CommonMark leaves as `**` because a space stands on its
  /// wrong side (`**Roles **tab`). A badge is no part of the text.
  init(_ inlines: Inlines) {
    // CommonMark cuts a text at each "<", also in the tags of templates.
    let inlines = inlines.bytes.contains(UInt8(ascii: "{")) ? inlines.joined : inlines
    images = inlines.images
    bytes.reserveCapacity(inlines.bytes.count)
    var reader = MarkupReader(inlines)
    for run in inlines.runs { reader.read(run, into: &self) }
    reader.finish(&self)
  }

  mutating func append(
    _ added: ArraySlice<UInt8>, marks: Marks, link: Int?, source: Range<Int>
  ) {
    guard !added.isEmpty else { return }
    let start = stretches.last?.end ?? 0
    bytes.append(contentsOf: added)
    if let last = stretches.last, last.marks == marks, last.link == link,
      last.source.upperBound == source.lowerBound, added.count == source.count,
      last.source.count == start - (stretches.dropLast().last?.end ?? 0)
    {
      stretches[stretches.count - 1] = Stretch(
        end: bytes.count, source: last.source.lowerBound..<source.upperBound, marks: marks,
        link: link)
    } else {
      stretches.append(Stretch(end: bytes.count, source: source, marks: marks, link: link))
    }
  }

  mutating func append(image: Int, _ run: Inlines.Run) {
    imagePlaces.append((bytes.count, image))
    append([UInt8(ascii: " ")], marks: [], link: run.link, source: run.range)
  }

  mutating func append(_ damage: Damage) { damages.append(damage) }
}
