import Diagnostics
import ProcedureExecutor
import TestSupport
import Testing

/// What a note says can be done besides the steps is tried: it has to be there on the way.
struct OffersTests {
  private func check(note: String, kind: String = "TIP") async throws -> PageResult {
    try await ProcedureExecutorTests.check(
      text: """
        # Create a Role

        Admin permissions required.

        1. Go to **Admin** and click **Users & Roles**.
        1. Click the **Roles** tab and click **New Role**.
        1. Enter a **Role Name** and click **Create**.

           >[!\(kind)]
           >
           >\(note)
        """)
  }

  @Test(arguments: [
    "You can also enter a **Description**.", "You may add a **Description** as well.",
    "If you like, fill in **Description**.",
    "Optionally, enter `Ours` in the **Description** field.",
    "You can also check **Access Admin**.",
  ])
  func `what is there before the last click is found`(note: String) async throws {
    let result = try await check(note: note)
    #expect(result.errors == [])
    #expect(!result.findings.contains { $0.rule == .claimNotJudged })
  }

  @Test(arguments: [
    "You can also enter a **Reason**.", "You may add a **Reason** as well.",
    "If you like, fill in **Reason**.", "You can also select a **Color** for it.",
  ])
  func `what is nowhere on the way is an error at its words`(note: String) async throws {
    for kind in ["TIP", "NOTE"] {
      let result = try await check(note: note, kind: kind)
      #expect(result.errors == ["control-not-found 11"])
    }
  }

  @Test(arguments: [
    "You can enter a **Reason** later.", "You can also click **Launch** instead.",
    "You can't enter a **Reason**.", "If you have a spaceship, you can also enter a **Reason**.",
    "You can also enter a reason.", "See where you can enter a [**Reason**](x.md).",
  ])
  func `what is not offered for these steps is no error`(note: String) async throws {
    #expect(try await check(note: note).errors == [])
  }

  @Test(arguments: [
    "You can also enter a **Reason** in the **Design Studio**.",
    "You can also select **Reason** from the **Marketing Activities** menu.",
  ])
  func `what may be meant elsewhere is not judged`(note: String) async throws {
    let result = try await check(note: note)
    #expect(result.errors == [])
    #expect(result.findings.contains { $0.rule == .claimNotJudged })
  }

  @Test func `where no dialog is open it may be meant elsewhere`() async throws {
    let result = try await ProcedureExecutorTests.check(
      text: """
        # Look at the Roles

        Admin permissions required.

        1. Go to **Admin** and click **Users & Roles**.

           >[!TIP]
           >
           >You can also select **Launch**.
        """)
    #expect(result.errors == [])
    #expect(result.findings.contains { $0.rule == .claimNotJudged })
  }
}
