#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Times in seconds, memory in KiB.
enum Clock {
  static var wallSeconds: Double { seconds(CLOCK_MONOTONIC) }
  static var processSeconds: Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

  /// The CPU time that some work takes on this thread.
  static func threadSeconds(_ work: () -> Void) -> Double {
    let start = seconds(CLOCK_THREAD_CPUTIME_ID)
    work()
    return seconds(CLOCK_THREAD_CPUTIME_ID) - start
  }

  static var peakMemory: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
