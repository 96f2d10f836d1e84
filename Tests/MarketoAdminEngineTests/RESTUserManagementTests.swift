import MarketoAdminEngine
import Testing

/// The User Management API.
struct RESTUserManagementTests {
  private func manager(_ identity: String = "marketo") throws -> (MarketoAdmin, String) {
    var engine = try MarketoAdmin.withService(
      permissions: ["Access User Management Api", "Access Users"],
      identity: identity
    )
    let token = try engine.token()
    return (engine, token)
  }

  @Test func `everyone is listed, a page at a time`() throws {
    var (engine, token) = try manager()
    let all = engine.call(.users(.get, "/allusers.json", token))
    #expect(all.status == 200)
    let api = try #require(all.body.array?.first { $0["apiOnly"] == true })
    #expect(api["userid"] == "api@example.com")
    let page = engine.call(.users(.get, "/allusers.json?pageSize=2&pageOffset=4", token))
    #expect(page.body.array?.count == 1)
    #expect(engine.call(.users(.get, "/allusers.json?pageSize=201", token)).status == 400)
  }

  @Test func `a user is invited, accepts, is changed and deleted`() throws {
    var (engine, token) = try manager()
    let body = """
      {"emailAddress": "zoe@example.com", "firstName": "Zoe", "lastName": "Z", \
      "expiresAt": "2027-01-01T00:00:00+00:00", \
      "userRoleWorkspaces": [{"accessRoleId": 102, "workspaceId": 0}]}
      """
    #expect(engine.call(.users(.post, "/invite.json", token, body)).body == true)
    #expect(engine.subscription.mails.map(\.recipient) == ["zoe@example.com"])
    let path = "/zoe@example.com"
    let invitation = engine.call(.users(.get, path + "/invite.json", token))
    #expect(invitation.body["status"] == "pending")
    #expect(invitation.body["expiresAt"] == "20260122T09:00:00.000t+0000")
    #expect(engine.call(.users(.get, path + "/user.json", token)).status == 404)
    // Rule 22: a pending user is not edited.
    let change = #"{"lastName": "Zed"}"#
    #expect(engine.call(.users(.post, path + "/update.json", token, change)).status == 403)

    let zoe = try #require(engine.subscription.user(login: "zoe@example.com"))
    try engine.subscription.acceptInvitation(zoe.id)
    let changed = engine.call(.users(.post, path + "/update.json", token, change))
    #expect(changed.body["lastName"] == "Zed")
    #expect(changed.body["expiresAt"] == "20270101T00:00:00.000t+0000")
    #expect(engine.call(.users(.get, path + "/invite.json", token)).status == 404)
    #expect(engine.call(.users(.post, path + "/delete.json", token)).status == 200)
    #expect(engine.call(.users(.get, path + "/user.json", token)).status == 404)
  }

  @Test func `roles are granted and taken away`() throws {
    var (engine, token) = try manager()
    let path = "/mia.marketer@example.com/roles"
    let role = #"{"input": [{"accessRoleId": 101, "workspaceId": 1}]}"#
    let both = engine.call(.users(.post, path + "/create.json", token, role))
    #expect(both.body.array?.compactMap { $0["accessRoleId"]?.int } == [101, 102])
    #expect(both.body.array?.compactMap { $0["workspaceId"]?.int } == [1, 0])
    let one = engine.call(.users(.post, path + "/delete.json", token, role))
    #expect(one.body.array?.compactMap { $0["accessRoleId"]?.int } == [102])
    #expect(engine.call(.users(.get, path + ".json", token)).body == one.body)
    let unknown = #"[{"accessRoleId": 7, "workspaceId": 0}]"#
    #expect(engine.call(.users(.post, path + "/create.json", token, unknown)).status == 400)
  }

  @Test func `roles and workspaces are listed`() throws {
    var (engine, token) = try manager()
    let roles = engine.call(.users(.get, "/roles.json", token)).body.array
    #expect(roles?.first?["name"] == "Admin")
    #expect(roles?.first?["onlyAllZones"] == true)
    #expect(roles?.last?["type"] == "custom")
    let workspaces = engine.call(.users(.get, "/workspaces.json", token)).body
    #expect(workspaces == [["id": 1, "name": "Default", "status": "active"]])
  }

  @Test func `with Adobe identity only API only users are managed here, and roles of all`() throws {
    var (engine, token) = try manager("adobe")
    let person = """
      {"emailAddress": "p@example.com", "firstName": "P", "lastName": "Q", \
      "userRoleWorkspaces": [{"accessRoleId": 102}]
      """
    #expect(engine.call(.users(.post, "/invite.json", token, person + "}")).status == 403)
    let robot = person + #", "apiOnly": true}"#
    #expect(engine.call(.users(.post, "/invite.json", token, robot)).body == true)
    let update = #"{"firstName": "Robot"}"#
    let changed = engine.call(.users(.post, "/p@example.com/update.json", token, update))
    #expect(changed.body["firstName"] == "Robot")
    let mia = "/mia.marketer@example.com"
    #expect(engine.call(.users(.post, mia + "/update.json", token, update)).status == 403)
    #expect(engine.call(.users(.post, mia + "/delete.json", token)).status == 403)
    let role = #"[{"accessRoleId": 101}]"#
    #expect(engine.call(.users(.post, mia + "/roles/create.json", token, role)).status == 200)
  }

  @Test func `rule 31: a user in whose name a service calls is neither edited nor deleted`() throws
  {
    var (engine, token) = try manager()
    let path = "/api@example.com"
    #expect(engine.call(.users(.post, path + "/delete.json", token)).status == 403)
    #expect(engine.call(.users(.post, path + "/update.json", token, "{}")).status == 403)
  }

  @Test func `rule 10: both permissions are needed`() throws {
    var engine = try MarketoAdmin.withService(permissions: ["Access User Management Api"])
    let token = try engine.token()
    #expect(engine.call(.users(.get, "/allusers.json", token)).status == 403)
  }

  @Test func `required fields are named`() throws {
    var (engine, token) = try manager()
    let reply = engine.call(.users(.post, "/invite.json", token, #"{"emailAddress": "a@b.c"}"#))
    #expect(reply.body["errors"] == [["code": "701", "message": "firstName cannot be blank"]])
  }
}
