import Synchronization

/// What was worked out of texts that come up again and again, such as the labels of a screen.
///
/// It forgets all when it is full, so that pages without end can't fill the memory.
struct Memo<Value: Sendable>: ~Copyable, Sendable {
  private let known = Mutex<[String: Value]>([:])
  private let limit = 10_000

  func value(of text: String, _ work: (String) -> Value) -> Value {
    if let value = known.withLock({ $0[text] }) { return value }
    let value = work(text)
    known.withLock { known in
      if known.count >= limit { known.removeAll(keepingCapacity: true) }
      known[text] = value
    }
    return value
  }
}
