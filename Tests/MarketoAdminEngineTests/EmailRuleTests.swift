import EngineInterface
import MarketoAdminEngine
import MarketoWalk
import Testing

/// What the product keeps to in the settings of mails.
struct EmailRuleTests {
  @Test func `the message that lets people leave is not empty`() throws {
    var engine = MarketoAdmin()
    try engine.open("Email")
    try engine.fill("Unsubscribe HTML", "")
    #expect(try engine.reasons("Save Changes") == ["Unsubscribe HTML is empty"])
    try engine.fill("Unsubscribe HTML", "<!-- in the template -->")
    try engine.click("Save Changes")
    #expect(engine.subscription.settings.mails.unsubscribeHTML == "<!-- in the template -->")
  }

  @Test(arguments: [("10", "100"), ("50", "20"), ("100", "10"), ("9", nil), ("101", nil)])
  func `the more parents a script reads, the fewer children`(
    parents: String, children: String?
  ) throws {
    var engine = MarketoAdmin()
    try engine.open("Email")
    try engine.fill("Parent Retrieval Limit", parents)
    #expect(try engine.control("Child Retrieval Limit", .textbox).value == children ?? "")
    #expect(
      try engine.reasons("Save Changes")
        == (children == nil ? ["Parent Retrieval Limit is not a number from 10 to 100"] : []))
  }

  @Test func `the primary domain is not deleted until another one is primary`() throws {
    var engine = MarketoAdmin()
    try engine.open("Email")
    try engine.click("www.example.com", .row)
    let reason =
      "www.example.com is the primary domain: another one has to be made primary first"
    #expect(try engine.reasons("Delete") == [reason])
    try engine.addDomain("go.example.com")
    #expect(try engine.reasons("Delete") == [reason])
    try engine.addDomain("mail.example.com", isPrimary: true)
    try engine.click("Delete")
    #expect(engine.subscription.brandedDomains == ["go.example.com", "mail.example.com"])
  }

  @Test func `a domain is there once`() throws {
    var engine = MarketoAdmin()
    try engine.open("Email")
    try engine.addDomain("WWW.example.com")
    #expect(engine.observation.messages == [DocumentedTexts.domainExists])
    #expect(engine.screen.modal != nil)
  }

  @Test func `with workspaces, a domain is the primary one of those that are ticked`() throws {
    var engine = MarketoAdmin.under(["workspaces": "on"])
    try engine.open("Email")
    try engine.click("Add")
    try engine.fill("Branding Domain", "eu.example.com")
    #expect(engine.controls("Save", .button).isEmpty)
    try engine.click("Next")
    try engine.check("Europe", .checkbox)
    try engine.click("Save")
    #expect(
      engine.subscription.workspaces.map(\.brandedDomain) == ["www.example.com", "eu.example.com"])
  }

  @Test func `domains stay for the next page, until it is for a product with others`() throws {
    var engine = MarketoAdmin()
    try engine.open("Email")
    try engine.addDomain("go.example.com")
    engine.begin(under: .marketoAdmin([:]))
    #expect(engine.subscription.brandedDomains == ["www.example.com", "go.example.com"])
    engine.begin(under: .marketoAdmin(["branded-domains": "several"]))
    #expect(engine.subscription.brandedDomains == ["www.example.com", "go.example.org"])
  }
}

extension MarketoAdmin {
  fileprivate mutating func addDomain(_ name: String, isPrimary: Bool = false) throws {
    try click("Add")
    try fill("Branding Domain", name)
    try check("Make Primary Domain", .checkbox, isPrimary)
    try click("Save")
  }
}
