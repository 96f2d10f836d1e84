import EngineInterface

/// Communication Limits: how many e-mails a person gets at most.
struct CommunicationLimits: Place {
  var name: String { AdminArea.communicationLimits.name }

  func body(_ desk: Desk) -> [Element<Self>] {
    let limits = desk.subscription.settings.mailLimits
    // [I] How the screen shows them.
    Text("Per Day: \(limits.perDay.text)")
    Text("Per 7 Days: \(limits.perSevenDays.text)")
    Text("Block non-operational emails: \(limits.blocksNonOperational ? "Yes" : "No")")
    Button("Edit") { $1.present(EditLimits(limits: $1.subscription.settings.mailLimits)) }
  }
}

/// The limits to be changed.
struct EditLimits: Dialog {
  var limits: Settings.MailLimits

  // [I] The documentation shows the dialog and does not name it.
  var title: String { "Edit Communication Limits" }

  func body(_ desk: Desk) -> [Element<Self>] {
    ComboBox("Per Day", \.limits.perDay.choice)
    // [I] Where the number is typed, here and below: that there is Custom is all that is told.
    if limits.perDay.choice == .custom {
      TextBox("Custom Per Day", \.limits.perDay.custom, required: true)
    }
    ComboBox("Per 7 Days", \.limits.perSevenDays.choice)
    if limits.perSevenDays.choice == .custom {
      TextBox("Custom Per 7 Days", \.limits.perSevenDays.custom, required: true)
    }
    CheckBox("Block non-operational emails", \.limits.blocksNonOperational)
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button("Save", purpose: .confirm, unless: desk.subscription.refusals(of: limits)) {
      dialog,
      desk throws(Refusal) in
      try desk.subscription.setMailLimits(dialog.limits, by: desk.actor)
      desk.dismiss()
    }
  }
}
