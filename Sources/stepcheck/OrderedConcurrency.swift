/// Work on many inputs side by side, whose results are used in the order of the inputs.
enum OrderedConcurrency {
  /// How many inputs are in work or wait for an earlier one, where nobody says it.
  static let usualWidth = 16

  static func forEach<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], atOnce width: Int = usualWidth,
    _ work: @escaping @Sendable (Input) async throws -> Output,
    use: (Output) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, Output).self) { group in
      var started = 0
      func start(_ group: inout ThrowingTaskGroup<(Int, Output), any Error>) {
        guard started < inputs.count else { return }
        let (index, input) = (started, inputs[started])
        started += 1
        group.addTask { (index, try await work(input)) }
      }
      for _ in 0..<width { start(&group) }
      var waiting: [Int: Output] = [:]
      var next = 0
      while let (index, output) = try await group.next() {
        waiting[index] = output
        while let output = waiting.removeValue(forKey: next) {
          try use(output)
          next += 1
          start(&group)
        }
      }
    }
  }
}
