/// How far a check is, on a terminal, where it takes longer than a moment.
struct Progress {
  private let total: Int
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var drawn: ContinuousClock.Instant?
  private var done = 0
  private var failed = 0

  init(total: Int, isShown: Bool) {
    self.total = total
    self.isShown = isShown
  }

  /// One more page is done.
  mutating func add(hasFailed: Bool) {
    done += 1
    if hasFailed { failed += 1 }
    let now = ContinuousClock.now
    guard isShown, now - start > .seconds(1), now - (drawn ?? start) > .milliseconds(100) else {
      return
    }
    drawn = now
    let seconds = (now - start).components.seconds
    Console.status("\(done) of \(total) pages, \(failed) failed, \(seconds) s")
  }

  /// Takes the line away, so that something else can be printed.
  mutating func clear() {
    guard drawn != nil else { return }
    drawn = nil
    Console.status("")
  }
}
