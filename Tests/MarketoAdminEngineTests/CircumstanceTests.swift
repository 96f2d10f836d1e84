import EngineInterface
import MarketoAdminEngine
import MarketoWalk
import Testing

/// What is given before a page begins.
struct CircumstanceTests {
  @Test func `records that are there already`() {
    let engine = MarketoAdmin.under([
      "records": "role API Only, user ann@example.com, API only user api@example.com, "
        + "custom service Calls, workspace Asia, person partition East, webhook https://a.example"
    ])
    let product = engine.subscription
    #expect(product.role(named: "API Only")?.permissions == [])
    #expect(product.user(email: "ann@example.com")?.isAPIOnly == false)
    #expect(product.user(email: "api@example.com")?.isAPIOnly == true)
    #expect(product.services.map(\.displayName) == ["Calls"])
    #expect(product.services.first?.apiUser == product.user(email: "api@example.com")?.id)
    #expect(product.workspaces.map(\.name) == ["Default", "Europe", "Asia"])
    #expect(product.partitions.map(\.name) == ["Default", "East"])
    #expect(product.webhooks.map(\.url) == ["https://a.example"])
  }

  @Test func `begun again under the same records they are there once`() {
    var engine = MarketoAdmin.under(["records": "role API Only, workspace Asia"])
    let first = engine
    engine.begin(under: .marketoAdmin(["records": "role API Only, workspace Asia"]))
    #expect(engine == first)
  }

  @Test func `on a later day what has fallen due has happened, and a day can be gone back to`()
    throws
  {
    var engine = MarketoAdmin()
    let admin = engine.subscription.signIn(asRole: "Admin")
    var draft = UserDraft(try #require(engine.subscription.user(3)))
    draft.accessExpires = "2026-03-01"
    try engine.subscription.updateUser(3, to: draft, by: admin)
    engine.begin(under: .marketoAdmin(["today": "2026-02-28"]))
    #expect(engine.subscription.user(3)?.state == .active)
    engine.begin(under: .marketoAdmin(["today": "2026-03-01"]))
    #expect(engine.subscription.user(3)?.state == .locked)
    #expect(engine.subscription.now.iso8601 == "2026-03-01T09:00:00Z")
    engine.begin(under: .marketoAdmin(["today": "2025-12-24"]))
    #expect(engine.subscription.now.iso8601 == "2025-12-24T09:00:00Z")
  }

  @Test func `with Adobe identity people are neither deleted nor given passwords here`() throws {
    var engine = MarketoAdmin.under(["identity": "adobe"])
    try engine.openUsersAndRoles()
    try engine.click("mia.marketer@example.com", .row)
    #expect(
      try engine.reasons("Delete User") == [
        "with Adobe identity, people are removed in the Adobe Admin Console"
      ])
    #expect(
      try engine.reasons("Reset Password") == [
        "with Adobe identity, Adobe manages the passwords"
      ])
  }
}
