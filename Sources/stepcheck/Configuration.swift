import Diagnostics
import FoundationEssentials
import SystemPackage
import YAMLTree

/// A `.stepcheck.yml`: which engine, under which circumstances, with which values.
struct Configuration {
  static let fileName = ".stepcheck.yml"
  /// The same with the long extension.
  static let otherFileName = ".stepcheck.yaml"
  static let engines = ["marketo-admin"]

  /// The folder of the file: globs and the site root are relative to it.
  let folder: String
  /// The file that it was read from.
  let path: String
  private(set) var engine: String?
  private(set) var siteRoot: String?
  private(set) var settings = Settings()
  /// What holds for a check as a whole.
  private(set) var run = RunSettings()
  private(set) var pages: [(glob: String, settings: Settings)] = []

  struct Settings {
    var given: [String: String] = [:]
    var values: [String: String] = [:]
    var rules = Rules()
    var skip: String?
  }

  /// What holds for a page: the general settings, then those of each glob that it matches.
  func settings(for page: String) -> Settings {
    pages.reduce(into: settings) { settings, entry in
      guard matches(entry.glob, page) else { return }
      settings.given.merge(entry.settings.given) { $1 }
      settings.values.merge(entry.settings.values) { $1 }
      settings.rules.merge(entry.settings.rules)
      if let skip = entry.settings.skip { settings.skip = skip }
    }
  }

  /// Whether a page is one of a pattern, which is relative to the file's folder.
  func matches(_ glob: String, _ page: String) -> Bool {
    Glob(glob).matches(Self.relative(page, to: folder))
  }

  /// The fields for which it has values, in order.
  var valueNames: [String] {
    Set(settings.values.keys).union(pages.flatMap(\.settings.values.keys)).sorted()
  }

  /// The error message for an unknown engine; nil if it is known.
  static func problem(withEngine name: String) -> String? {
    engines.contains(name)
      ? nil : "unknown engine \"\(name)\"; known: \(engines.joined(separator: ", "))"
  }

  /// The first config upwards from a folder.
  ///
  /// - Throws: ``ConfigurationError`` where it can't be read.
  static func nearest(to folder: String) throws -> Configuration? {
    try place(nearestTo: folder).map { try Configuration(at: $0) }
  }

  /// The folder of the first config upwards from a folder, as it is reached from there.
  static func place(nearestTo folder: String) -> String? {
    FileLibrary.ancestors(of: folder).first { FileReading.kind(path(in: $0)) == .file }
  }

  /// - Parameters:
  ///   - folder: The folder of the file.
  ///   - roots: Where the site root has to be; nil where nothing is read by it.
  /// - Throws: ``ConfigurationError`` where the file can't be read or has a mistake.
  init(at folder: String, roots: ReadingRoots? = nil) throws {
    try self.init(reading: Self.path(in: folder), folder: folder, roots: roots)
  }

  /// The file of a folder; where there is none, where it would be.
  static func path(in folder: String) -> String {
    let paths = [fileName, otherFileName].map {
      FilePath(folder).appending($0).lexicallyNormalized().string
    }
    return paths.first { FileReading.kind($0) == .file } ?? paths[0]
  }

  private static func relative(_ path: String, to folder: String) -> String {
    let here = FilePath(FileManager.default.currentDirectoryPath)
    var page = here.pushing(FilePath(path)).lexicallyNormalized()
    let base = here.pushing(FilePath(folder)).lexicallyNormalized()
    return page.removePrefix(base) ? page.string : path
  }

  // MARK: Reading

  /// The text of the file; nothing from a file that links elsewhere is printed.
  private static func text(reading path: String, folder: String) throws -> String {
    if FileReading.isSymbolicLink(path),
      FileReading.resolved(path)?.removingLastComponent() != FileReading.resolved(folder)
    {
      throw ConfigurationError(
        "\(path): this is a symbolic link out of its folder, so it is not"
          + " read")
    }
    let text: String
    do throws(FileReading.Failure) {
      text = String(decoding: try FileReading.bytes(of: path), as: UTF8.self)
    } catch {
      throw ConfigurationError("\(path): \(error.message)")
    }
    return text
  }

  private init(reading path: String, folder: String, roots: ReadingRoots?) throws {
    self.folder = folder
    self.path = path
    let text = try Self.text(reading: path, folder: folder)
    let root: YAMLNode?
    do throws(YAMLError) {
      root = try YAMLNode.parsing(text)
    } catch {
      throw ConfigurationError("\(path):\(error.placed)")
    }
    for (key, value) in try Self.entries(root, path, keys: Self.keys) {
      switch key {
      case .run(let key): try run.read(key, value.string, path)
      case .engine:
        let name = try Self.text(value, path, "engine")
        if let problem = Self.problem(withEngine: name) {
          throw ConfigurationError("\(path): \(problem)")
        }
        engine = name
      case .root:
        let name = try Self.text(value, path, "root")
        let root = FilePath(folder).appending(name).lexicallyNormalized().string
        guard FileReading.kind(root) == .folder else {
          throw ConfigurationError("\(path): root is \"\(name)\", but there is no such folder")
        }
        if let roots, !roots.hold(root) {
          throw ConfigurationError(
            "\(path): root is \"\(name)\", which is outside the folders that may be read "
              + "(allow it with --allow-outside)")
        }
        siteRoot = root.isEmpty ? "." : root
      case .given: settings.given = try Self.texts(value, path, "given")
      case .values: settings.values = try Self.texts(value, path, "values")
      case .rules: settings.rules = try Self.rules(value, path)
      case .pages:
        guard let mapping = value.mapping else {
          throw ConfigurationError("\(path): pages must be a mapping from glob to settings")
        }
        for (glob, node) in mapping {
          var settings = Settings()
          for (key, value) in try Self.entries(node, path, keys: Self.pageKeys) {
            switch key {
            case .given: settings.given = try Self.texts(value, path, "given")
            case .values: settings.values = try Self.texts(value, path, "values")
            case .rules: settings.rules = try Self.rules(value, path)
            case .skip: settings.skip = try Self.reason(value, path)
            }
          }
          pages.append((glob.string ?? "", settings))
        }
      }
    }
  }

  private enum Key {
    case engine, root, given, values, rules, pages
    case run(RunSettings.Key)
  }

  private enum PageKey: String, CaseIterable {
    case given, values, rules, skip
  }

  private static let keys = RunSettings.Key.allCases.reduce(
    into: [
      "engine": Key.engine, "root": .root, "given": .given, "values": .values, "rules": .rules,
      "pages": .pages,
    ]
  ) { keys, key in keys[key.rawValue] = .run(key) }
  private static let pageKeys = Dictionary(
    uniqueKeysWithValues: PageKey.allCases.map { ($0.rawValue, $0) })

  private static func entries<K>(
    _ node: YAMLNode?, _ path: String, keys: [String: K]
  ) throws -> [(K, YAMLNode)] {
    guard let node, !node.isNull else { return [] }
    guard let mapping = node.mapping else {
      throw ConfigurationError(
        "\(path): expected a mapping with the keys "
          + keys.keys.sorted().joined(separator: ", "))
    }
    return try mapping.map { key, value in
      let name = key.string ?? ""
      guard let known = keys[name] else {
        let nearest = Spelling.nearest(to: name, among: keys.keys.sorted())
        throw ConfigurationError(
          "\(path): unknown key \"\(name)\"" + (nearest.map { "; did you mean \"\($0)\"?" } ?? ""))
      }
      return (known, value)
    }
  }

  private static func text(_ node: YAMLNode, _ path: String, _ key: String) throws -> String {
    guard let text = node.string else {
      throw ConfigurationError("\(path): \(key) must be a string")
    }
    return text
  }

  private static func rules(_ node: YAMLNode, _ path: String) throws -> Rules {
    try Rules(reading: texts(node, path, "rules"), of: path)
  }

  /// Why a page is left out: words, for those who miss it.
  private static func reason(_ node: YAMLNode, _ path: String) throws -> String {
    let reason = try text(node, path, "skip")
    guard !["", "~", "null", "true", "false", "yes", "no"].contains(reason.lowercased()) else {
      throw ConfigurationError("\(path): skip must be the reason for skipping the page, in words")
    }
    return reason
  }

  private static func texts(
    _ node: YAMLNode, _ path: String, _ key: String
  ) throws -> [String: String] {
    guard let mapping = node.mapping else {
      throw ConfigurationError("\(path): \(key) must be a mapping from name to string")
    }
    var texts: [String: String] = [:]
    for (name, value) in mapping {
      texts[try text(name, path, key)] =
        try value.sequence?.map { try text($0, path, key) }.joined(separator: ", ")
        ?? text(value, path, key)
    }
    return texts
  }
}

extension YAMLError {
  /// "3:5: invalid YAML: did not find expected node content"; the text there is not quoted.
  fileprivate var placed: String {
    let place = "\(place.line):\(place.column)"
    return switch problem {
    case .alias:
      "\(place): YAML aliases and anchors are not allowed; write the value out, or quote it"
    case .invalid(let problem): "\(place): invalid YAML: \(problem)"
    }
  }
}

struct ConfigurationError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
