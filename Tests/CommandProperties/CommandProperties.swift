import Diagnostics
import FoundationEssentials
import ReportProperties

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What holds for the commands over any folder.
package struct CommandProperties: Sendable {
  /// The reports that go to files, with what their readers take them for.
  private static let reports: [(name: String, format: ReportText.Format)] = [
    ("json", .json), ("github", .commands), ("junit", .xml), ("sarif", .json), ("gitlab", .json),
    ("markdown", .printed), ("tap", .printed), ("ctrf", .json), ("html", .html),
  ]
  private static let calls: [(arguments: [String], format: ReportText.Format)] = [
    (["model", "."], .printed), (["model", ".", "--format", "json"], .json),
    (["checklist", "."], .printed), (["checklist", ".", "--format", "csv"], .csv),
    (["checklist", ".", "--format", "json"], .json),
    (["checklist", ".", "--format", "gherkin"], .printed),
  ]

  private let tree: FileTree
  /// Holds the files in "tree", and beside it what is written.
  private static let folder = FileManager.default.temporaryDirectory.path + "/stepcheck-\(getpid())"

  package init(_ tree: FileTree) {
    self.tree = tree
  }

  /// Makes the files, and runs all commands over them.
  ///
  /// - Parameter tell: Called with what does not hold.
  package func run(_ tell: (String) -> Void) async {
    setenv("SOURCE_DATE_EPOCH", "1767603600", 1)
    let files = FileManager.default
    try? files.removeItem(atPath: Self.folder)
    for name in ["tree", "out"] {
      try? files.createDirectory(
        atPath: "\(Self.folder)/\(name)", withIntermediateDirectories: true)
    }
    let here = files.currentDirectoryPath
    guard chdir(Self.folder + "/tree") == 0 else { return tell("there is no folder to work in") }
    defer { chdir(here) }
    tree.make(in: ".")
    let first = await written()
    check(first, tell)
    let second = await written()
    for (before, after) in zip(first, second) where before.text != after.text {
      tell("\(before.name): the same files give other bytes")
    }
  }

  private struct Text {
    let name: String
    let format: ReportText.Format
    let text: String
    var status: Int32?
  }

  private func written() async -> [Text] {
    let out = "../out"
    let outputs = Self.reports.flatMap { ["--output", "\($0.name)=\(out)/r.\($0.name)"] }
    // Finding out whether pages are about another product takes longer than all the rest, so only
    // some folders are checked without the name of the engine.
    let engine = tree.size.isMultiple(of: 8) ? [] : ["--engine", "marketo-admin"]
    let check = await CapturedCall(["check", ".", "-v"] + engine + outputs, catchingIn: out)
    var texts = Self.texts(of: check, .printed)
    // A config with a mistake stops the check before it reports.
    texts += Self.reports.filter { FileManager.default.fileExists(atPath: "\(out)/r.\($0.name)") }
      .map {
        Text(name: $0.name, format: $0.format, text: CapturedCall.text("\(out)/r.\($0.name)"))
      }
    for call in Self.calls {
      texts += Self.texts(of: await CapturedCall(call.arguments, catchingIn: out), call.format)
    }
    return texts
  }

  private static func texts(of call: CapturedCall, _ format: ReportText.Format) -> [Text] {
    let name = call.arguments.prefix(4).joined(separator: " ")
    // A config with a mistake gives no report; what can't be read leaves the rest of one.
    let isReport = !call.output.isEmpty || call.status < 2
    return [
      Text(
        name: name, format: isReport ? format : .printed, text: call.output, status: call.status),
      Text(name: name + ", errors", format: .printed, text: call.errors),
    ]
  }

  private func check(_ texts: [Text], _ tell: (String) -> Void) {
    for text in texts {
      ReportText(format: text.format, text: text.text).check { tell("\(text.name): \($0)") }
    }
    for (call, errors) in zip(texts, texts.dropFirst()) {
      guard let status = call.status else { continue }
      if !(0...2).contains(status) { tell("\(call.name): exit code \(status)") }
      let isTold = !errors.text.isEmpty || call.text.contains("error[other-product]")
      if status == 2, !isTold { tell("\(call.name): exit code 2, and no reason") }
    }
    guard let json = texts.first(where: { $0.name == "json" }) else { return }
    WrittenReport(json.text)?.check(status: texts[0].status ?? 0, tell)
  }
}
