import EngineInterface

/// Treasure Chest: features that are on or off.
struct TreasureChest: Place {
  var name: String { AdminArea.treasureChest.name }

  func body(_ desk: Desk) -> [Element<Self>] {
    for feature in Feature.allCases {
      let isEnabled = desk.subscription.enabledFeatures.contains(feature)
      Group(.region, feature.rawValue) {
        Text(isEnabled ? "Enabled" : "Disabled", role: .status)
        Button("Edit") { $1.present(EditFeature(feature: feature, isEnabled: isEnabled)) }
      }
    }
  }
}

/// Turns a feature on or off.
struct EditFeature: Dialog {
  let feature: Feature
  var isEnabled: Bool

  var title: String { "Edit \(feature.rawValue)" }

  func body(_ desk: Desk) -> [Element<Self>] {
    CheckBox("Enabled", \.isEnabled)
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button("Save", purpose: .confirm) { dialog, desk throws(Refusal) in
      try desk.subscription.set(dialog.feature, isEnabled: dialog.isEnabled, by: desk.actor)
      desk.dismiss()
    }
  }
}
