import EngineInterface

/// Create New Role, and Edit Role: the same form.
struct RoleDialog: Dialog {
  /// The role that is edited; nil where one is made.
  let role: AccessRole.ID?
  var draft: RoleDraft
  var expanded: PermissionSet = []

  init() {
    role = nil
    draft = RoleDraft()
  }

  init(editing role: AccessRole) {
    self.role = role.id
    draft = RoleDraft(role)
  }

  var title: String { role == nil ? "Create New Role" : "Edit Role" }

  func body(_ desk: Desk) -> [Element<Self>] {
    TextBox("Role Name", \.draft.name, required: true)
    TextBox("Description", \.draft.description)
    Group(.tree, "Permissions") { permissions(Permission.roots, desk.subscription.release) }
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button(
      role == nil ? "Create" : "Save",
      purpose: .confirm,
      unless: desk.subscription.refusals(of: draft, for: role)
    ) { dialog, desk throws(Refusal) in
      if let role = dialog.role {
        try desk.subscription.updateRole(role, to: dialog.draft, by: desk.actor)
      } else {
        try desk.subscription.createRole(dialog.draft, by: desk.actor)
      }
      desk.dismiss()
    }
  }

  @ScreenBuilder<Self>
  private func permissions(
    _ permissions: [Permission],
    _ release: Release
  ) -> [Element<Self>] {
    for permission in permissions where release.permissions.contains(permission) {
      let name = release.name(of: permission)
      let isGranted = draft.permissions.contains(permission)
      if permission.children.isEmpty {
        TreeItem(name, isChecked: isGranted) { $0.draft.set(permission, to: $1) }
      } else {
        TreeItem(name, description: count(below: permission, release), isChecked: isGranted) {
          $0.draft.set(permission, to: $1)
        }
        .branch(
          isExpanded: expanded.contains(permission),
          set: { dialog, isExpanded in
            if isExpanded {
              dialog.expanded.insert(permission)
            } else {
              dialog.expanded.subtract([permission])
            }
          }
        ) {
          self.permissions(permission.children, release)
        }
      }
    }
  }

  private func count(below permission: Permission, _ release: Release) -> String {
    let all = permission.descendants.intersection(release.permissions)
    return "(\(draft.permissions.intersection(all).count) of \(all.count))"
  }
}
