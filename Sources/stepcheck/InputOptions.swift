import ArgumentParser
import ProcedureReports

/// What is checked, where it is not named by arguments.
struct InputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file with the paths to check, a line each; - for standard input.", valueName: "file"))
  var pathsFrom: String?

  @Option(
    help: ArgumentHelp(
      "Where the page is that is read from standard input: check - --path help/x.md.",
      valueName: "page"))
  var path: String?

  /// A command's pages, as far as they are named.
  struct Input {
    var paths: [String]
    /// The page that is read from standard input.
    var given: GivenPage?
    /// What a list names that is no page.
    var others: [ConsoleReport.Skipped] = []
    /// Whether the paths are those of a list, which may be empty.
    var isList = false
  }

  /// - Parameter arguments: The paths on the command line; none for the site root of the config.
  /// - Returns: All that is to be checked.
  /// - Throws: A `ValidationError` for wrong usage, ``ConfigurationError`` for what can't be read.
  func input(besides arguments: [String]) throws -> Input {
    if arguments.contains("-") { return try standardInput(besides: arguments) }
    if path != nil {
      throw ValidationError("--path says where a page from standard input is: check - --path PAGE")
    }
    if let pathsFrom { return try list(in: pathsFrom, besides: arguments) }
    if !arguments.isEmpty { return Input(paths: arguments) }
    guard let configuration = try Configuration.nearest(to: "") else {
      throw ValidationError(
        "name a page or a folder, for instance: stepcheck check help\n"
          + "(the default is the site root in \(Configuration.fileName), and there is no such"
          + " file)")
    }
    return Input(paths: [configuration.siteRoot ?? configuration.folder])
  }

  private func standardInput(besides arguments: [String]) throws -> Input {
    guard arguments == ["-"], pathsFrom == nil else {
      throw ValidationError("a page from standard input is checked alone: check - --path PAGE")
    }
    guard let path else {
      throw ValidationError(
        "say where the page from standard input is, for its links and its config:"
          + " check - --path PAGE")
    }
    let page = try GivenPage(path: path, bytes: Self.bytes(ofFile: "-"))
    return Input(paths: [page.path], given: page)
  }

  /// The paths of a list; NULs between them hold where there are any, as "git diff -z" writes them.
  private func list(in file: String, besides arguments: [String]) throws -> Input {
    let bytes = try Self.bytes(ofFile: file)
    let isSeparator: (UInt8) -> Bool =
      bytes.contains(0)
      ? { $0 == 0 } : { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    let listed = bytes.split(whereSeparator: isSeparator)
      .map { String(decoding: $0, as: UTF8.self) }
    var input = Input(paths: arguments, isList: true)
    for path in listed {
      if FileReading.kind(path) == .file, !FileLibrary.isPage(path) {
        input.others.append(
          ConsoleReport.Skipped(path: path, reason: "its name is not that of a page"))
      } else {
        input.paths.append(path)
      }
    }
    return input
  }

  /// - Throws: ``ConfigurationError`` where it can't be read.
  private static func bytes(ofFile path: String) throws -> [UInt8] {
    do throws(FileReading.Failure) {
      return path == "-"
        ? try FileReading.bytesOfStandardInput() : try FileReading.bytes(of: path)
    } catch {
      throw ConfigurationError("\(path == "-" ? "standard input" : path): \(error.message)")
    }
  }
}
