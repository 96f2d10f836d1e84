import EngineInterface

/// What an integration has to know of a custom service.
struct ServiceDetails: Dialog {
  let service: LaunchPointService.ID
  /// Empty until it is asked for, whether one is live or not.
  var token = ""

  var title: String { "Details" }

  func body(_ desk: Desk) -> [Element<Self>] {
    let product = desk.subscription
    if let service = product.service(service) {
      ReadOnlyText("Client Id", service.clientID)
      ReadOnlyText("Client Secret", service.clientSecret)
      ReadOnlyText("Authorized User", service.apiUser.flatMap(product.user)?.email ?? "")
      Button("Get Token") { dialog, desk in
        dialog.token = desk.subscription.token(for: service.id).value
      }
      // Without a label on the screen; pages call it so.
      ReadOnlyText("Token", token)
    }
  }
}
