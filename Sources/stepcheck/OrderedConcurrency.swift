/// Work on many inputs side by side, whose results are used in the order of the inputs.
enum OrderedConcurrency {
  /// How many inputs are in work or wait for an earlier one, where nobody says it.
  static let usualWidth = 16

  /// - Throws: What work on the first input threw of those on which it did, as if the inputs were
  ///   worked on one by one.
  static func forEach<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], atOnce width: Int = usualWidth,
    _ work: @escaping @Sendable (Input) async throws -> Output,
    use: (Output) throws -> Void
  ) async throws {
    typealias Done = (index: Int, output: Result<Output, any Error>)
    try await withThrowingTaskGroup(of: Done.self) { group in
      var started = 0
      func start(_ group: inout ThrowingTaskGroup<Done, any Error>) {
        guard started < inputs.count else { return }
        let (index, input) = (started, inputs[started])
        started += 1
        group.addTask {
          do {
            return (index, .success(try await work(input)))
          } catch {
            return (index, .failure(error))
          }
        }
      }
      for _ in 0..<width { start(&group) }
      var waiting: [Int: Result<Output, any Error>] = [:]
      var next = 0
      while let (index, output) = try await group.next() {
        waiting[index] = output
        while let output = waiting.removeValue(forKey: next) {
          try use(output.get())
          next += 1
          start(&group)
        }
      }
    }
  }
}
