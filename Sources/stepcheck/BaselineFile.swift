import ArgumentParser
import Diagnostics
import FoundationEssentials
import ProcedureExecutor
import ProcedureModel
import ProcedureReports
import SystemPackage

struct BaselineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file of known findings, which don't fail the check.", valueName: "file"))
  var baseline: String?

  @Flag(help: "Write all that is found into the baseline.")
  var updateBaseline = false

  /// The baseline of a check; nil where there is none.
  ///
  /// - Throws: A `ValidationError` where it can't be written, ``ConfigurationError`` where it can't
  ///   be read.
  func file(for site: Site) throws -> BaselineFile? {
    guard let path = site.settings.baseline else {
      if updateBaseline {
        throw ValidationError(
          "--update-baseline needs the name of the file: --baseline FILE, or baseline: in"
            + " \(Configuration.fileName)")
      }
      return nil
    }
    if updateBaseline, site.sitemap.isGiven {
      throw ValidationError("a page from standard input is not written into a baseline")
    }
    if baseline == nil, !site.sitemap.mayHold(path) {
      throw ConfigurationError(
        "\(path): the baseline is outside the folders that may be read (name it with --baseline)")
    }
    return try BaselineFile(
      path: path, isUpdating: updateBaseline, failOn: site.settings.failOn ?? .error)
  }
}

/// A baseline in its file.
struct BaselineFile: Sendable {
  let path: String
  let baseline: Baseline
  /// All that is found becomes known, and is written.
  let isUpdating: Bool
  /// The least severity of what is written.
  private let least: Severity
  private let place: FilePath
  /// Known pages that are there no more: one may have another name now.
  private let gone: [String]

  /// - Parameters:
  ///   - path: The file, which has to be there if it is not written.
  ///   - isUpdating: Whether it is written.
  ///   - failOn: The lowest severity that fails the check.
  /// - Throws: ``ConfigurationError`` where it can't be read.
  init(path: String, isUpdating: Bool, failOn: Severity) throws {
    self.path = path
    self.isUpdating = isUpdating
    least = min(failOn, .warning)
    place = OutputFile.place(of: path)
    guard FileReading.kind(path) != nil else {
      guard isUpdating else {
        throw ConfigurationError(
          "\(path): there is no such baseline; to write it: --update-baseline")
      }
      baseline = Baseline()
      gone = []
      return
    }
    let bytes: [UInt8]
    do throws(FileReading.Failure) {
      bytes = try FileReading.bytes(of: path)
    } catch {
      throw ConfigurationError("\(path): \(error.message)")
    }
    baseline = try Self.baseline(reading: bytes, path)
    let folder = place.removingLastComponent()
    gone = baseline.pages { FileReading.kind(folder.pushing(FilePath($0)).string) != .file }
  }

  /// The path of a page, from the folder of the file.
  private func name(of page: String) -> String {
    FileLibrary.relative(OutputFile.place(of: page), to: place.removingLastComponent())
  }

  /// The name under which a page is known, which may be one that it had before.
  private func knownName(of result: PageResult, _ sources: [PathKey: SourceText]) -> String {
    baseline.knownName(
      of: result, named: name(of: result.page.path), orOf: gone, in: sources)
  }

  // MARK: A check

  /// Sets aside what is known, or becomes known.
  func apply(to result: inout PageResult, in sources: [PathKey: SourceText]) {
    guard isUpdating else {
      return baseline.set(asideFrom: &result, named: knownName(of: result, sources), in: sources)
    }
    result.setAside { finding in
      // That nothing was judged is no finding of a page.
      finding.severity >= least && finding.rule != .otherProduct ? .known : nil
    }
  }

  /// What a check found of the baseline.
  func use(by results: [PageResult], in sources: [PathKey: SourceText]) -> Baseline.Use {
    Baseline.Use(gone: isUpdating ? [] : gone(from: baseline, results, sources).sorted)
  }

  /// Writes what is known now; pages that were not checked keep what was known of them.
  ///
  /// - Parameters:
  ///   - results: The check.
  ///   - sources: The texts of its pages.
  ///   - read: The files that this run has read.
  /// - Returns: What has changed, in words.
  /// - Throws: ``ConfigurationError`` where it can't be written.
  func write(
    _ results: [PageResult], in sources: [PathKey: SourceText], besides read: [String]
  ) throws -> String {
    let checked = found(results, sources) { name(of: $0.page.path) }
    var now = baseline.filter { !checked.names.contains($0) && !gone.contains($0) }
    now.add(checked.known)
    let file = OutputFile(path: path)
    try file.refuse(besides: read)
    if FileReading.kind(path) == nil || now != baseline { try file.write(now.text) }
    return "\(path): \(counted(now.total, "known finding"))"
      + " (\(now.subtracting(baseline).total) new, \(baseline.subtracting(now).total) gone)"
  }

  private func gone(
    from baseline: Baseline, _ results: [PageResult], _ sources: [PathKey: SourceText]
  ) -> Baseline {
    let checked = found(results, sources) { knownName(of: $0, sources) }
    return baseline.filter { checked.names.contains($0) || gone.contains($0) }
      .subtracting(checked.known)
  }

  /// The pages that were judged, and what is known of them.
  private func found(
    _ results: [PageResult], _ sources: [PathKey: SourceText], named: (PageResult) -> String
  ) -> (names: Set<PathKey>, known: Baseline) {
    var names: Set<PathKey> = []
    var known = Baseline()
    for result in results where !result.isOfOtherProduct {
      let name = named(result)
      names.insert(name)
      known.add(Baseline.known(in: result, named: name, in: sources))
    }
    return (names, known)
  }

  // MARK: Reading

  private struct Content: Decodable {
    struct Known: Decodable {
      let rule: String
      let procedure: String?
      let text: String
      let count: Int
    }
    let schema: Int
    let pages: [String: [Known]]
  }

  private static func baseline(reading bytes: [UInt8], _ path: String) throws -> Baseline {
    guard let content = try? JSONDecoder().decode(Content.self, from: Data(bytes)) else {
      let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      if let index = lines.firstIndex(where: { $0.starts(with: "<<<<<<< ".utf8) }) {
        throw ConfigurationError(
          "\(path):\(index + 1): here a merge left a conflict; take either side, then run with"
            + " --update-baseline")
      }
      throw ConfigurationError("\(path): this is no baseline that stepcheck wrote")
    }
    guard content.schema == 1 else {
      throw ConfigurationError("\(path): this baseline is of another version of stepcheck")
    }
    var counts: [Baseline.Entry: Int] = [:]
    for (page, known) in content.pages {
      for finding in known where finding.count > 0 {
        let entry = Baseline.Entry(
          page: page, rule: finding.rule, procedure: finding.procedure, text: finding.text)
        // A merge may bring a line in twice; a sum too large is no count.
        counts[entry] = max(counts[entry] ?? 0, finding.count)
      }
    }
    return Baseline(counts: counts)
  }
}
