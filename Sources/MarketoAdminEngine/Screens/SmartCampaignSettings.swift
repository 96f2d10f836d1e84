import EngineInterface

/// Smart Campaign: of how many people a campaign runs at most, and what of its mails is counted.
struct SmartCampaignSettings: Place {
  var name: String { AdminArea.smartCampaign.name }

  func body(_ desk: Desk) -> [Element<Self>] {
    let settings = desk.subscription.settings
    // [I] The name of this group, and how the screen shows them.
    Group(.region, "Smart Campaign Settings") {
      Text("Limit: \(settings.campaignLimit.map { "\($0)" } ?? "No Limit")")
      Button("Edit") { $1.present(EditCampaignLimit($1.subscription)) }
    }
    Group(.region, "Settings for Email Opens") {
      Text(EditEmailOpens.Tracking(settings.tracksOpensByCampaign).rawValue, role: .status)
      Button("Edit") { $1.present(EditEmailOpens($1.subscription)) }
    }
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

/// Whether the opens of a mail count for each campaign.
struct EditEmailOpens: Dialog {
  enum Tracking: String, CaseIterable {
    case enabled = "Enabled"
    case disabled = "Disabled"

    init(_ isOn: Bool) { self = isOn ? .enabled : .disabled }
  }

  var tracking: Tracking

  init(_ product: Subscription) { tracking = Tracking(product.settings.tracksOpensByCampaign) }

  var title: String { "Settings for Email Opens" }

  func body(_ desk: Desk) -> [Element<Self>] {
    ComboBox("Email Opens by Campaign", \.tracking)  // [I] Its name.
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button("Save", purpose: .confirm) { dialog, desk throws(Refusal) in
      try desk.subscription.trackOpens(byCampaign: dialog.tracking == .enabled, by: desk.actor)
      desk.dismiss()
    }
  }
}
