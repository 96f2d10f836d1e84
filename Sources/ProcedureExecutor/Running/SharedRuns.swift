package import EngineInterface
import Synchronization

/// What makes the run of a required page the same for two pages that require it.
struct RunKey: Hashable, Sendable {
  /// The required pages up to this one, by their paths.
  let chain: [String]
  let circumstances: Circumstances
  let values: ValueBook
  let explains: Bool
}

/// The states that required pages leave, each worked out once for all pages of a run.
package final class SharedRuns<E: Engine>: Sendable {
  struct State: Sendable {
    let procedures: [ProcedureResult]
    let session: Session<E>
    /// To come back to the end of the run; nil where the engine has no way back.
    let mark: E.Mark?
  }

  private typealias Work = Task<Result<State, E.Failure>, Never>
  private let known = Mutex<[RunKey: Work]>([:])

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
}

extension [PageResult] {
  /// Tells of each required page but the first whether its run was shared.
  package func tellingShared() -> [PageResult] {
    var seen: Set<RunKey> = []
    return map { result in
      var result = result
      for index in result.prerequisites.indices {
        guard let key = result.prerequisites[index].runKey else { continue }
        result.prerequisites[index].isShared = !seen.insert(key).inserted
      }
      return result
    }
  }
}
