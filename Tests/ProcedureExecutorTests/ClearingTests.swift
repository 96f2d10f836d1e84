import ProcedureExecutor
import Testing

/// What "clear" does depends on what it meets: a box or a field.
struct ClearingTests {
  private func deeds(_ steps: String...) async throws -> [String] {
    let before = """
      # Create a Role

      1. Go to **Admin** > **Users & Roles**.
      1. Click the **Roles** tab, then **New Role**.
      1. Enter `Abc` in **Role Name** and `x` in **Description**, and check **Access API**.
      """
    let text = ([before] + steps.map { "1. \($0)" } + ["1. Click **Create**.\n"])
      .joined(separator: "\n")
    let result = try await check(text: text)
    #expect(result.errors == [])
    return result.steps[3].actions.flatMap(\.deeds).map { "\($0.name): \($0.kind)" }
  }

  @Test(arguments: ["Clear the **Description** field.", "Clear **Description**."])
  func `a field is emptied`(step: String) async throws {
    #expect(try await deeds(step) == ["Description: typed(\"\")"])
  }

  @Test(arguments: ["Clear the **Access API** checkbox.", "Clear **Access API**."])
  func `a box loses its check`(step: String) async throws {
    #expect(try await deeds(step) == ["Access API: unchecked"])
  }

  @Test func `an empty field is told to be so already`() async throws {
    #expect(
      try await deeds("Clear **Description** and clear **Description**.")
        == ["Description: typed(\"\")", "Description: alreadySo"])
  }
}
