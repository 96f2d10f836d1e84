import Diagnostics
import ProcedureModel

/// Puts together what is one list to a reader: lists that something unindented splits, and steps
/// that are no list items.
///
/// A repair is only recorded and reported if the list turns out to be a procedure.
struct ListMender {
  private let source: SourceText

  static func mended(_ parts: [PagePart], in source: SourceText) -> [PagePart] {
    ListMender(source: source).mended(parts)
  }

  private func mended(_ parts: [PagePart]) -> [PagePart] {
    var parts = Branches.woven(parts)
    for index in parts.indices {
      switch parts[index].kind {
      case .list(var list):
        // Most items are a paragraph.
        guard list.items.contains(where: { $0.parts.count > 1 || !$0.parts.allSatisfy(\.isText) })
        else { continue }
        for item in list.items.indices { list.items[item].parts = mended(list.items[item].parts) }
        parts[index].kind = .list(list)
      case .section(let title, let inside):
        parts[index].kind = .section(title: title, mended(inside))
      case .branch(let name, let inside): parts[index].kind = .branch(name, mended(inside))
      case .quote(let inside): parts[index].kind = .quote(mended(inside))
      case .heading, .paragraph, .admonition, .table, .code, .html, .snippet, .thematicBreak:
        break
      }
    }
    parts = NumberedLines.asLists(parts)
    guard parts.count > 1 else { return parts }
    let written = WrittenSteps(parts).asLists()
    let lists = written.count { part in
      if case .list(let list) = part.kind { list.isOrdered } else { false }
    }
    if lists == 0 { return written }
    return lists > 1 ? joined(written) : withTrailingImages(written)
  }

  // MARK: Split lists

  private func joined(_ parts: [PagePart]) -> [PagePart] {
    var joined: [PagePart] = []
    joined.reserveCapacity(parts.count)
    /// The last ordered list of the section.
    var last: Int?
    /// Whether a step of it that isn't a list item is already reported.
    var isTold = false
    for part in parts {
      if case .heading = part.kind { last = nil }
      guard case .list(let list) = part.kind, list.isOrdered, !list.isHTML else {
        joined.append(part)
        continue
      }
      let tells = list.repairs.contains { $0.rule == .stepNotInList }
      guard let index = last, case .list(var first) = joined[index].kind else {
        last = joined.count
        isTold = tells
        joined.append(part)
        continue
      }
      let between = Array(joined[(index + 1)...])
      guard goesOn(list, after: first, between: between) else {
        last = joined.count
        isTold = tells
        joined.append(part)
        continue
      }
      if first.original.isEmpty { first.original = [joined[index]] }
      // Held here alone: else each list that is joined to it would copy all before it.
      joined[index].kind = .thematicBreak
      first.original += between + (list.original.isEmpty ? [part] : list.original)
      first.repairs += list.repairs
      isTold = isTold || tells
      if let finding = finding(between, part, first, isTold) { first.repairs.append(finding) }
      if !first.items.isEmpty { first.items[first.items.count - 1].parts += between }
      first.items += list.items
      joined[index].kind = .list(first)
      joined[index].offsets = extended(joined[index], by: part)
      joined.removeLast(between.count)
    }
    return withTrailingImages(joined)
  }

  private func extended(_ part: PagePart, by other: PagePart) -> Range<Int> {
    guard part.source.path == other.source.path else { return part.offsets }
    return part.offsets.lowerBound..<max(part.offsets.upperBound, other.offsets.upperBound)
  }

  /// Whether a list is the rest of the one before.
  private func goesOn(_ list: PageList, after first: PageList, between: [PagePart]) -> Bool {
    if list.firstNumber != 1 { return list.firstNumber == first.nextNumber }
    // "Or", and another way in words: the list goes on behind it.
    let or = between.firstIndex { part in
      if case .paragraph(let text) = part.kind {
        text.marked.text.lowercased() == "or"
      } else {
        false
      }
    }
    if let or, or + 1 == between.count { return false }
    return between[..<(or ?? between.count)].allSatisfy { part in
      switch part.kind {
      case .paragraph(let text): !Self.isIntroduction(text.marked)
      case .admonition, .quote, .table, .code, .html, .snippet: true
      case .list(let bullets): !bullets.isOrdered
      case .heading, .section, .branch, .thematicBreak: false
      }
    }
  }

  /// Whether a paragraph introduces what follows it, rather than to say more of what was before.
  static func isIntroduction(_ text: MarkedText) -> Bool {
    guard !text.bytes.allSatisfy({ $0 == UInt8(ascii: " ") }) else { return false }
    if text.isLabel { return true }
    let content = text.text
    if content.hasSuffix(":") || content.lowercased() == "or" { return true }
    let words = content.lowercased().split { !$0.isLetter && $0 != "'" }
    guard let first = words.first else { return false }
    return openers.contains(String(first)) || words.contains { listWords.contains(String($0)) }
  }

  private static let openers: Set<String> = [
    "to", "if", "when", "for", "next", "then", "now", "once", "after", "before",
    "alternatively", "another", "also", "you", "follow", "use", "repeat", "do", "example",
    "instead", "otherwise", "option", "finally", "first", "second", "third",
  ]
  private static let listWords: Set<String> = [
    "steps", "following", "procedure", "procedures", "instructions", "below", "follows",
  ]

  private func finding(
    _ between: [PagePart], _ part: PagePart, _ first: PageList, _ isTold: Bool
  ) -> Finding? {
    guard part.includedAt == nil, part.source.path == source.path else { return nil }
    let step = first.items.count
    if let splitting = between.first {
      guard splitting.includedAt == nil else { return nil }
      let last = between.last ?? splitting
      let range = splitting.source.range(
        splitting.offsets.lowerBound..<max(splitting.offsets.upperBound, last.offsets.upperBound))
      return Finding(
        .splitList, at: range, "this ends the list after step \(step)",
        because: ["the next item starts a new list, with its own numbering"],
        perhaps: ["indent it to the text of step \(step), so that it becomes part of the step"])
    }
    // A step that isn't a list item is already reported.
    guard first.items.last?.includedAt == nil, !isTold else { return nil }
    return Finding(
      .splitList, at: source.range(part.offsets.lowerBound..<part.offsets.lowerBound),
      "another list begins after step \(step)",
      because: ["a number with a different delimiter (\".\" or \")\") starts a new list"],
      perhaps: ["use the same delimiter for all items of the list"])
  }

  /// A screenshot right behind a list belongs to its last step.
  private func withTrailingImages(_ parts: [PagePart]) -> [PagePart] {
    var kept: [PagePart] = []
    kept.reserveCapacity(parts.count)
    for part in parts {
      if case .paragraph(let text) = part.kind, text.isImage, let last = kept.last,
        case .list(var list) = last.kind, list.isOrdered, !list.items.isEmpty
      {
        list.items[list.items.count - 1].parts.append(part)
        kept[kept.count - 1].kind = .list(list)
      } else {
        kept.append(part)
      }
    }
    return kept
  }
}

extension PagePart {
  fileprivate var isText: Bool { if case .paragraph = kind { true } else { false } }
}

extension PageText {
  /// Whether there are images and no words.
  var isImage: Bool { !images.isEmpty && marked.bytes.allSatisfy { $0 == UInt8(ascii: " ") } }
}
