import Diagnostics
package import EngineInterface
import HashTreeCollections
import ProcedureModel
import Synchronization

/// The product, and all that goes with it, once some prerequisites are done.
struct Prepared<E: Engine>: Sendable {
  var session: Session<E>
  /// Those of the pages that are required: a page's own ones say who is signed in.
  var circumstances: Circumstances
  var substitution: Substitution
  /// By path, the pages that were performed; by destination, the links that lead nowhere.
  var done: TreeDictionary<PathKey, RequiredRun.ID?> = [:]
  /// What led here.
  var last: Beginning
}

/// Where the run of a required page begins.
enum Beginning: Hashable, Sendable {
  case start(Circumstances, explains: Bool, given: [String: String])
  case end(of: RequiredRun.ID)
}

/// What makes the run of a required page the same for two pages that require it.
struct RunKey: Hashable, Sendable {
  let page: PathKey
  let beginning: Beginning
  /// What the pages that require it call things.
  let names: [ReferredName]
}

/// The run of a required page, as reports show it.
struct RequiredRun: Sendable {
  typealias ID = Int

  let result: PrerequisiteResult
  /// What the page requires itself.
  let prerequisites: [PrerequisiteResult]
}

/// The states that required pages leave, each worked out once for all pages of a check.
package final class SharedRuns<E: Engine>: Sendable {
  struct State: Sendable {
    let prepared: Prepared<E>
    let requirements: Requirements
    /// As reports tell it.
    let result: PrerequisiteResult
    /// To come back to the end of the run; nil where the engine has no way back.
    let mark: E.Mark?
    /// What searching for it, and for what it requires, has cost.
    let account: SearchAccount
  }

  private typealias Outcome = Result<State, E.Failure>
  private enum Work {
    case open(Task<Outcome, Never>)
    /// A task that is kept keeps all memory that it needed.
    case done(Outcome)
  }
  private let known = Mutex<[RunKey: Work]>([:])
  private let runs = Mutex<[RequiredRun]>([])
  private let names = Mutex<[PathKey: [ReferredName]]>([:])
  private let stated = Mutex<[PathKey: StatedByPage]>([:])

  package init() {}

  /// The state of a key; whoever asks first works it out, and others wait for it.
  func state(
    _ key: RunKey, _ work: @escaping @Sendable () async throws(E.Failure) -> State
  ) async throws(E.Failure) -> State {
    let own = known.withLock { known in
      if let own = known[key] { return own }
      let own = Work.open(
        Task {
          let outcome = await Self.outcome(of: work)
          self.known.withLock { $0[key] = .done(outcome) }
          return outcome
        })
      known[key] = own
      return own
    }
    return switch own {
    case .open(let task): try await task.value.get()
    case .done(let outcome): try outcome.get()
    }
  }

  private static func outcome(
    of work: () async throws(E.Failure) -> State
  ) async -> Outcome {
    do throws(E.Failure) {
      return .success(try await work())
    } catch {
      return .failure(error)
    }
  }

  /// How many runs of required pages were worked out.
  package var count: Int { runs.withLock(\.count) }

  /// Keeps a run, and names it in its result.
  func keep(
    _ result: inout PrerequisiteResult, behind prerequisites: [PrerequisiteResult]
  ) -> RequiredRun.ID {
    result.procedures.forgetEnds()
    let unnamed = result
    let run = runs.withLock { runs in
      var named = unnamed
      named.run = runs.count
      runs.append(RequiredRun(result: named, prerequisites: prerequisites))
      return runs.count - 1
    }
    result.run = run
    return run
  }

  func run(_ id: RequiredRun.ID) -> RequiredRun { runs.withLock { $0[id] } }

  /// What a page calls records.
  func names(of page: Page) -> [ReferredName] {
    if let known = names.withLock({ $0[page.path] }) { return known }
    let found = page.referredNames { noun in E.product.factKinds.contains { $0.includes(noun) } }
    names.withLock { $0[page.path] = found }
    return found
  }

  /// What a page says of the circumstances; pages that require it ask for it as well.
  func stated(by page: Page) -> StatedByPage {
    if let known = stated.withLock({ $0[page.path] }) { return known }
    let found = StatedByPage(page, of: E.product)
    stated.withLock { $0[page.path] = found }
    return found
  }

  // MARK: Telling

  /// Adds to what a page requires what that requires itself, in the order in which it was
  /// performed.
  ///
  /// - Parameters:
  ///   - result: The next result of the check, in path order.
  ///   - listed: What the results before it list: each run is listed once in all of them.
  /// - Returns: The result with all that its page requires.
  package func completing(_ result: PageResult, _ listed: inout ListedRuns) -> PageResult {
    var result = result
    result.prerequisites = completing(result.prerequisites, &listed.ids)
    return result
  }

  /// Each prerequisite of a page, after those of its own that are not listed yet.
  private func completing(
    _ own: [PrerequisiteResult], _ seen: inout Set<RequiredRun.ID>
  ) -> [PrerequisiteResult] {
    let links = Dictionary(own.compactMap { own in own.run.map { ($0, own.link) } }) { $1 }
    var listed: Set<RequiredRun.ID> = []
    var told: [PrerequisiteResult] = []
    for direct in own {
      var open = [(result: direct, isDone: false)]
      while var (result, isDone) = open.popLast() {
        let id = result.run
        result.link = id.flatMap { links[$0] } ?? direct.link
        if let id, !isDone {
          if seen.insert(id).inserted {
            isDone = true
            open.append((result, isDone))
            open += run(id).prerequisites.reversed().map { ($0, false) }
            continue
          }
          // A run that is already listed is listed again only if the page itself requires it.
          guard links[id] != nil, !listed.contains(id) else { continue }
          result.isShared = true
        }
        if let id { listed.insert(id) }
        told.append(result)
      }
    }
    return told
  }
}

/// The runs that the results of a check list so far.
package struct ListedRuns: Sendable {
  fileprivate var ids: Set<RequiredRun.ID> = []

  package init() {}
}
