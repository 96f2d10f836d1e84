extension Endpoint {
  /// All calls that the API knows.
  static let all = leads + stats + families + userManagement

  private static let leads = [
    Endpoint(.get, "/rest/v1/leads.json", anyOf: read("Person"), handler: Leads.get),
    Endpoint(.post, "/rest/v1/leads.json", anyOf: write("Person"), handler: Leads.sync),
    Endpoint(.post, "/rest/v1/leads/delete.json", anyOf: write("Person"), handler: Leads.delete),
    Endpoint(
      .post,
      "/bulk/v1/leads/export/create.json",
      anyOf: read("Person"),
      isBulk: true,
      handler: Leads.export
    ),
  ]

  /// Needs no permission.
  private static let stats = [
    Endpoint(.get, "/rest/v1/stats/usage.json", handler: Stats.usageToday),
    Endpoint(.get, "/rest/v1/stats/usage/last7days.json", handler: Stats.usageOfWeek),
    Endpoint(.get, "/rest/v1/stats/errors.json", handler: Stats.errorsToday),
    Endpoint(.get, "/rest/v1/stats/errors/last7days.json", handler: Stats.errorsOfWeek),
  ]

  /// Records that the engine does not keep: who may ask is known, and that there are none.
  private static let families: [Endpoint] =
    records("companies", "Company") + records("salespersons", "Sales Person")
    + records("namedaccounts", "Named Account") + records("opportunities", "Opportunity")
    + records("customobjects/{name}", "Custom Object") + [
      Endpoint(.get, "/rest/v1/activities.json", anyOf: read("Activity"), handler: nothing),
      Endpoint(
        .post, "/rest/v1/activities/external.json", anyOf: write("Activity"), handler: unknown),
      Endpoint(.get, "/rest/v1/campaigns.json", anyOf: read("Campaign"), handler: nothing),
      Endpoint(
        .post, "/rest/v1/campaigns/{id}/schedule.json", anyOf: [.executeCampaign], handler: unknown),
      Endpoint(
        .post, "/rest/v1/campaigns/{id}/trigger.json", anyOf: [.executeCampaign], handler: unknown),
      Endpoint(.get, "/rest/asset/v1/{kind}.json", anyOf: read("Assets"), handler: nothing),
      Endpoint(.post, "/rest/asset/v1/{kind}.json", anyOf: write("Assets"), handler: unknown),
      Endpoint(
        .post,
        "/rest/asset/v1/{kind}/{id}/approveDraft.json",
        anyOf: [.approveAssets],
        handler: unknown
      ),
      Endpoint(
        .post,
        "/rest/asset/v1/{kind}/{id}/unapprove.json",
        anyOf: [.approveAssets],
        handler: unknown
      ),
    ]

  private static let userManagement = [
    users(.get, "/allusers.json", UserManagement.all),
    users(.get, "/{userid}/user.json", UserManagement.user),
    users(.get, "/{userid}/invite.json", UserManagement.invitation),
    users(.get, "/{userid}/roles.json", UserManagement.rolesOfUser),
    users(.get, "/roles.json", UserManagement.roles),
    users(.get, "/workspaces.json", UserManagement.workspaces),
    users(.post, "/invite.json", UserManagement.invite),
    users(.post, "/{userid}/update.json", UserManagement.update),
    users(.post, "/{userid}/delete.json", UserManagement.delete),
    users(.post, "/{userid}/invite/delete.json", UserManagement.deleteInvitation),
    users(.post, "/{userid}/roles/create.json", UserManagement.addRoles),
    users(.post, "/{userid}/roles/delete.json", UserManagement.removeRoles),
  ]

  // MARK: Making the table

  private static func records(_ path: String, _ object: String) -> [Endpoint] {
    [
      Endpoint(.get, "/rest/v1/\(path).json", anyOf: read(object), handler: nothing),
      Endpoint(.post, "/rest/v1/\(path).json", anyOf: write(object), handler: unknown),
      Endpoint(.post, "/rest/v1/\(path)/delete.json", anyOf: write(object), handler: unknown),
    ]
  }

  /// Rule 10: these need both permissions.
  private static func users(
    _ method: Request.Method,
    _ path: String,
    _ handler: @escaping Handler
  ) -> Endpoint {
    Endpoint(
      method,
      "/userservice/management/v1/users" + path,
      allOf: [.accessUserManagementAPI, .accessUsers],
      style: .userManagement,
      handler: handler
    )
  }

  private static func read(_ object: String) -> [Permission] {
    ["Read-Only \(object)", "Read-Write \(object)"].compactMap(Permission.named)
  }

  private static func write(_ object: String) -> [Permission] {
    ["Read-Write \(object)"].compactMap(Permission.named)
  }

  private static let nothing: Handler = { _ in [] }
  private static let unknown: Handler = { _ throws(APIError) in throw .notModelled }
}
