import EngineInterface

/// The way to an API only user with Adobe identity.
struct CreateAPIOnlyUser: Dialog {
  var draft = UserDraft()

  var title: String { "Create API Only User" }

  func body(_ desk: Desk) -> [Element<Self>] {
    let product = desk.subscription
    TextBox("Email", \.draft.email, required: true)
    TextBox("First Name", \.draft.firstName, required: true)
    TextBox("Last Name", \.draft.lastName, required: true)
    Group(.group, "Roles", required: true) {
      for role in product.roles {
        CheckBox(role.name, isChecked: draft.grants.contains(role.id)) {
          $0.draft.grants.set(role.id, to: $1)
        }
      }
    }
    Button(
      "Create API Only User",
      purpose: .confirm,
      unless: product.refusals(ofPerson: draft) + product.refusals(ofRolesIn: draft)
    ) { dialog, desk throws(Refusal) in
      try desk.subscription.createAPIOnlyUser(dialog.draft, by: desk.actor)
      desk.dismiss()
    }
  }
}
