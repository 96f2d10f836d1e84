import Diagnostics
import ProcedureExecutor
import ProcedureModel
import TestSupport
import Testing

/// Ways beside each other: one has to work.
struct BranchRunTests {
  private static func page(_ first: String, _ second: String, after: String = "") -> String {
    """
    # Create a Role

    Only administrators can do this.

    ::: zone pivot="first"

    1. Go to **Admin** > **Users & Roles**.
    1. Click the **Roles** tab and then **\(first)**.
    1. Enter a Role Name and click **Create**.

    ::: zone-end

    ::: zone pivot="second"

    1. Go to **Admin** > **Users & Roles**.
    1. Click the **Roles** tab and then **\(second)**.
    1. Enter a Role Name and click **Create**.

    ::: zone-end

    \(after)
    """
  }

  @Test(arguments: [("New Role", "Add Role"), ("Add Role", "New Role")])
  func `a way that does not work is no fault where another does`(
    first: String, second: String
  ) async throws {
    let result = try await check(text: Self.page(first, second))
    #expect(result.errors == [])
    #expect(result.changes == ["+ role Example Role: permissions none"])
    #expect(result.findings.count { $0.rule == .conditionNotChecked } == 1)
  }

  @Test func `both work, each from the same place`() async throws {
    let result = try await check(text: Self.page("New Role", "New Role"))
    #expect(result.errors == [])
    #expect(result.procedures.allSatisfy { $0.steps.allSatisfy { $0.outcome == .passed } })
  }

  @Test func `where none works, the first is at fault`() async throws {
    let result = try await check(text: Self.page("Add Role", "Make Role"))
    #expect(result.errors == ["control-not-found 8"])
  }

  @Test func `what comes after goes on behind the way that works`() async throws {
    let result = try await check(
      text: Self.page(
        "Add Role", "New Role",
        after:
          "## Delete the Role\n\n1. Select the **Example Role** role and click **Delete Role**.\n1. Click **Delete**.\n"
      ))
    #expect(result.errors == [])
  }
}
