import EngineInterface

/// Changes a service; of which kind it is stays.
struct EditService: Dialog {
  let service: LaunchPointService.ID
  var draft: ServiceDraft

  init(_ service: LaunchPointService, in product: Subscription) {
    self.service = service.id
    draft = product.draft(of: service)
  }

  var title: String { "Edit Service" }

  func body(_ desk: Desk) -> [Element<Self>] {
    let product = desk.subscription
    TextBox("Display Name", \.draft.displayName, required: true)
    Text("Service: \(draft.kind?.name ?? "")")
    if draft.kind == .custom {
      TextBox("Description", \.draft.description, required: true)
      ComboBox(
        "API Only User",
        \.draft.apiUser,
        options: product.apiOnlyUsers.map(\.email),
        required: true
      )
    }
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button("Save", purpose: .confirm, unless: product.refusals(of: draft, for: service)) {
      dialog,
      desk throws(Refusal) in
      try desk.subscription.updateService(dialog.service, to: dialog.draft, by: desk.actor)
      desk.dismiss()
    }
  }
}
