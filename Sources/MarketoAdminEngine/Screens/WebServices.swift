import EngineInterface

/// Web Services: where the API is called, by whom it was, and from where it may be.
struct WebServices: Place {
  var soapKey: String?

  var name: String { AdminArea.webServices.name }

  func body(_ desk: Desk) -> [Element<Self>] {
    let product = desk.subscription
    Group(.toolbar) {
      Button("Edit IP Restrictions") { $1.present(IPRestrictions($1.subscription)) }
    }
    Group(.region, "REST API") {
      ReadOnlyText("Endpoint", product.endpoint)
      ReadOnlyText("Identity", product.identityURL)
      Link("REST API documentation") { $1.go(to: DeveloperDocumentation()) }
    }
    usage("API Call Information", .all, product)
    usage("Bulk Export API Information", .bulkExport, product)
    Group(.region, "SOAP API") { soap(desk) }
    Group(.region, "IP Restrictions") {
      Text(
        "IP Restrictions: \(product.settings.apiAllowlist.isEnabled ? "Enabled" : "Disabled")",
        role: .status)
      Button("Edit") { $1.present(IPRestrictions($1.subscription)) }
    }
  }

  /// The number of calls leads to whose they were.
  @ScreenBuilder<Self>
  private func usage(
    _ title: String,
    _ scope: APIUsage.Scope,
    _ product: Subscription
  ) -> [Element<Self>] {
    Group(.region, title) {
      Text("Last 7 Days")
      Link("\(product.calls(scope).reduce(0) { $0 + $1.count })") {
        $1.present(APIUsage(scope: scope))
      }
    }
  }

  @ScreenBuilder<Self>
  private func soap(_ desk: Desk) -> [Element<Self>] {
    if desk.actor.may(.accessSOAPAPI) {
      ReadOnlyText("Endpoint", desk.subscription.soapEndpoint)
      ReadOnlyText("User ID", desk.subscription.soapUserID)
      TextBox("Encryption Key") {
        $0.soapKey ?? desk.subscription.settings.soapEncryptionKey
      } set: {
        $0.soapKey = $1
      }
      Button("Save Changes", purpose: .confirm) { screen, desk throws(Refusal) in
        guard let key = screen.soapKey else { return }
        try desk.subscription.setSOAPKey(key, by: desk.actor)
        desk.tell(OwnTexts.saved)
      }
    } else {
      Text(OwnTexts.limitedAccess, role: .alert)
    }
  }
}

/// Who called the API in the last seven days.
struct APIUsage: Dialog {
  enum Scope {
    case all
    case bulkExport
  }

  let scope: Scope

  var title: String {
    switch scope {
    case .all: "API Calls"
    case .bulkExport: "Bulk Export API Calls"
    }
  }

  func body(_ desk: Desk) -> [Element<Self>] {
    Group(.grid, title) {
      for column in ["API User", "Calls"] { ColumnHeader(column) }
      for entry in desk.subscription.calls(scope) {
        Row(entry.user, columns: ["Calls: \(entry.count)"])
      }
    }
  }
}

extension Subscription {
  fileprivate func calls(_ scope: APIUsage.Scope) -> [(user: String, count: Int)] {
    callsByUser(bulkOnly: scope == .bulkExport)
  }
}

/// The developer documentation: a site of its own.
struct DeveloperDocumentation: Place {
  var name: String { "Adobe Developer" }
  var application: String? { name }
  var isInsideAdmin: Bool { false }
  var isModelled: Bool { false }

  func body(_ desk: Desk) -> [Element<Self>] {}
}
