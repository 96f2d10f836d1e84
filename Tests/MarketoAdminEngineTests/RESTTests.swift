import EngineInterface
import MarketoAdminEngine
import Testing

/// What an integration meets that calls the API.
struct RESTTests {
  @Test func `the chain ends in a call: permitted, not permitted, expired, deleted`() throws {
    var engine = try MarketoAdmin.withService(permissions: ["Read-Only Person"])
    let service = try engine.service()
    let identity = engine.identify(service)
    #expect(identity.status == 200)
    #expect(identity.body["scope"] == "api@example.com")
    #expect(identity.body["expires_in"] == 3599)
    let token = try #require(identity.body["access_token"]?.string)

    let reply = engine.call(.leads(token))
    #expect(reply.body["success"] == true)
    #expect(reply.body["result"]?.array?.first?["email"] == "pat.person@example.com")
    let input = #"{"input": [{"email": "new@example.com"}]}"#
    #expect(engine.codes(.sync(token, input)) == ["603"])
    #expect(!engine.subscription.people.contains { $0.email == "new@example.com" })

    engine.advance(by: 3_599)
    #expect(engine.codes(.leads(token)) == [])
    engine.advance(by: 1)
    #expect(engine.codes(.leads(token)) == ["602"])
    let next = try engine.token()
    #expect(next != token)
    #expect(engine.codes(.leads(next)) == [])

    try engine.click("Calls", .row)
    try engine.click("Service Actions")
    try engine.click("Delete Service")
    try engine.click("Delete")
    #expect(engine.codes(.leads(next)) == ["601"])
    #expect(engine.identify(service).status == 401)
  }

  @Test func `rule 10: admin permissions give no permission for calls`() throws {
    var engine = try MarketoAdmin.withService(permissions: ["Access Admin", "Access Database"])
    let token = try engine.token()
    #expect(engine.codes(.leads(token)) == ["603"])
    #expect(engine.call(.users(.get, "/allusers.json", token)).status == 403)
  }

  @Test func `rule 12: calls of an API only Marketing User are refused`() throws {
    var engine = MarketoAdmin()
    try engine.invite("m@example.com", role: "Marketing User", isAPIOnly: true)
    try engine.createService("Calls", user: "m@example.com")
    #expect(engine.codes(.leads(try engine.token())) == ["603"])
  }

  @Test func `rules 17 and 37: two services of one user call with its rights`() throws {
    var engine = try MarketoAdmin.withService(permissions: ["Read-Only Person"])
    try engine.createService("Other Calls", user: "api@example.com")
    let (first, second) = (try engine.token(), try engine.token(of: "Other Calls"))
    #expect(first != second)
    for token in [first, second] { #expect(engine.codes(.leads(token)) == []) }
    engine.subscription.services.removeAll { $0.displayName == "Calls" }
    // Rule 41: the other integration goes on.
    #expect(engine.codes(.leads(first)) == ["601"])
    #expect(engine.codes(.leads(second)) == [])
  }

  @Test func `rule 43: asked again, identity gives the same token with what is left of it`() throws
  {
    var engine = try MarketoAdmin.withService(permissions: ["Read-Only Person"])
    let service = try engine.service()
    let first = engine.identify(service)
    engine.advance(by: 600)
    let second = engine.identify(service)
    #expect(first.body["access_token"] == second.body["access_token"])
    #expect(second.body["expires_in"] == 2999)
    #expect(engine.subscription.calls.isEmpty)
  }

  @Test func `rule 40: Get Token makes the same kind of token`() throws {
    var engine = try MarketoAdmin.withService(permissions: ["Read-Only Person"])
    try engine.click("View Details")
    #expect(try engine.control("Token", .textbox).value == "")
    try engine.click("Get Token")
    let token = try #require(try engine.control("Token", .textbox).value)
    #expect(try engine.control("Authorized User", .textbox).value == "api@example.com")
    #expect(token == (try engine.token()))
    #expect(engine.codes(.leads(token)) == [])
  }

  @Test func `rule 44: a token in the query is taken, but not for the users`() throws {
    var engine = try MarketoAdmin.withService(
      permissions: ["Access User Management Api", "Access Users", "Read-Only Person"]
    )
    let token = try engine.token()
    let leads = "/rest/v1/leads.json?filterType=id&filterValues=1&access_token=\(token)"
    #expect(engine.codes(Request(.get, leads)) == [])
    let users = "/userservice/management/v1/users/roles.json?access_token=\(token)"
    #expect(engine.call(Request(.get, users)).status == 401)
    engine.subscription.settings.acceptsTokenInQuery = false
    #expect(engine.codes(Request(.get, leads)) == ["600"])
  }

  @Test func `rule 45: from an address that is not on the allowlist, 603`() throws {
    var engine = try MarketoAdmin.withService(permissions: ["Read-Only Person"])
    let token = try engine.token()
    try engine.click("Admin", .link)
    try engine.click("Web Services")
    try engine.click("Edit IP Restrictions")
    try engine.check("Enable IP Restrictions", .checkbox)
    try engine.fill("IP Address", "192.0.2.*")
    try engine.click("Add")
    try engine.fill("IP Address 2", "203.0.113.5-203.0.113.9")
    try engine.click("Save")
    let codes = ["192.0.2.77", "203.0.113.9", "203.0.113.10", "198.51.100.7"].map {
      engine.codes(.leads(token, from: $0))
    }
    #expect(codes == [[], [], ["603"], ["603"]])
  }

  @Test func `rule 46: a bulk export asks for no workspace`() throws {
    var engine = try MarketoAdmin.withService(permissions: ["Read-Only Person"])
    try engine.restrictCaller()
    let token = try engine.token()
    // Rule 5: that person is not seen; the export is made.
    #expect(engine.call(.leads(token)).body["result"] == [])
    let export = Request(.post, "/bulk/v1/leads/export/create.json", token: token)
    #expect(engine.call(export).body["success"] == true)
    #expect(engine.subscription.callsByUser(bulkOnly: true).map(\.count) == [1])
  }

  @Test func `rule 23: calls are refused once the access has expired`() throws {
    var engine = try MarketoAdmin.withService(permissions: ["Read-Only Person"])
    let caller = try #require(engine.subscription.users.firstIndex { $0.isAPIOnly })
    engine.subscription.users[caller].accessExpires = CivilDate("2026-01-16")
    engine.advance(by: 86_400)
    #expect(engine.codes(.leads(try engine.token())) == ["603"])
  }

  @Test(
    arguments: [
      (Request.Method.get, "/rest/v1/leads.json", nil, "", "600"),
      (.get, "/rest/v1/leads.json", "nonsense", "", "601"),
      (.put, "/rest/v1/leads.json", nil, "", "605"),
      (.get, "/rest/v1/nothing.json", nil, "", "610"),
    ] as [(Request.Method, String, String?, String, String)])
  func `a call without a known caller`(
    method: Request.Method, path: String, token: String?, body: String, code: String
  ) {
    var engine = MarketoAdmin()
    #expect(engine.codes(Request(method, path, token: token, body: body)) == [code])
    #expect(engine.subscription.calls.isEmpty)
  }

  @Test func `what is too long is not looked at`() {
    var engine = MarketoAdmin()
    let long = String(repeating: "x", count: 1_100_000)
    #expect(engine.call(Request(.post, "/rest/v1/leads.json", body: long)).status == 413)
    #expect(engine.call(Request(.get, "/rest/v1/leads.json?x=\(long)")).status == 414)
  }

  @Test func `606 after 100 calls in 20 seconds, 607 after the day's quota`() throws {
    var engine = try MarketoAdmin.withService(permissions: ["Read-Only Person"])
    let token = try engine.token()
    for _ in 0..<100 { #expect(engine.codes(.leads(token)) == []) }
    #expect(engine.codes(.leads(token)) == ["606"])
    engine.advance(by: 20)
    #expect(engine.codes(.leads(token)) == [])
    engine.subscription.settings.quotas.callsPerDay = 102
    engine.advance(by: 20)
    #expect(engine.codes(.leads(token)) == ["607"])
    // It was 9:00 UTC at first, which is 3:00 AM CST: midnight there is 21 hours later.
    engine.advance(by: 21 * 3_600 - 60)
    #expect(engine.codes(.leads(try engine.token())) == ["607"])
    engine.advance(by: 60)
    #expect(engine.codes(.leads(try engine.token())) == [])
  }

  @Test func `usage and errors are told by user and code`() throws {
    var engine = try MarketoAdmin.withService(permissions: ["Read-Only Person"])
    let token = try engine.token()
    _ = engine.call(.leads(token))
    _ = engine.call(.sync(token, "{}"))
    let usage = engine.call(Request(.get, "/rest/v1/stats/usage.json", token: token))
    let day = try #require(usage.body["result"]?.array?.first)
    #expect(day["total"] == 2)
    #expect(day["users"] == [["userId": "api@example.com", "count": 2]])
    let errors = engine.call(Request(.get, "/rest/v1/stats/errors/last7days.json", token: token))
    #expect(
      errors.body["result"]?.array?.first?["errors"] == [["errorCode": "603", "count": 1]])
    #expect(errors.body["result"]?.array?.count == 7)
  }

  @Test func `people are made, changed, skipped and deleted`() throws {
    var engine = try MarketoAdmin.withService(permissions: ["Read-Write Person"])
    let token = try engine.token()
    func statuses(_ body: String) -> [String] {
      engine.call(.sync(token, body)).body["result"]?.array?.map { result in
        let code = result["reasons"]?.array?.first?["code"]?.string
        return (result["status"]?.string ?? "") + (code.map { " \($0)" } ?? "")
      } ?? []
    }
    let two = #""input": [{"email": "a@example.com"}, {"email": "pat.person@example.com"}]"#
    #expect(statuses("{\"action\": \"createOnly\", \(two)}") == ["created", "skipped 1005"])
    #expect(statuses("{\(two)}") == ["updated", "updated"])
    #expect(
      statuses(#"{"action": "updateOnly", "input": [{"email": "b@x.com"}, {"x": 1}]}"#)
        == ["skipped 1004", "skipped 1003"])
    try engine.restrictCaller()
    #expect(statuses("{\(two)}") == ["updated", "skipped 1008"])
    #expect(engine.codes(.sync(token, "{")) == ["609"])
    #expect(engine.codes(.sync(token, "{}")) == ["701"])
    let delete = Request(
      .post, "/rest/v1/leads/delete.json", token: token, body: #"{"input": [{"id": 2}]}"#)
    #expect(engine.call(delete).body["result"] == [["id": 2, "status": "deleted"]])
  }

  @Test func `what the engine does not keep is empty, and never written in pretence`() throws {
    var engine = try MarketoAdmin.withService(
      permissions: ["Read-Write Company", "Read-Only Assets"]
    )
    let token = try engine.token()
    let get = Request(.get, "/rest/v1/companies.json", token: token)
    #expect(engine.call(get).body["result"] == [])
    #expect(engine.codes(Request(.post, "/rest/v1/companies.json", token: token)) == ["703"])
    #expect(engine.codes(Request(.get, "/rest/asset/v1/emails.json", token: token)) == [])
    #expect(engine.codes(Request(.post, "/rest/asset/v1/emails.json", token: token)) == ["603"])
  }
}
