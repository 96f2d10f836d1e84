import EngineInterface

/// A channel to be made or changed.
struct ChannelDialog: Dialog {
  /// Nil for a new one.
  let channel: Channel.ID?
  var draft: ChannelDraft

  init() {
    channel = nil
    draft = ChannelDraft()
  }

  init(editing channel: Channel) {
    self.channel = channel.id
    draft = ChannelDraft(channel)
  }

  var title: String { channel == nil ? "New Channel" : "Edit Channel" }

  func body(_ desk: Desk) -> [Element<Self>] {
    TextBox("Channel", \.draft.name, required: true)
    ComboBox("Applies to", \.draft.programType, required: true)
    statuses
    Button("Add Step") { dialog, _ in dialog.draft.addStatus() }
    // [I] How a status is picked for these, here and below.
    ComboBox("Success", \.draft.success, options: draft.names, required: true)
    if draft.programType == .event {
      Group(.group, "Mobile Check-in Status") {
        ComboBox("Registered", \.draft.registered, options: draft.names, required: true)
        ComboBox("Attended", \.draft.attended, options: draft.names, required: true)
      }
    }
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button(
      channel == nil ? "Create" : "Save",
      purpose: .confirm,
      unless: desk.subscription.refusals(of: draft, for: channel)
    ) { dialog, desk throws(Refusal) in
      if let channel = dialog.channel {
        try desk.subscription.updateChannel(channel, to: dialog.draft, by: desk.actor)
      } else {
        try desk.subscription.createChannel(dialog.draft, by: desk.actor)
      }
      desk.dismiss()
    }
  }

  /// [I] A line each, of which all but the first have their number.
  @ScreenBuilder<Self>
  private var statuses: [Element<Self>] {
    for index in draft.statuses.indices {
      let number = index == 0 ? "" : " \(index + 1)"
      let status = draft.statuses[index]
      TextBox("Status\(number)", \.draft.statuses[index].name)
      TextBox("Step\(number)", \.draft.statuses[index].step)
      // A status that people have can't be removed.
      Button("X\(number)", unless: status.isInUse ? [.statusInUse(status.name)] : []) {
        dialog, _ in
        dialog.draft.statuses.remove(at: index)
      }
    }
  }
}
