package import Diagnostics
package import ProcedureExecutor
import ProcedureModel

/// Findings that were there when it was written, and that fail no check.
///
/// A finding is known by its page, its rule, its procedure and its words, wherever these stand; of
/// findings that are the same, as many are known as are counted.
package struct Baseline: Equatable, Sendable {
  package struct Entry: Hashable, Comparable, Sendable {
    /// From the folder of the baseline.
    package let page: String
    package let rule: String
    /// The title; nil for what stands before all procedures.
    package let procedure: String?
    /// The words that the finding is about.
    package let text: String

    package init(page: String, rule: String, procedure: String?, text: String) {
      self.page = page
      self.rule = rule
      self.procedure = procedure
      self.text = text
    }

    package static func < (a: Entry, b: Entry) -> Bool {
      (a.page, a.rule, a.procedure ?? "", a.text) < (b.page, b.rule, b.procedure ?? "", b.text)
    }
  }

  /// What a check found of a baseline.
  package struct Use: Sendable {
    /// What is found no more, in order.
    package let gone: [(entry: Entry, count: Int)]

    package init(gone: [(entry: Entry, count: Int)]) { self.gone = gone }

    var goneCount: Int { gone.reduce(0) { $0 + $1.count } }
  }

  /// How often each is known, by page.
  private var pages: [String: [Entry: Int]] = [:]

  package init(counts: [Entry: Int] = [:]) {
    for (entry, count) in counts { pages[entry.page, default: [:]][entry] = count }
  }

  package var total: Int { pages.values.reduce(0) { $0 + $1.values.reduce(0, +) } }

  /// More than this of the words of a finding tells nothing more.
  private static let textLimit = 200

  // MARK: Findings

  static func entry(
    for finding: Finding, of page: Page, named name: String, in sources: [PathKey: SourceText]
  ) -> Entry {
    let words = sources[finding.range.file]?.text(at: finding.range) ?? ""
    let text = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let place = page.place(of: finding)
    let procedure = page.procedures.last { procedure in
      place.map { procedure.start(on: page) <= $0 } ?? false
    }
    return Entry(
      page: name, rule: finding.rule.rawValue, procedure: procedure?.title.text,
      text: String(text.prefix(textLimit)))
  }

  /// Sets the findings of a page aside that are known.
  package func set(
    asideFrom result: inout PageResult, named name: String, in sources: [PathKey: SourceText]
  ) {
    let page = result.page
    guard var left = pages[name] else { return }
    result.setAside { finding in
      let entry = Self.entry(for: finding, of: page, named: name, in: sources)
      guard let count = left[entry], count > 0 else { return nil }
      left[entry] = count - 1
      return .known
    }
  }

  /// The known findings of a page.
  package static func known(
    in result: PageResult, named name: String, in sources: [PathKey: SourceText]
  ) -> Baseline {
    var counts: [Entry: Int] = [:]
    for aside in result.setAside where aside.cause == .known {
      counts[entry(for: aside.finding, of: result.page, named: name, in: sources), default: 0] += 1
    }
    return Baseline(counts: counts)
  }

  // MARK: Pages that were renamed

  /// Its pages that are there no more.
  package func pages(where isGone: (String) -> Bool) -> [String] {
    pages.keys.filter(isGone).sorted()
  }

  /// Under which name a page is known.
  ///
  /// - Parameters:
  ///   - result: What was found of the page.
  ///   - name: The page's own name.
  ///   - gone: The pages that are there no more, in order.
  ///   - sources: The texts of the check's pages.
  /// - Returns: Its own name, or that of a page that is there no more and of whose findings it has
  ///   at least half.
  package func knownName(
    of result: PageResult, named name: String, orOf gone: [String],
    in sources: [PathKey: SourceText]
  ) -> String {
    guard pages[name] == nil, !gone.isEmpty else { return name }
    let findings =
      result.findings + result.setAside.filter { $0.cause == .known }.map(\.finding)
    var best: (name: String, shared: Int)?
    for former in gone {
      guard let known = pages[former] else { continue }
      let found = findings.reduce(into: [Entry: Int]()) { counts, finding in
        counts[Self.entry(for: finding, of: result.page, named: former, in: sources), default: 0] +=
          1
      }
      let shared = known.reduce(0) { $0 + min($1.value, found[$1.key] ?? 0) }
      guard shared * 2 >= known.values.reduce(0, +), shared > best?.shared ?? 0 else { continue }
      best = (former, shared)
    }
    return best?.name ?? name
  }

  // MARK: Several

  package mutating func add(_ other: Baseline) {
    for (page, counts) in other.pages {
      pages[page, default: [:]].merge(counts, uniquingKeysWith: +)
    }
  }

  /// What it has and another one has not.
  package func subtracting(_ other: Baseline) -> Baseline {
    var rest: [Entry: Int] = [:]
    for (page, counts) in pages {
      for (entry, count) in counts where count > other.pages[page]?[entry] ?? 0 {
        rest[entry] = count - (other.pages[page]?[entry] ?? 0)
      }
    }
    return Baseline(counts: rest)
  }

  package func filter(_ isKept: (String) -> Bool) -> Baseline {
    var kept = self
    kept.pages = pages.filter { isKept($0.key) }
    return kept
  }

  package var sorted: [(entry: Entry, count: Int)] {
    pages.values.joined().sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  // MARK: Text

  /// As a file has it: a line for each, sorted, so that changes of two people merge.
  package var text: String {
    func quoted(_ text: String?) -> String { text.map(ReportJSON.quoted) ?? "null" }
    let pages = Dictionary(grouping: sorted, by: \.entry.page).sorted { $0.key < $1.key }
    let blocks = pages.map { page, entries in
      let lines = entries.map { entry, count in
        "      {\"rule\": \(quoted(entry.rule)), \"procedure\": \(quoted(entry.procedure)),"
          + " \"text\": \(quoted(entry.text)), \"count\": \(count)}"
      }
      return "    \(quoted(page)): [\n" + lines.joined(separator: ",\n") + "\n    ]"
    }
    let body = blocks.isEmpty ? "{}" : "{\n" + blocks.joined(separator: ",\n") + "\n  }"
    return "{\n  \"schema\": 1,\n  \"pages\": \(body)\n}\n"
  }
}

extension Procedure {
  /// Where it begins on its page: at its title, or at a step above that.
  fileprivate func start(on page: Page) -> SourcePosition {
    let first = steps.first.map { $0.includedAt?.start ?? $0.range.start }
    guard title.range.file == page.path else { return first ?? title.range.start }
    return first.map { min($0, title.range.start) } ?? title.range.start
  }
}
