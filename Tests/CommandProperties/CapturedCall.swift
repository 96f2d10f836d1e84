import FoundationEssentials
import SystemPackage
import stepcheck

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A call of the command in this process, with all that it wrote.
struct CapturedCall: Equatable {
  let arguments: [String]
  let status: Int32
  let output: String
  let errors: String

  /// - Parameters:
  ///   - arguments: Those of the command line.
  ///   - folder: Where what is written is caught.
  init(_ arguments: [String], catchingIn folder: String) async {
    self.arguments = arguments
    let streams = [STDOUT_FILENO, STDERR_FILENO]
    let saved = streams.map { dup($0) }
    for stream in streams {
      let file = open("\(folder)/\(stream)", O_RDWR | O_CREAT | O_TRUNC, 0o644)
      dup2(file, stream)
      close(file)
    }
    status = await Command.exitCode(of: arguments)
    for (stream, other) in zip(streams, saved) {
      dup2(other, stream)
      close(other)
    }
    output = Self.text("\(folder)/\(STDOUT_FILENO)")
    errors = Self.text("\(folder)/\(STDERR_FILENO)")
  }

  static func text(_ path: String) -> String {
    String(decoding: (try? Data(contentsOf: URL(filePath: path))) ?? Data(), as: UTF8.self)
  }
}
