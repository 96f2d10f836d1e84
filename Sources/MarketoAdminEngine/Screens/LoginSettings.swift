import EngineInterface

/// Login Settings: passwords, from where people come in, and how long links hold.
struct LoginSettings: Place {
  var name: String { AdminArea.loginSettings.name }

  func body(_ desk: Desk) -> [Element<Self>] {
    let settings = desk.subscription.settings
    Group(.toolbar) {
      Button("Edit Security Settings") { $1.present(SecuritySettings($1.subscription)) }
      Button("Edit IP Restrictions") { $1.present(LoginIPRestrictions($1.subscription)) }
      Button("Edit URL Expiration") { $1.present(URLExpiration($1.subscription)) }
    }
    Group(.region, "Security Settings") {
      Text("Template: \(settings.passwords.template.rawValue)")
      Text("Expiration: \(settings.passwords.expiration.rawValue)")
      Text("Inactive Session Timeout: \(settings.passwords.inactiveSessionTimeout.rawValue)")
      Button("Edit") { $1.present(SecuritySettings($1.subscription)) }
    }
    Group(.region, "IP Restrictions") {
      Text(settings.loginRule.isEnabled ? settings.loginRule.mode.rawValue : "Disabled")
    }
    Group(.region, "URL Expiration") { Text(settings.linkExpiration.rawValue) }
  }
}

/// The password policy, and whether single sign-on is the only way in.
struct SecuritySettings: Dialog {
  var policy: Settings.PasswordPolicy
  var requiresSSO: Bool
  var isAdvancedOpen = false

  init(_ product: Subscription) {
    policy = product.settings.passwords
    requiresSSO = product.settings.sso.isRequired
  }

  var title: String { "Security Settings" }

  func body(_ desk: Desk) -> [Element<Self>] {
    ComboBox("Template", \.policy.template)
    if policy.template == .custom {
      Group(.group, "Required Characteristics") {
        for characteristic in Settings.PasswordPolicy.Characteristic.allCases {
          CheckBox(
            characteristic.rawValue,
            isChecked: policy.characteristics.contains(characteristic)
          ) {
            $0.policy.characteristics.set(characteristic, isIn: $1)
          }
        }
      }
    }
    ComboBox("Expiration", \.policy.expiration)
    ComboBox("Inactive Session Timeout", \.policy.inactiveSessionTimeout)
    Button("Advanced", nouns: ["drop-down", "section", "setting"], isExpanded: isAdvancedOpen) {
      $0.isAdvancedOpen = $1
    }
    if isAdvancedOpen, desk.subscription.has(.singleSignOn) {
      CheckBox("Require SSO", \.requiresSSO)
    }
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button(
      "Save", purpose: .confirm, unless: desk.subscription.refusals(ofRequiringSSO: requiresSSO)
    ) {
      dialog,
      desk throws(Refusal) in
      try desk.subscription.setSecurity(
        dialog.policy, requiresSSO: dialog.requiresSSO, by: desk.actor)
      desk.dismiss()
    }
  }
}

/// From which addresses people may sign in, or may not.
struct LoginIPRestrictions: Dialog {
  /// [I] Nil until the first rule says which.
  var mode: LoginRule.Mode?
  var isDisabled: Bool
  /// One address, range or wildcard a field.
  var addresses: [String]

  init(_ product: Subscription) {
    let rule = product.settings.loginRule
    mode = rule.addresses.isEmpty ? nil : rule.mode
    // [I] Who opens this wants a rule: it is disabled where it was, and has addresses.
    isDisabled = !rule.isEnabled && !rule.addresses.isEmpty
    addresses = rule.addresses.map(\.text)
    if addresses.isEmpty { addresses = [""] }
  }

  var title: String { "IP Restrictions" }

  func body(_ desk: Desk) -> [Element<Self>] {
    for mode in LoginRule.Mode.allCases {
      RadioButton(mode.rawValue, isChecked: self.mode == mode) { $0.mode = mode }
    }
    for index in addresses.indices {
      TextBox(index == 0 ? "IP Address" : "IP Address \(index + 1)", \.addresses[index])
    }
    Button("Add", purpose: .confirm) { dialog, _ in dialog.addresses.append("") }
    CheckBox("Disable IP Restrictions", \.isDisabled)
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button("Save", purpose: .confirm, unless: refusals(desk)) { dialog, desk throws(Refusal) in
      try desk.subscription.restrictLogins(
        dialog.mode,
        to: dialog.addresses,
        isEnabled: !dialog.isDisabled,
        by: desk.actor
      )
      desk.dismiss()
    }
  }

  private func refusals(_ desk: Desk) -> [Refusal] {
    desk.subscription.refusals(ofLoginRule: mode, addresses: addresses, isEnabled: !isDisabled)
  }
}

/// How long the links hold that reports and alerts are sent with.
struct URLExpiration: Dialog {
  var expiration: Settings.LinkExpiration

  init(_ product: Subscription) { expiration = product.settings.linkExpiration }

  var title: String { "URL Expiration" }

  func body(_ desk: Desk) -> [Element<Self>] {
    ComboBox("Number of days", \.expiration)
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button("Save", purpose: .confirm) { dialog, desk throws(Refusal) in
      try desk.subscription.setLinkExpiration(dialog.expiration, by: desk.actor)
      desk.dismiss()
    }
  }
}
