import EngineInterface

/// Single Sign-On: who vouches for users, and where they are sent.
struct SingleSignOn: Place {
  var name: String { AdminArea.singleSignOn.name }

  func body(_ desk: Desk) -> [Element<Self>] {
    let sso = desk.subscription.settings.sso
    Group(.region, "SAML Settings") {
      Text("SAML Single Sign-On: \(EditSAML.Switch(sso.isEnabled).rawValue)")
      Text("User ID Location: \(sso.userIDLocation.rawValue)")
      Button("Edit") { $1.present(EditSAML($1.subscription)) }
    }
    Group(.region, "Redirect Pages") {
      Text("Login URL: \(sso.redirects.login)")
      Text("Logout URL: \(sso.redirects.logout)")
      Text("Error URL: \(sso.redirects.error)")
      Button("Edit") { $1.present(RedirectPages($1.subscription)) }
    }
  }
}

/// How the identity provider is known.
struct EditSAML: Dialog {
  enum Switch: String, CaseIterable {
    case enabled = "Enabled"
    case disabled = "Disabled"

    init(_ isOn: Bool) { self = isOn ? .enabled : .disabled }
  }

  var sso: Settings.SSO
  var state: Switch

  init(_ product: Subscription) {
    sso = product.settings.sso
    state = Switch(sso.isEnabled)
  }

  var title: String { "SAML Settings" }

  func body(_ desk: Desk) -> [Element<Self>] {
    ComboBox("SAML Single Sign-On", \.state)
    TextBox("Issuer ID", \.sso.issuerID)
    TextBox("Entity ID", \.sso.entityID)
    ComboBox("User ID Location", \.sso.userIDLocation)
    // [I] The person has one certificate on the computer, and Browse shows it.
    ComboBox(
      "Identity Provider Certificate", \.certificate, options: ["identity-provider.cer"],
      nouns: ["file"])
    Button("Browse") { dialog, _ in dialog.certificate = "identity-provider.cer" }
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button("Save", purpose: .confirm, unless: desk.subscription.refusals(of: changed)) {
      dialog,
      desk throws(Refusal) in
      try desk.subscription.setSSO(dialog.changed, by: desk.actor)
      desk.dismiss()
    }
  }

  private var certificate: String? {
    get { sso.certificate.isEmpty ? nil : sso.certificate }
    set { sso.certificate = newValue ?? "" }
  }

  private var changed: Settings.SSO {
    var changed = sso
    changed.isEnabled = state == .enabled
    return changed
  }
}

/// Where people are sent who come in, go out, or can't come in.
struct RedirectPages: Dialog {
  var sso: Settings.SSO

  init(_ product: Subscription) { sso = product.settings.sso }

  var title: String { "Redirect Pages" }

  func body(_ desk: Desk) -> [Element<Self>] {
    TextBox("Login URL", \.sso.redirects.login)
    TextBox("Logout URL", \.sso.redirects.logout)
    TextBox("Error URL", \.sso.redirects.error)
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button("Save", purpose: .confirm, unless: desk.subscription.refusals(of: sso)) {
      dialog, desk throws(Refusal) in
      try desk.subscription.setSSO(dialog.sso, by: desk.actor)
      desk.dismiss()
    }
  }
}
