import EngineInterface

/// My Account: what people change of their own account, and the name of the subscription.
struct MyAccount: Place {
  var name: String { AdminArea.myAccount.name }

  func body(_ desk: Desk) -> [Element<Self>] {
    let product = desk.subscription
    let user = desk.actor.user.flatMap(product.user)
    let refusals = product.refusals(ofAccountOf: desk.actor)
    Group(.toolbar) {
      Button("Edit Account Settings", unless: refusals) { $1.present(AccountSettings(user)) }
      Button("Change Password", unless: refusals) { $1.present(ChangePassword()) }
      Button("Edit Subscription Information") {
        $1.present(SubscriptionInformation($1.subscription))
      }
      Button("Edit Location Settings", unless: refusals) {
        if let user { $1.present(OwnLocation(location: user.location)) }
      }
    }
    Group(.region, "Account") {
      if let user {
        Text("Email: \(user.email)")
        Text("Name: \(user.fullName)")
        Text("Language: \(user.location.language.rawValue)")
        Text("Locale: \(user.location.locale.rawValue)")
        Text("Time Zone: \(user.location.timeZone.rawValue)")
      }
    }
    Group(.region, "Subscription") { Text(product.name) }
  }
}

/// Name, address and telephone number of the person who is signed in.
struct AccountSettings: Dialog {
  var draft: AccountDraft

  init(_ user: User?) { draft = AccountDraft(user) }

  var title: String { "Account Settings" }

  func body(_ desk: Desk) -> [Element<Self>] {
    TextBox("Email", \.draft.email, required: true)
    TextBox("First Name", \.draft.firstName, required: true)
    TextBox("Last Name", \.draft.lastName, required: true)
    TextBox("Phone", \.draft.phone)
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button("Save", purpose: .confirm, unless: desk.subscription.refusals(of: draft, by: desk.actor))
    {
      dialog,
      desk throws(Refusal) in
      try desk.subscription.updateAccount(dialog.draft, by: desk.actor)
      desk.dismiss()
    }
  }
}

/// A new password for the person who is signed in.
struct ChangePassword: Dialog {
  var old = ""
  var new = ""

  var title: String { "Change Password" }

  func body(_ desk: Desk) -> [Element<Self>] {
    TextBox("Old Password", \.old, required: true)
    TextBox("New Password", \.new, required: true)
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button(
      "Save", purpose: .confirm,
      unless: desk.subscription.refusals(ofPassword: old, new, by: desk.actor)
    ) {
      dialog,
      desk throws(Refusal) in
      try desk.subscription.changePassword(from: dialog.old, to: dialog.new, by: desk.actor)
      desk.dismiss()
    }
  }
}

/// What the subscription is called.
struct SubscriptionInformation: Dialog {
  var subscriptionName: String

  init(_ product: Subscription) { subscriptionName = product.name }

  var title: String { "Subscription Information" }

  func body(_ desk: Desk) -> [Element<Self>] {
    TextBox("Subscription Name", \.subscriptionName, required: true)
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button(
      "Save", purpose: .confirm,
      unless: subscriptionName.isBlank ? [.isEmpty("Subscription Name")] : []
    ) {
      dialog,
      desk throws(Refusal) in
      try desk.subscription.rename(to: dialog.subscriptionName, by: desk.actor)
      desk.dismiss()
    }
  }
}

/// Language, locale and time zone of the person who is signed in.
struct OwnLocation: Dialog {
  var location: Settings.Location

  var title: String { "Location Settings" }

  func body(_ desk: Desk) -> [Element<Self>] {
    ComboBox("Language", \.location.language)
    ComboBox("Locale", \.location.locale)
    ComboBox("Time Zone", \.location.timeZone)
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button("Save", purpose: .confirm) { dialog, desk throws(Refusal) in
      try desk.subscription.setOwnLocation(dialog.location, by: desk.actor)
      desk.dismiss()
    }
  }
}
