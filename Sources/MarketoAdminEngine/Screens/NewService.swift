import EngineInterface

/// Installs a service: which fields there are depends on the kind of service.
struct NewService: Dialog {
  var draft = ServiceDraft()

  var title: String { "New Service" }

  func body(_ desk: Desk) -> [Element<Self>] {
    let product = desk.subscription
    TextBox("Display Name", \.draft.displayName, required: true)
    ComboBox("Service", \.draft.kind, required: true)
    switch draft.kind {
    case nil: []
    case .custom:
      Heading("Settings")
      TextBox("Description", \.draft.description, required: true)
      ComboBox(
        "API Only User",
        \.draft.apiUser,
        options: product.apiOnlyUsers.map(\.email),
        required: true
      )
    case .zoom, .goToWebinar:
      Heading("Settings")
      signIn(product)
    }
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button("Create", purpose: .confirm, unless: product.refusals(of: draft)) {
      dialog, desk throws(Refusal) in
      try desk.subscription.createService(dialog.draft, by: desk.actor)
      desk.dismiss()
    }
  }

  @ScreenBuilder<Self>
  private func signIn(_ product: Subscription) -> [Element<Self>] {
    if let kind = draft.kind {
      if product.signedInServices.contains(kind) {
        Text(OwnTexts.signedIn(kind.name), role: .status)
      } else {
        Button("Log Into \(kind.name)") { $1.present(ThirdPartySignIn(kind: kind)) }
      }
    }
  }
}
