import Synchronization

/// What is asked of a search; each is declared beside the code that asks it.
package struct Question: Hashable, Sendable {
  package let name: String
  /// How many interactions an answer is worth.
  let budget: Int
  /// Whether what is done for it is done in earnest, and noted.
  var isInEarnest = false

  init(_ name: String, budget: Int, isInEarnest: Bool = false) {
    self.name = name
    self.budget = budget
    self.isInEarnest = isInEarnest
  }
}

/// What searches have cost in a run, in interactions by question.
package final class SearchAccount: Sendable {
  private let counts = Mutex<[Question: Int]>([:])

  package init() {}

  package var spent: [Question: Int] { counts.withLock { $0 } }

  /// Counts what another account has spent.
  func add(_ other: SearchAccount) {
    for (question, count) in other.spent { add(count, to: question) }
  }

  fileprivate func add(_ count: Int, to question: Question) {
    counts.withLock { $0[question, default: 0] += count }
  }
}

/// One question that is being answered by trying: what it may still cost.
final class Search: Sendable {
  let question: Question
  private let account: SearchAccount
  private let rest: Mutex<Int>

  init(_ question: Question, on account: SearchAccount) {
    self.question = question
    self.account = account
    rest = Mutex(question.budget)
  }

  var isTrial: Bool { !question.isInEarnest }

  var mayGoOn: Bool { rest.withLock { $0 > 0 } }

  func spend(_ count: Int = 1) {
    rest.withLock { $0 -= count }
    account.add(count, to: question)
  }
}
