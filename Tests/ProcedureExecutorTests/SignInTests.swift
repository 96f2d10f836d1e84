import Diagnostics
import ProcedureExecutor
import ProcedureModel
import TestSupport
import Testing

/// Who is signed in can change in a procedure; the product's data stay.
struct SignInTests {
  @Test(arguments: [
    "Sign in as **Standard User**.", "Log in as a Standard User.",
    "Log in to Marketo as a Standard User.", "Sign in to Marketo as **Standard User**.",
  ])
  func `what the person may not do fails`(step: String) async throws {
    let result = try await check(
      text: "# How to Look\n\n1. \(step)\n1. Go to the **Admin** area.\n")
    #expect(result.errors == ["control-not-found 4"])
    #expect(result.steps[0].outcome == .passed)
  }

  @Test(arguments: ["an Admin", "an administrator", "**Admin**"])
  func `a record stays when somebody else signs in`(person: String) async throws {
    let result = try await check(
      text: """
        # Create a Role

        1. Go to the **Admin** area and click **Users & Roles**.
        1. Click the **Roles** tab and then **New Role**.
        1. Enter `Guest` in the **Role Name** field and click **Create**.
        1. Log in as **Standard User**, and then log in to Marketo as \(person).
        1. Go to the **Admin** area and click **Users & Roles**.
        1. Click the **Roles** tab and select the **Guest** role.
        """)
    #expect(result.errors == [])
    #expect(result.steps.allSatisfy { $0.outcome == .passed })
  }

  @Test func `whom the engine can't be is for a person, and the rest is not judged`() async throws {
    let result = try await check(
      text: """
        # Create a Role

        1. Go to the **Admin** area.
        1. Log in as the new user.
        1. Click **Launch the Rocket**.
        """)
    #expect(result.errors == [])
    #expect(result.steps.map(\.outcome) == [.passed, .manual, .blocked(by: .step("2"))])
  }

  @Test(arguments: [
    ("Log in to Marketo.", Outcome.passed),
    ("Sign in with your sandbox credentials.", .notUnderstood),
  ])
  func `a run is signed in already, to the product and to nothing else`(
    step: String, outcome: Outcome
  ) async throws {
    let result = try await check(
      text: "# How to Look\n\n1. \(step)\n1. Go to the **Admin** area.\n")
    #expect(result.errors == [])
    #expect(result.steps.map(\.outcome) == [outcome, .passed])
  }

  @Test(arguments: ["Sign out.", "Log out of Marketo.", "Log off."])
  func `nothing is performed by nobody`(step: String) async throws {
    let result = try await check(
      text: """
        # Look at the Roles

        1. Go to the **Admin** area.
        1. \(step)
        1. Click **Launch the Rocket**.
        """)
    #expect(result.errors == [])
    #expect(result.steps.map(\.outcome) == [.passed, .passed, .manual])
  }

  @Test(arguments: [
    "Log out and log back in.", "Log out and back in.", "Sign out, then sign in again.",
    "Sign out. Sign in as an administrator.",
  ])
  func `who signs in again begins at the start`(step: String) async throws {
    let result = try await check(
      text: """
        # Look at the Roles

        1. Go to the **Admin** area and click **Users & Roles**.
        1. \(step)
        1. Go to the **Admin** area and click **Users & Roles**.
        """)
    #expect(result.errors == [])
    #expect(result.steps.map(\.outcome) == [.passed, .passed, .passed])
  }

  @Test func `the next procedure begins signed in`() async throws {
    let result = try await check(
      text: """
        # Look Twice

        ## Leave

        1. Sign out.

        ## Come Back

        1. Go to the **Admin** area and click **Users & Roles**.
        """)
    #expect(result.errors == [])
    #expect(result.steps.map(\.outcome) == [.passed, .passed])
  }

  @Test(arguments: [
    "Ask an admin to give you the permission.", "Have your administrator create a role.",
    "Get somebody with the Admin role to click **Save**.", "Let a colleague check the name.",
  ])
  func `what somebody else does is manual, and it is said who performs the rest`(
    step: String
  ) async throws {
    let result = try await check(
      text: "# Look\n\n1. \(step)\n1. Go to the **Admin** area.\n")
    #expect(result.steps.map(\.outcome) == [.manual, .passed])
    let told = result.findings.first { $0.rule == .manualStep }
    #expect(told?.because == ["what follows is performed when signed in as Admin"])
  }
}
