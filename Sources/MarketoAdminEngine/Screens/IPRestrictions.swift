import EngineInterface

/// From which addresses the API may be called.
struct IPRestrictions: Dialog {
  var isEnabled: Bool
  /// One address, range or wildcard a field.
  var addresses: [String]

  init(_ product: Subscription) {
    isEnabled = product.settings.apiAllowlist.isEnabled
    addresses = product.settings.apiAllowlist.addresses.map(\.text)
    if addresses.isEmpty { addresses = [""] }
  }

  var title: String { "IP Restrictions" }

  func body(_ desk: Desk) -> [Element<Self>] {
    CheckBox("Enable IP Restrictions", \.isEnabled)
    for index in addresses.indices {
      TextBox(index == 0 ? "IP Address" : "IP Address \(index + 1)", \.addresses[index])
    }
    Button("Add", purpose: .confirm) { dialog, _ in dialog.addresses.append("") }
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button(
      "Save",
      unless: desk.subscription.refusals(ofAddresses: addresses, isEnabled: isEnabled)
    ) { dialog, desk throws(Refusal) in
      try desk.subscription.restrictAPI(
        to: dialog.addresses,
        isEnabled: dialog.isEnabled,
        by: desk.actor
      )
      desk.dismiss()
    }
  }
}
