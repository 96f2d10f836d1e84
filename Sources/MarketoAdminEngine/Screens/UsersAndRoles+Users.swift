import EngineInterface

extension UsersAndRoles {
  /// The Users tab.
  @ScreenBuilder<Self>
  func usersTab(_ desk: Desk) -> [Element<Self>] {
    let product = desk.subscription
    let user = selectedUser.flatMap(product.user)
    Group(.toolbar) {
      if product.identity.invitesUsers {
        Button("Invite New User") { $1.present(InviteNewUser()) }
      } else {
        Button("Create API Only User") { $1.present(CreateAPIOnlyUser()) }
      }
      Button("Edit User", unless: user.map(product.refusals(ofEditing:)) ?? [.noUserSelected]) {
        $1.go(to: Elsewhere(name: "Edit User", isInsideAdmin: true))
      }
      Button(
        "Delete User",
        unless: user.map { product.refusals(ofDeleting: $0, by: desk.actor) } ?? [.noUserSelected],
        isDestructive: true
      ) { _, desk in
        guard let user else { return }
        desk.present(DeleteUser(user: user.id))
      }
      Button(
        "Reset Password",
        unless: user.map(product.refusals(ofResettingPasswordOf:)) ?? [.noUserSelected]
      ) {
        $1.go(to: Elsewhere(name: "Reset Password", isInsideAdmin: true))
      }
    }
    Group(.grid, "Users") {
      for user in product.users {
        Row(
          user.email,
          columns: [user.fullName, product.roleNames(of: user).joined(separator: ", ")],
          isSelected: user.id == selectedUser
        ) { screen, _ in screen.selectedUser = user.id }
      }
    }
  }
}
