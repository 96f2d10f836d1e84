import EngineInterface

/// Asks whether a role is to be deleted.
struct DeleteRole: Dialog {
  let roleID: AccessRole.ID

  var title: String { "Delete Role" }
  var windowRole: Role { .alertdialog }

  func body(_ desk: Desk) -> [Element<Self>] {
    if let role = desk.subscription.role(roleID) { Text(OwnTexts.deleteRole(role.name)) }
    Button("Delete", purpose: .destroy) { dialog, desk throws(Refusal) in
      try desk.subscription.deleteRole(dialog.roleID, by: desk.actor)
      desk.dismiss()
    }
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
  }
}
