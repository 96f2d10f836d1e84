import EngineInterface
import MarketoAdminEngine
import ProcedureExecutor
import ProcedureModel
import TestSupport
import Testing

/// The help's chain ends in an integration that can call: role, user, service, credentials, token.
struct ChainTests {
  @Test func `what the pages make can call the API, and no more than the role allows`() async throws
  {
    let page = try #require(helpSite["help/integrations/get-the-credentials.md"])
    let runner = PageRunner(
      engine: MarketoAdmin(), pages: PageGraph(helpSite.values), circumstances: Circumstances(),
      values: [:])
    var product = await runner.product(after: page)

    let service = try #require(product.subscription.services.first)
    let identity = Request(
      .post,
      "/identity/oauth/token?grant_type=client_credentials&client_id=\(service.clientID)"
        + "&client_secret=\(service.clientSecret)")
    let reply = product.call(identity)
    #expect(reply.body["scope"] == "api.user@example.com")
    let token = try #require(reply.body["access_token"]?.string)

    let read = Request(
      .get, "/rest/v1/leads.json?filterType=id&filterValues=1", token: token)
    #expect(product.call(read).body["success"] == true)
    let write = Request(
      .post, "/rest/v1/leads.json", token: token, body: #"{"input": [{"email": "a@b.example"}]}"#)
    #expect(product.call(write).body["errors"]?.array?.first?["code"] == "603")
    product.advance(by: 3_600)
    #expect(product.call(read).body["errors"]?.array?.first?["code"] == "602")

    let admin = product.subscription.signIn(asRole: "Admin")
    try product.subscription.deleteService(service.id, by: admin)
    #expect(product.call(read).body["errors"]?.array?.first?["code"] == "601")
    #expect(product.call(identity).status == 401)
  }

  @Test func `the service page proves what it says`() async throws {
    let result = try await check("help/integrations/create-a-custom-service.md")
    #expect(result.errors == [])
    #expect(
      result.changes == [
        "+ custom service Example Display: description An example; "
          + "API only user api.user@example.com"
      ])
    #expect(
      result.procedures[0].expectations.compactMap(\.verdict.evidence) == [
        "New Service, Settings", "LaunchPoint", "Installed Services, LaunchPoint",
      ])
  }
}
