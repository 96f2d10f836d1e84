import EngineInterface

/// Landing Pages: the settings of all landing pages.
struct LandingPages: Place {
  var name: String { AdminArea.landingPages.name }

  func body(_ desk: Desk) -> [Element<Self>] {
    let settings = desk.subscription.settings.landingPages
    Group(.tablist) {
      Tab("Landing Pages", isSelected: true)
      // Redirections, of which the engine has nothing.
      Tab("Rules", isSelected: false) { _, desk in
        desk.go(to: Elsewhere(name: "Landing Page Rules", isInsideAdmin: true))
      }
    }
    Group(.tabpanel, "Landing Pages") {
      Group(.region, "Settings") {
        ReadOnlyText("Account String", desk.subscription.accountString)
        // [I] How the screen shows them.
        Text("Domain name for landing pages: \(settings.domain)")
        Text("Fallback page: \(settings.fallbackPage)")
        Text("Homepage: \(settings.homepage)")
        for option in Settings.LandingPages.Option.allCases {
          Text("\(option.rawValue): \(settings.options.contains(option) ? "Yes" : "No")")
        }
        Button("Edit") {
          $1.present(EditLandingPages(settings: $1.subscription.settings.landingPages))
        }
      }
      Group(.region, "Landing Page HTTP Headers") {
        // What there is to choose from is not told.
        Button("Edit") {
          $1.go(to: Elsewhere(name: "Landing Page HTTP Headers", isInsideAdmin: true))
        }
      }
    }
  }
}

/// The settings of landing pages, to be changed.
struct EditLandingPages: Dialog {
  var settings: Settings.LandingPages

  // [I] The documentation shows the dialog and does not name it.
  var title: String { "Edit Landing Page Settings" }

  func body(_ desk: Desk) -> [Element<Self>] {
    TextBox("Domain name for landing pages", \.settings.domain)
    TextBox("Fallback page", \.settings.fallbackPage)
    TextBox("Homepage", \.settings.homepage)
    for option in Settings.LandingPages.Option.allCases {
      CheckBox(option.rawValue, isChecked: settings.options.contains(option)) {
        $0.settings.options.set(option, isIn: $1)
      }
    }
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button("Save", purpose: .confirm) { dialog, desk throws(Refusal) in
      try desk.subscription.setLandingPages(dialog.settings, by: desk.actor)
      desk.dismiss()
    }
  }
}
