import EngineInterface

/// Says that a mail with a link to a new password is on its way.
struct ResetPassword: Dialog {
  var title: String { "Reset Password" }
  var windowRole: Role { .alertdialog }

  // The prompt's Close is the window's own.
  func body(_ desk: Desk) -> [Element<Self>] {
    Text(OwnTexts.passwordReset)
  }
}
