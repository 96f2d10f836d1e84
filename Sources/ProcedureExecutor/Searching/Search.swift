import Synchronization

/// What is asked of a search, and how many interactions an answer is worth.
package enum Question: String, CaseIterable, Sendable {
  /// What has to be expanded before a control is there.
  case route
  /// Which of several controls of one name does what is wanted.
  case theOne = "the-one"
  /// Which item lets the rest of the step be done.
  case serving
  /// Whether the ways work that the run did not take.
  case ways
  /// For which choice the whole procedure has something to save.
  case fruitful
  /// Whether a procedure goes on where its predecessor ended.
  case goingOn = "going-on"
  /// What one step away shows a control that is missing.
  case nearby
  /// Under which other circumstances a control is there.
  case elsewhere
  /// What is on a screen when all that is collapsed is expanded.
  case unfolded
  /// What would save, or close, at the end of a procedure.
  case ending
  /// Which screens an engine has.
  case screens

  var budget: Int {
    switch self {
    case .theOne, .goingOn, .ending: 60
    case .route, .unfolded: 200
    case .nearby: 300
    case .serving: 600
    case .fruitful: 1_000
    case .elsewhere, .ways: 2_000
    case .screens: 20_000
    }
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

  /// Whether what is done for it leaves no trace: a procedure that is run again for another choice
  /// is run in earnest.
  var isTrial: Bool { question != .fruitful }

  var mayGoOn: Bool { rest.withLock { $0 > 0 } }

  func spend(_ count: Int = 1) {
    rest.withLock { $0 -= count }
    account.add(count, to: question)
  }
}
