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
      ) { _, desk in
        guard let role else { return }
        desk.present(RoleDialog(editing: role))
      }
      Button(
        "Delete Role",
        unless: role.map(product.refusals(ofDeleting:)) ?? [.noRoleSelected],
        isDestructive: true
      ) { _, desk in
        guard let role else { return }
        desk.present(DeleteRole(roleID: role.id))
      }
    }
    Group(.grid, "Roles") {
      for role in product.roles {
        Row(
          role.name,
          columns: ["# of Users: \(product.users(with: role.id).count)", role.description],
          isSelected: role.id == selectedRole
        ) { screen, _ in screen.selectedRole = role.id }
      }
    }
  }
}
