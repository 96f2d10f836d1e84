import Diagnostics
import ProcedureExecutor
import TestSupport
import Testing

/// Claims that are true of anything, and counts that are said of things with more words, get no tick.
struct FalseTickTests {
  @Test(arguments: [
    ("A mail with a link to set a new password is sent.", []),
    ("Two mails with a link to set a new password are sent.", ["expectation-not-met 9"]),
    ("Both mails with a link to set a new password are sent.", ["expectation-not-met 9"]),
    ("Two mails are sent to `mia.marketer@example.com`.", ["expectation-not-met 9"]),
    ("A mail is sent to `mia.marketer@example.com`.", []),
  ])
  func `how many is counted, whatever else is said of them`(
    claim: String, errors: [String]
  ) async throws {
    let result = try await check(
      text: """
        # Reset a Password

        Admin permissions required.

        1. Go to **Admin** and click **Users & Roles**.
        1. Select the user **mia.marketer@example.com**.
        1. Click **Reset Password**.

           \(claim)
        """)
    #expect(result.errors == errors)
  }

  @Test(arguments: [
    ("The user **mia.marketer@example.com** is no longer listed.", true),
    ("The user **nobody@example.com** is no longer listed.", false),
    ("**Frob** is not shown any more.", false),
  ])
  func `what never was proves nothing by not being there`(
    claim: String, isMet: Bool
  ) async throws {
    let result = try await check(
      text: """
        # Delete a User

        Admin permissions required.

        1. Go to **Admin** and click **Users & Roles**.
        1. Select the user **mia.marketer@example.com**, click **Delete User** and then **OK**.

        \(claim)
        """)
    #expect(result.errors == [])
    let verdicts = result.procedures[0].expectations.map(\.verdict)
    #expect(verdicts.count == 1)
    #expect(verdicts.allSatisfy { $0.isMet == isMet })
    #expect(result.findings.contains { $0.rule == .claimNotJudged } != isMet)
  }
}
