import Diagnostics
import ProcedureModel

/// Finds steps that are written with numbers, and are no items of a list.
///
///     ##### 1. Go to Admin.        Step 1: Go to Admin.        1\. Go to Admin.
///
/// They are steps where the numbers go on: to the next one, or to a list that counts from there.
struct WrittenSteps {
  private let parts: [PagePart]

  init(_ parts: [PagePart]) {
    self.parts = parts
  }

  /// How a step is written, and what stands behind its number.
  private struct Written {
    enum Form: Equatable {
      case heading(Int)
      case paragraph
    }

    let form: Form
    let number: Int
    let text: PageText
  }

  func asLists() -> [PagePart] {
    guard parts.indices.contains(where: { mayBeWritten($0) }) else { return parts }
    var read: [PagePart] = []
    read.reserveCapacity(parts.count)
    var index = 0
    var next = 1
    while index < parts.count {
      if case .list(let list) = parts[index].kind, list.isOrdered { next = list.nextNumber }
      if case .heading = parts[index].kind, written(index) == nil { next = 1 }
      guard let first = written(index), first.number == 1 || first.number == next,
        let (list, end) = list(from: index, first, continues: first.number > 1)
      else {
        read.append(parts[index])
        index += 1
        continue
      }
      read.append(list)
      next = first.number + (end - index)
      index = end
    }
    return read
  }

  /// The list that begins with a part, and the part behind it.
  private func list(
    from start: Int, _ first: Written, continues: Bool
  ) -> (PagePart, end: Int)? {
    var items: [PageItem] = []
    var repairs: [Finding] = []
    var index = start
    var current = first
    var isFollowed = false
    while true {
      guard let body = body(behind: index, current) else { return nil }
      let part = parts[index]
      var head = part
      head.kind = .paragraph(current.text)
      items.append(
        PageItem(
          parts: [head] + parts[(index + 1)..<body], source: part.source, offsets: part.offsets,
          includedAt: part.includedAt))
      repairs.append(finding(part, current))
      index = body
      guard index < parts.count else { break }
      if case .list(let list) = parts[index].kind, list.firstNumber == current.number + 1 {
        isFollowed = true
        break
      }
      guard let next = written(index), next.form == current.form,
        next.number == current.number + 1
      else { break }
      current = next
    }
    guard items.count > 1 || isFollowed || continues else { return nil }
    let list = PageList(
      firstNumber: first.number, items: items, repairs: repairs,
      original: Array(parts[start..<index]))
    var part = parts[start]
    part.kind = .list(list)
    part.offsets =
      part.offsets
      .lowerBound..<max(
        part.offsets.upperBound, items.last?.offsets.upperBound ?? 0)
    return (part, index)
  }

  /// Where the step's further parts end; nil where they show that it is the title of a section.
  private func body(behind start: Int, _ step: Written) -> Int? {
    var index = start + 1
    var end = index
    while index < parts.count {
      if let next = written(index), next.form == step.form, next.number == step.number + 1 {
        return index
      }
      switch parts[index].kind {
      case .heading(let level, _):
        if case .heading(let own) = step.form, level > own { return nil }
        return end
      case .list(let list) where list.isOrdered:
        if list.firstNumber == step.number + 1 { return index }
        return step.form == .paragraph ? end : nil
      case .paragraph(let text) where step.form == .paragraph && !text.isImage: break
      case .section, .branch: return end
      case .paragraph, .list, .admonition, .quote, .table, .code, .html, .snippet, .thematicBreak:
        if step.form != .paragraph || end == index { end = index + 1 }
      }
      index += 1
    }
    return end
  }

  /// Whether a text begins as a numbered step can.
  private func mayBeWritten(_ index: Int) -> Bool {
    switch parts[index].kind {
    case .heading(_, let text), .paragraph(let text):
      guard let first = text.marked.bytes.first else { return false }
      return Self.isDigit(first) || text.marked.bytes.starts(with: "Step ".utf8)
        || text.marked.bytes.starts(with: "STEP ".utf8)
    case .list, .admonition, .quote, .section, .branch, .table, .code, .html, .snippet,
      .thematicBreak:
      return false
    }
  }

  private func written(_ index: Int) -> Written? {
    switch parts[index].kind {
    case .heading(let level, let text):
      guard let (number, length, _) = Self.marker(text.marked) else { return nil }
      let marked = text.marked.dropping(length).dropping(anchor: true)
      return Written(
        form: .heading(level), number: number,
        text: PageText(marked: marked, links: text.links, images: text.images))
    case .paragraph(let text):
      guard let (number, length, isOwn) = Self.marker(text.marked), isOwn else { return nil }
      return Written(
        form: .paragraph, number: number,
        text: PageText(
          marked: text.marked.dropping(length), links: text.links, images: text.images))
    case .list, .admonition, .quote, .section, .branch, .table, .code, .html, .snippet,
      .thematicBreak:
      return nil
    }
  }

  /// `1. `, `1) `, `Step 1: ` at the beginning of a text.
  ///
  /// - Returns: The number, the bytes of the marker, and whether a paragraph may have it too:
  ///   "Step 1:", or a number whose sign is escaped.
  private static func marker(_ text: MarkedText) -> (number: Int, length: Int, isOwn: Bool)? {
    let bytes = text.bytes
    guard let first = bytes.first, first | 0x20 == UInt8(ascii: "s") || isDigit(first) else {
      return nil
    }
    var index = 0
    let isNamed = bytes.starts(with: "Step ".utf8) || bytes.starts(with: "STEP ".utf8)
    if isNamed { index = 5 }
    let digits = bytes[index...].prefix(3).prefix(while: isDigit)
    guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
    index += digits.count
    if isNamed, bytes[index...].starts(with: " -".utf8) {
      index += 2
    } else {
      guard index < bytes.count,
        isNamed ? ".:)".utf8.contains(bytes[index]) : ".)".utf8.contains(bytes[index])
      else { return nil }
      index += 1
    }
    let isEscaped = text.offsets(index - 1..<index).count == 2
    let blanks = bytes[index...].prefix { $0 == UInt8(ascii: " ") }.count
    guard blanks > 0, index + blanks < bytes.count else { return nil }
    return (number, index + blanks, isNamed || isEscaped)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private func finding(_ part: PagePart, _ step: Written) -> Finding {
    let text = step.text.marked.text
    let how =
      switch step.form {
      case .heading: "a heading"
      case .paragraph: "a paragraph"
      }
    return Finding(
      .stepNotInList, at: part.range,
      "step \(step.number) is written as \(how), not as a list"
        + " item",
      because: ["readers and tools see no list of steps here"],
      perhaps: ["write it as a list item: \"\(step.number). \(text)\""])
  }
}

extension MarkedText {
  /// The text of a heading without `{#anchor}`.
  fileprivate func dropping(anchor: Bool) -> MarkedText {
    guard bytes.last == UInt8(ascii: "}"), let open = bytes.lastIndex(of: UInt8(ascii: "{")),
      open + 1 < bytes.count, bytes[open + 1] == UInt8(ascii: "#")
    else { return self }
    return prefix(open)
  }
}
