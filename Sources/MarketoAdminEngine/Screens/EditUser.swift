import EngineInterface

/// What is known of a user, and the roles.
struct EditUser: Dialog {
  let user: User.ID
  var draft: UserDraft
  var openedRoles: Set<AccessRole.ID> = []

  init(_ user: User) {
    self.user = user.id
    draft = UserDraft(user)
  }

  var title: String { "Edit User" }

  func body(_ desk: Desk) -> [Element<Self>] {
    let product = desk.subscription
    TextBox("Email", \.draft.email, required: true)
    TextBox("First Name", \.draft.firstName, required: true)
    TextBox("Last Name", \.draft.lastName, required: true)
    TextBox("Access Expires", \.draft.accessExpires, whenEmpty: "Never")
    if product.hasWorkspaces {
      Group(.group, product.release.rolesAndWorkspaces) { roles(product) }
    } else {
      roles(product)
    }
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button(
      "Save", purpose: .confirm,
      unless: product.user(user).map { product.refusals(of: draft, for: $0) } ?? []
    ) {
      dialog,
      desk throws(Refusal) in
      try desk.subscription.updateUser(dialog.user, to: dialog.draft, by: desk.actor)
      desk.dismiss()
    }
  }

  @ScreenBuilder<Self>
  private func roles(_ product: Subscription) -> [Element<Self>] {
    RolesTree(\.draft.grants, opened: \.openedRoles, of: self, in: product)
  }
}
