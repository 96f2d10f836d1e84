import EngineInterface

extension UsersAndRoles {
  /// The Users tab.
  @ScreenBuilder<Self>
  func usersTab(_ desk: Desk) -> [Element<Self>] {
    let product = desk.subscription
    let user = selectedUser.flatMap(product.user)
    Group(.toolbar) {
      if product.identity.invitesUsers {
        Button("Invite New User") { $1.present(.inviteNewUser(InviteNewUser())) }
      } else {
        Button("Create API Only User") { $1.present(.createAPIOnlyUser(CreateAPIOnlyUser())) }
      }
      Button("Edit User", unless: user.map(product.refusals(ofEditing:)) ?? [.noUserSelected]) {
        $1.go(to: .elsewhere(.admin("Edit User")))
      }
      Button(
        "Delete User",
        unless: user.map { product.refusals(ofDeleting: $0, by: desk.actor) } ?? [.noUserSelected],
        isDestructive: true
      ) { _, desk in
        guard let user else { return }
        desk.present(.deleteUser(DeleteUser(user: user.id)))
      }
      Button(
        "Reset Password",
        unless: user.map(product.refusals(ofResettingPasswordOf:)) ?? [.noUserSelected]
      ) {
        $1.go(to: .elsewhere(.admin("Reset Password")))
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
