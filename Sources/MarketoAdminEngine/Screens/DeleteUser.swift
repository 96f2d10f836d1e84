import EngineInterface

/// Asks whether a user is to be deleted.
struct DeleteUser: Dialog {
  let user: User.ID

  var title: String { "Delete User" }
  var windowRole: Role { .alertdialog }

  func body(_ desk: Desk) -> [Element<Self>] {
    if let user = desk.subscription.user(user) { Text(OwnTexts.deleteUser(user.email)) }
    Button("OK", purpose: .destroy) { dialog, desk throws(Refusal) in
      try desk.subscription.deleteUser(dialog.user, by: desk.actor)
      desk.dismiss()
    }
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
  }
}
