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
  var done: TreeDictionary<String, RequiredRun.ID?> = [:]
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
  let page: String
  let beginning: Beginning
  /// What the pages that require it call things.
  let names: [ReferredName]
}

/// The run of a required page, as reports tell it.
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
    /// To come back to the end of the run; nil where the engine has no way back.
    let mark: E.Mark?
    /// What searching for it, and for what it requires, has cost.
    let account: SearchAccount
  }

  private typealias Work = Task<Result<State, E.Failure>, Never>
  private let known = Mutex<[RunKey: Work]>([:])
  private let runs = Mutex<[RequiredRun]>([])
  private let names = Mutex<[String: [ReferredName]]>([:])

  package init() {}

  /// The state of a key; whoever asks first works it out, and others wait for it.
  func state(
    _ key: RunKey, _ work: @escaping @Sendable () async throws(E.Failure) -> State
  ) async throws(E.Failure) -> State {
    let task = known.withLock { known in
      if let task = known[key] { return task }
      let task = Work {
        do throws(E.Failure) {
          return .success(try await work())
        } catch {
          return .failure(error)
        }
      }
      known[key] = task
      return task
    }
    return try await task.value.get()
  }

  /// How many runs of required pages were worked out.
  package var count: Int { runs.withLock(\.count) }

  /// Keeps a run, and names it in its result.
  func keep(_ result: PrerequisiteResult, behind prerequisites: [PrerequisiteResult])
    -> RequiredRun.ID
  {
    runs.withLock { runs in
      var result = result
      result.run = runs.count
      runs.append(RequiredRun(result: result, prerequisites: prerequisites))
      return runs.count - 1
    }
  }

  func run(_ id: RequiredRun.ID) -> RequiredRun { runs.withLock { $0[id] } }

  /// What a page calls records.
  func names(of page: Page) -> [ReferredName] {
    if let known = names.withLock({ $0[page.path] }) { return known }
    let found = page.referredNames { noun in E.product.factKinds.contains { $0.includes(noun) } }
    names.withLock { $0[page.path] = found }
    return found
  }

  // MARK: Telling

  /// Adds to what each page requires what that requires itself, each once in all results, in the
  /// order in which it was performed.
  package func completing(_ results: [PageResult]) -> [PageResult] {
    var seen: Set<RequiredRun.ID> = []
    return results.map { result in
      var result = result
      result.prerequisites = result.prerequisites.flatMap { with(its: $0, &seen) }
      return result
    }
  }

  /// What a prerequisite requires and was not told yet, then itself.
  private func with(
    its direct: PrerequisiteResult, _ seen: inout Set<RequiredRun.ID>
  ) -> [PrerequisiteResult] {
    var told: [PrerequisiteResult] = []
    var open = [(result: direct, isDone: false)]
    while let (found, isDone) = open.popLast() {
      var result = found
      result.link = direct.link
      guard let id = result.run, !isDone else {
        told.append(result)
        continue
      }
      guard seen.insert(id).inserted else {
        guard id == direct.run else { continue }
        result.isShared = true
        told.append(result)
        continue
      }
      open.append((result, true))
      open += run(id).prerequisites.reversed().map { ($0, false) }
    }
    return told
  }
}
