import EngineInterface

/// Webhooks: the calls that the product makes to others.
struct Webhooks: Place {
  var name: String { AdminArea.webhooks.name }

  func body(_ desk: Desk) -> [Element<Self>] {
    Group(.toolbar) { Button("New Webhook") { $1.present(NewWebhook()) } }
    Group(.grid, "Webhooks") {
      for column in ["URL", "Request Type", "Request Token Encoding", "Response type"] {
        ColumnHeader(column)
      }
      for webhook in desk.subscription.webhooks {
        Row(webhook.url, columns: webhook.columns)
      }
    }
  }
}

extension Webhook {
  fileprivate var columns: [String] {
    [
      "Request Type: \(method.rawValue)", "Request Token Encoding: \(encoding.rawValue)",
      "Response type: \(responseType.rawValue)",
    ]
  }
}

/// A webhook to be made.
struct NewWebhook: Dialog {
  /// [I] What Insert Token offers.
  private static let tokens = ["{{lead.Email Address}}", "{{company.Company Name}}"]

  var webhook = Webhook()
  var isTokenMenuOpen = false

  var title: String { "New Webhook" }

  func body(_ desk: Desk) -> [Element<Self>] {
    TextBox("URL", \.webhook.url, required: true)
    ComboBox("Request Type", \.webhook.method)
    TextBox("Template", \.webhook.template)
    MenuButton("Insert Token", \.isTokenMenuOpen, of: self) {
      for token in Self.tokens {
        MenuItem(token) { dialog, _ in dialog.webhook.template += token }
      }
    }
    ComboBox("Request Token Encoding", \.webhook.encoding)
    ComboBox("Response type", \.webhook.responseType)
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button("Create", purpose: .confirm, unless: desk.subscription.refusals(of: webhook)) {
      dialog,
      desk throws(Refusal) in
      try desk.subscription.createWebhook(dialog.webhook, by: desk.actor)
      desk.dismiss()
    }
  }
}
