import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Starts the command, and waits until it is done.
///
/// Not an asynchronous main function: where that ends the main thread, the unwinder of a static
/// executable sorts its tables, which takes longer than the check of a page.
@main
enum Main {
  static func main() {
    let done = DispatchSemaphore(value: 0)
    // Detached from the main thread, which only waits.
    Task.detached {
      let code = await Command.exitCode(of: Array(CommandLine.arguments.dropFirst()))
      if code != 0 { exit(code) }
      done.signal()
    }
    done.wait()
  }
}
