import Testing

/// What the command tells of the engine.
struct EngineCommandTests {
  private typealias Command = CommandTests

  @Test func `the engine is told: circumstances, screens, records, assumptions`() async throws {
    let run = try await Command.run("engine")
    #expect(run.status == 0)
    for line in [
      "  identity: where the users of the subscription have their accounts, default",
      "      pages mean adobe by \"onboarded to Adobe Identity\", \"onboarded to Adobe",
      "  Invite New User, Step 3: Message",
      "  Details",
      "  Sign in to Zoom [another application: Zoom]",
      "  - The Users tab opens first; Security is open in the tree of Admin, other",
    ] {
      #expect(run.output.contains("\n\(line)\n"), "\(line)")
    }
  }

  @Test func `a screen is drawn with roles, names, values, states and reasons`() async throws {
    let run = try await Command.run("engine", "--screen", "Users & Roles")
    #expect(run.status == 0)
    for line in [
      "how to get there: Admin > Users & Roles",
      "  tab \"Users\"  (selected)",
      "    button \"Invite New User\"",
      "    button \"Edit User\"  disabled: no user is selected",
      "    row \"mia.marketer@example.com\"  Mia Marketer; Marketing User; Verified",
    ] {
      #expect(run.output.contains("\n\(line)\n"), "\(line)")
    }
  }

  @Test func `a circumstance changes what is there`() async throws {
    let run = try await Command.run(
      "engine", "--given", "identity=adobe", "--screen", "users and roles")
    #expect(run.output.contains("button \"Create API Only User\""))
    #expect(!run.output.contains("Invite New User"))
  }

  @Test func `a screen under other circumstances is told, and two of one name are both drawn`()
    async throws
  {
    let elsewhere = try await Command.run("engine", "--screen", "Create API Only User")
    #expect(elsewhere.status == 64)
    #expect(elsewhere.errors.contains("it exists with --given identity=adobe"))
    let both = try await Command.run("engine", "--screen", "IP Restrictions")
    #expect(both.output.contains("checkbox \"Enable IP Restrictions\""))
    #expect(both.output.contains("checkbox \"Disable IP Restrictions\""))
  }

  @Test func `an unknown screen is wrong usage and the nearest is named`() async throws {
    let run = try await Command.run("engine", "--screen", "Detials")
    #expect(run.status == 64)
    #expect(run.errors.contains("unknown screen \"Detials\"; did you mean \"Details\"?"))
  }
}
