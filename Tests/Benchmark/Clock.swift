#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What the C library knows: times in seconds, memory in KiB.
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

  /// Of all commands that were run and have ended.
  static var childSeconds: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    let times = [usage.ru_utime, usage.ru_stime]
    return times.reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
  }

  static func exitFailing() -> Never { exit(1) }

  static func logarithm(_ number: Double) -> Double { log(number) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
