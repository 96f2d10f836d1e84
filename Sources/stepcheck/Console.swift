import FoundationEssentials
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard output and standard error: the only place that writes to them.
enum Console {
  /// Colour is for terminals, and only where nobody said otherwise (no-color.org).
  static var usesColor: Bool {
    let wish = ProcessInfo.processInfo.environment["NO_COLOR"] ?? ""
    return isatty(STDOUT_FILENO) == 1 && wish.isEmpty
  }

  static func print(_ text: String) {
    write(text, to: .standardOutput)
  }

  static func error(_ text: String) {
    write("stepcheck: \(text)\n", to: .standardError)
  }

  /// A reader that went away ("| head") is no error of ours.
  private static func write(_ text: String, to file: FileDescriptor) {
    _ = try? file.writeAll(text.utf8)
  }
}
