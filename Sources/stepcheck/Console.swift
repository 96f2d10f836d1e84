import Diagnostics
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
  /// Prints lines of a report.
  ///
  /// - Throws: ``OutputError`` where not all of them could be written.
  static func print(_ text: String, inColor: Bool = false) throws(OutputError) {
    try write(OutputGate.lines(text, allowsColor: inColor))
  }

  /// Prints lines that a CI log is to take for its commands, made safe by who wrote them.
  ///
  /// - Throws: ``OutputError`` where not all of them could be written.
  static func printCommands(_ text: String) throws(OutputError) { try write(text) }

  private static func write(_ text: String) throws(OutputError) {
    do {
      try FileDescriptor.standardOutput.writeAll(text.utf8)
    } catch Errno.brokenPipe {
      // A reader that went away ("| head") is no error of ours.
    } catch {
      throw OutputError(reason: (error as? Errno)?.description ?? "\(error)")
    }
  }

  static func error(_ text: String) { writeError("stepcheck: \(text)\n") }

  /// Replaces the last line on a terminal; an empty one takes it away.
  static func status(_ text: String) {
    _ = try? FileDescriptor.standardError.writeAll(
      ("\r\u{1B}[K" + OutputGate.visible(text)).utf8)
  }

  /// Whether what is written is seen on a terminal.
  static var isTerminal: (output: Bool, errors: Bool) {
    (isatty(STDOUT_FILENO) == 1, isatty(STDERR_FILENO) == 1)
  }

  /// If standard error can't be written to, the message is dropped.
  static func writeError(_ text: String) {
    _ = try? FileDescriptor.standardError.writeAll(OutputGate.lines(text).utf8)
  }
}

/// Standard output can't be written to.
struct OutputError: Error, CustomStringConvertible {
  let reason: String

  var description: String { "the output can't be written: \(reason)" }
}
