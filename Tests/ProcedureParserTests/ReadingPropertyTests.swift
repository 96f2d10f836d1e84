import ProcedureModel
import TestSupport
import Testing

/// What holds of the reading of any step.
struct ReadingPropertyTests {
  /// Pages of one step each, and whole pages: the project's own, and real ones where they are at
  /// hand.
  private static let pages: [String] = {
    let steps = WritingStepsManual.examples.map { "# T\n\n1. \($0.step)\n" }
    let own = (try? Repository.pages(in: "help")) ?? [:]
    let real = (try? Repository.pages(in: "../shared/pages")) ?? [:]
    return steps + own.values.sorted() + real.values.sorted()
  }()

  @Test func `the same text is read in the same way`() {
    for page in Self.pages {
      #expect(readPage(page).readings == readPage(page).readings)
    }
  }

  /// A step may end anywhere: a writer is in the middle of it, or a mark swallows the rest.
  @Test func `a step that breaks off is read`() {
    for example in WritingStepsManual.examples {
      let words = example.step.split(separator: " ")
      for count in words.indices.map({ $0 + 1 }) {
        let start = words.prefix(count).joined(separator: " ")
        for end in ["", ",", ", and", " or", " by clicking", " (", " **"] {
          #expect(readPage("# T\n\n1. \(start)\(end)\n1. Click **A**.\n").procedures.count == 1)
        }
      }
    }
  }

  @Test func `an unrelated paragraph changes nothing`() {
    for page in Self.pages where page.hasSuffix("\n") && !page.contains("+++") {
      let longer = page + "\n## Further\n\nThis page has further words, in a section of its own.\n"
      #expect(readPage(longer).readings == readPage(page).readings)
    }
  }

  /// Marks that all say "these words stand on the screen".
  private static let marks: [(before: String, after: String)] = [
    ("[!UICONTROL ", "]"), ("**[!UICONTROL ", "]**"), ("[!UICONTROL **", "**]"), ("__", "__"),
  ]

  @Test(arguments: WritingStepsManual.examples)
  func `all marks of a label are read alike`(example: WritingStepsManual.Example) {
    let parts = example.step.components(of: "**")
    guard parts.count > 1 else { return }
    let bold = readPage("# T\n\n1. \(example.step)\n").readings
    for mark in Self.marks {
      let step = parts.enumerated().map { index, part in
        index % 2 == 1 ? mark.before + part + mark.after : part
      }
      #expect(readPage("# T\n\n1. \(step.joined())\n").readings == bold, "\(mark)")
    }
  }

  @Test(arguments: WritingStepsManual.examples)
  func `to mark what was read as a label lowers nothing`(example: WritingStepsManual.Example) {
    let plain = readPage("# T\n\n1. \(example.step)\n")
    for action in plain.procedures.flatMap(\.allSteps).flatMap(\.actions) {
      guard let target = action.target, target.form == .label, !target.isMarked,
        target.path.isEmpty
      else { continue }
      let parts = example.step.components(of: target.text)
      let marked = parts.joined(separator: "**\(target.text)**")
      let actions = readPage("# T\n\n1. \(marked)\n").procedures.flatMap(\.allSteps)
        .flatMap(\.actions)
      #expect(actions.contains { $0.verb == action.verb && $0.target?.text == target.text })
    }
  }
}
