import EngineInterface

extension UsersAndRoles {
  /// The Roles tab.
  @ScreenBuilder<Self>
  func rolesTab(_ desk: Desk) -> [Element<Self>] {
    let product = desk.subscription
    let role = selectedRole.flatMap { id in product.roles.first { $0.id == id } }
    Group(.toolbar) {
      Button("New Role") { $1.present(RoleDialog()) }
      Button(
        "Edit Role",
        unless: role.map { product.refusals(ofEditing: $0, by: desk.actor) } ?? [.noRoleSelected]
      ) {
        if let role { $1.present(RoleDialog(editing: role)) }
      }
      Button(
        "Delete Role",
        purpose: .destroy,
        unless: role.map(product.refusals(ofDeleting:)) ?? [.noRoleSelected]
      ) {
        if let role { $1.present(DeleteRole(roleID: role.id)) }
      }
    }
    Group(.grid, "Roles") {
      for column in ["Name", "# of Users", "Description"] { ColumnHeader(column) }
      for role in product.roles {
        Row(
          role.name,
          columns: ["# of Users: \(product.users(with: role.id).count)", role.description],
          isSelected: role.id == selectedRole
        ) { screen, _ in screen.selectedRole = role.id }
      }
    }
    Button("Export") { _, desk in
      desk.subscription.exportRoles()
      desk.tell(OwnTexts.exported("Roles.csv"))
    }
  }
}
