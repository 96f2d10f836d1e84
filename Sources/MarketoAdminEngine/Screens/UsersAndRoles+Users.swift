import EngineInterface

extension UsersAndRoles {
  /// The Users tab.
  @ScreenBuilder<Self>
  func usersTab(_ desk: Desk) -> [Element<Self>] {
    let product = desk.subscription
    let user = selectedUser.flatMap(product.user)
    Group(.toolbar) {
      if product.identity.invitesUsers {
        Button("Invite New User") {
          if product.release.invitesInOneDialog {
            $1.present(InviteInOneDialog())
          } else {
            $1.present(InviteNewUser())
          }
        }
      } else {
        Button("Create API Only User") { $1.present(CreateAPIOnlyUser()) }
      }
      Button("Edit User", unless: user.map(product.refusals(ofEditing:)) ?? [.noUserSelected]) {
        if let user { $1.present(EditUser(user)) }
      }
      Button(
        "Delete User",
        purpose: .destroy,
        unless: user.map { product.refusals(ofDeleting: $0, by: desk.actor) } ?? [.noUserSelected]
      ) {
        if let user { $1.present(DeleteUser(user: user.id)) }
      }
      Button(
        "Reset Password",
        unless: user.map(product.refusals(ofResettingPasswordOf:)) ?? [.noUserSelected]
      ) { _, desk throws(Refusal) in
        guard let user else { return }
        try desk.subscription.resetPassword(user.id, by: desk.actor)
        desk.present(ResetPassword())
      }
      Button(
        user?.hasChangedEmail == true ? "Resend Verification" : "Verify Email",
        unless: user.map(product.refusals(ofVerifying:)) ?? [.noUserSelected]
      ) { _, desk throws(Refusal) in
        guard let user else { return }
        try desk.subscription.sendVerification(to: user.id, by: desk.actor)
        desk.tell(OwnTexts.verificationSent)
      }
    }
    Group(.grid, "Users") {
      for column in columns {
        ColumnHeader(column.rawValue, menu: \.isColumnsMenuOpen)
      }
      for user in product.users {
        Row(
          user.email,
          columns: columns.map { $0.text(of: user, in: product) },
          isSelected: user.id == selectedUser
        ) { screen, _ in screen.selectedUser = user.id }
      }
    }
    MenuButton("Columns", \.isColumnsMenuOpen, of: self) {
      for column in UserColumn.allCases {
        MenuItem(column.rawValue, isChecked: columns.contains(column)) {
          $0.hiddenColumns.set(column, isIn: !$1)
        }
      }
    }
    Button("Export") { _, desk in
      desk.subscription.exportUsers()
      desk.tell(OwnTexts.exported("Users.xlsx"))
    }
  }

  private var columns: [UserColumn] { UserColumn.allCases.filter { !hiddenColumns.contains($0) } }
}

/// What the list of users shows of each besides the e-mail.
enum UserColumn: String, CaseIterable {
  case name = "Name"
  case roles = "Role"
  case emailStatus = "Email Status"
  case state = "Status"

  func text(of user: User, in product: Subscription) -> String {
    switch self {
    case .name: user.fullName
    case .roles: product.roleNames(of: user).joined(separator: ", ")
    case .emailStatus: user.emailStatus.rawValue
    case .state: user.state == .active ? "" : user.state.rawValue
    }
  }
}
