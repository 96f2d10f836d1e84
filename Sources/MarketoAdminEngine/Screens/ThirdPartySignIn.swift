import EngineInterface

/// The window in which the other company asks for its account; it is not Marketo's.
struct ThirdPartySignIn: Dialog {
  let kind: LaunchPointService.Kind
  var account = ""
  var password = ""

  var title: String { "Sign in to \(kind.name)" }
  var application: String? { kind.name }

  func body(_ desk: Desk) -> [Element<Self>] {
    TextBox("\(kind.name) Email", \.account, required: true)
    TextBox("\(kind.name) Password", \.password, required: true)
    Button("Sign in", purpose: .confirm, unless: refusals) { dialog, desk in
      desk.subscription.signedInServices.insert(dialog.kind)
      desk.dismiss()
    }
  }

  private var refusals: [Refusal] {
    (account.isBlank ? [.isEmpty("\(kind.name) Email")] : [])
      + (password.isBlank ? [.isEmpty("\(kind.name) Password")] : [])
  }
}
