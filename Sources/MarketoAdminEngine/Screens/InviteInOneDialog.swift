import EngineInterface

/// How users were invited before there was a wizard: all in one dialog.
struct InviteInOneDialog: Dialog {
  var draft = UserDraft()
  var openedRoles: Set<AccessRole.ID> = []
  /// The calendar that a date is picked in waits for its OK.
  var isPickingDate = false

  var title: String { "Invite New User" }

  func body(_ desk: Desk) -> [Element<Self>] {
    let product = desk.subscription
    TextBox("Email (Login)", \.draft.email, required: true)
    TextBox("First Name", \.draft.firstName, required: true)
    TextBox("Last Name", \.draft.lastName, required: true)
    TextBox("Reason", \.draft.reason)
    TextBox("Access Expires", \.expires, whenEmpty: "Never")
    if isPickingDate {
      Button("OK") { dialog, _ in dialog.isPickingDate = false }
    }
    RolesTree(\.draft.grants, opened: \.openedRoles, of: self, in: product)
    CheckBox("API Only", \.draft.isAPIOnly)
    if draft.isAPIOnly {
      Text(DocumentedTexts.noInvitationNeeded)
    } else {
      TextBox("Message", \.draft.message)
    }
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button(
      "Invite",
      purpose: .confirm,
      unless: product.refusals(ofPerson: draft) + product.refusals(ofRolesIn: draft)
        + (isPickingDate ? [.dateIsOpen] : [])
    ) { dialog, desk throws(Refusal) in
      try desk.subscription.invite(dialog.draft, by: desk.actor)
      desk.dismiss()
    }
  }

  private var expires: String? {
    get { draft.accessExpires }
    set {
      draft.accessExpires = newValue
      isPickingDate = newValue != nil
    }
  }
}
