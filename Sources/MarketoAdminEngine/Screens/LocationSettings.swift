import EngineInterface

/// Location: what new users inherit, and the currency.
struct LocationSettings: Place {
  var name: String { AdminArea.location.name }

  func body(_ desk: Desk) -> [Element<Self>] {
    let settings = desk.subscription.settings
    Group(.region, "Location Settings") {
      Text("Locale: \(settings.location.locale.rawValue)")
      Text("Time Zone: \(settings.location.timeZone.rawValue)")
      Button("Edit") { $1.present(DefaultLocation(location: $1.subscription.settings.location)) }
    }
    Group(.region, "Subscription Currency Settings") {
      Text("Currency: \(settings.currency.rawValue)")
      Button("Edit") { $1.present(DefaultCurrency(currency: $1.subscription.settings.currency)) }
    }
  }
}

/// Rule 36: the location of users to come.
struct DefaultLocation: Dialog {
  var location: Settings.Location

  var title: String { "Location Settings" }

  func body(_ desk: Desk) -> [Element<Self>] {
    ComboBox("Locale", \.location.locale)
    ComboBox("Time Zone", \.location.timeZone)
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button("Save", purpose: .confirm) { dialog, desk throws(Refusal) in
      try desk.subscription.setLocation(dialog.location, by: desk.actor)
      desk.dismiss()
    }
  }
}

/// The currency of the subscription.
struct DefaultCurrency: Dialog {
  var currency: Settings.Currency

  var title: String { "Subscription Currency Settings" }

  func body(_ desk: Desk) -> [Element<Self>] {
    ComboBox("Currency", \.currency)
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button("Save", purpose: .confirm) { dialog, desk throws(Refusal) in
      try desk.subscription.setCurrency(dialog.currency, by: desk.actor)
      desk.dismiss()
    }
  }
}
