import MarkdownTree

/// A tag of a template inside a text: `{{< icon "plus" >}}`, `{% data variables.product.name %}`.
struct InlineTag {
  /// What a reader may know it by; nothing for a tag that only marks what stands around it.
  let text: String
  /// It shows a picture.
  let isIcon: Bool
  /// Where it ends.
  let end: Int

  /// The tag that begins at a place; nil where it is text, such as the name of a value in braces.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count > 4, bytes.first == UInt8(ascii: "{"),
      let tag = TagText(bytes, opening: "{{<", closing: ">}}")
        ?? TagText(bytes, opening: "{{%", closing: "%}}")
        ?? TagText(bytes, opening: "{%", closing: "%}")
    else { return nil }
    end = tag.end
    isIcon = tag.name.lowercased().hasSuffix("icon")
    if isIcon {
      text = tag.argument ?? tag.value(of: "name", "icon") ?? ""
    } else if bytes.starts(with: "{%") {
      // Only "data" stands for a text: its path ends with what that is called.
      let path = tag.name == "data" ? tag.argument ?? "" : ""
      text = path.split(separator: ".").last.map(String.init) ?? ""
    } else {
      let isMark = tag.isClosing || bytes[tag.end...].contains("/\(tag.name)")
      text = isMark ? "" : tag.value(of: "text") ?? tag.name
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func contains(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return true }
    var rest = self[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: wanted) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}

extension Inlines {
  /// The same, with the pieces of one text in one run.
  var joined: Inlines {
    var joined = self
    joined.bytes = []
    joined.runs = []
    for run in runs {
      guard case .text(let text) = run.content else {
        joined.runs.append(run.moved(from: self, to: &joined))
        continue
      }
      let start = joined.bytes.count
      joined.bytes += bytes[text]
      if let last = joined.runs.last, case .text(let before) = last.content,
        last.range.upperBound == run.range.lowerBound, last.style == run.style,
        last.link == run.link, before.count == last.range.count, text.count == run.range.count
      {
        joined.runs[joined.runs.count - 1].content = .text(before.lowerBound..<joined.bytes.count)
        joined.runs[joined.runs.count - 1].range = last.range.lowerBound..<run.range.upperBound
      } else {
        var run = run
        run.content = .text(start..<joined.bytes.count)
        joined.runs.append(run)
      }
    }
    return joined
  }
}

extension Inlines.Run {
  /// The run of another text, with its bytes brought along.
  fileprivate func moved(from old: Inlines, to new: inout Inlines) -> Inlines.Run {
    guard case .html(let range) = content else { return self }
    var run = self
    run.content = .html(new.bytes.count..<new.bytes.count + range.count)
    new.bytes += old.bytes[range]
    return run
  }
}
