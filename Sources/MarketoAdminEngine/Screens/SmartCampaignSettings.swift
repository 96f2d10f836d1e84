import EngineInterface

/// Smart Campaign: of how many people a campaign runs at most.
struct SmartCampaignSettings: Place {
  var name: String { AdminArea.smartCampaign.name }

  func body(_ desk: Desk) -> [Element<Self>] {
    // [I] How the screen shows it.
    Text("Limit: \(desk.subscription.settings.campaignLimit.map { "\($0)" } ?? "No Limit")")
    Button("Edit") { $1.present(EditCampaignLimit($1.subscription)) }
  }
}

/// The limit to be changed; a blank field turns it off.
struct EditCampaignLimit: Dialog {
  var limit: String

  init(_ product: Subscription) { limit = product.settings.campaignLimit.map { "\($0)" } ?? "" }

  // [I] Here and below: "Enter a limit" is all that is told of the names.
  var title: String { "Edit Smart Campaign Settings" }

  func body(_ desk: Desk) -> [Element<Self>] {
    TextBox("Limit", \.limit)
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button("Save", purpose: .confirm, unless: desk.subscription.refusals(ofCampaignLimit: limit)) {
      dialog, desk throws(Refusal) in
      try desk.subscription.setCampaignLimit(dialog.limit, by: desk.actor)
      desk.dismiss()
    }
  }
}
