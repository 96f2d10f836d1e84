import EngineInterface

/// The wizard that invites a user, or makes an API only user.
struct InviteNewUser: Dialog {
  enum Step {
    case info
    case permissions
    case message
  }

  var step = Step.info
  var draft = UserDraft()
  var openedRoles: Set<AccessRole.ID> = []

  var title: String { "Invite New User" }

  func body(_ desk: Desk) -> [Element<Self>] {
    switch step {
    case .info: info(desk)
    case .permissions: permissions(desk)
    case .message: message(desk)
    }
  }

  @ScreenBuilder<Self>
  private func info(_ desk: Desk) -> [Element<Self>] {
    let refusals = desk.subscription.refusals(ofPerson: draft)
    Heading("Step 1: INFO")
    TextBox("Email", \.draft.email, required: true)
    TextBox("First Name", \.draft.firstName, required: true)
    TextBox("Last Name", \.draft.lastName, required: true)
    TextBox("Reason", \.draft.reason)
    TextBox("Access Expires", \.draft.accessExpires, whenEmpty: "Never")
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button("Next", unless: refusals) { wizard, _ in wizard.step = .permissions }
  }

  @ScreenBuilder<Self>
  private func permissions(_ desk: Desk) -> [Element<Self>] {
    let refusals = desk.subscription.refusals(ofRolesIn: draft)
    Heading("Step 2: Permissions")
    RolesTree(\.draft.grants, opened: \.openedRoles, of: self, in: desk.subscription)
    CheckBox("API Only", \.draft.isAPIOnly)
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button("Back") { wizard, _ in wizard.step = .info }
    Button("Next", unless: refusals) { wizard, _ in wizard.step = .message }
  }

  @ScreenBuilder<Self>
  private func message(_ desk: Desk) -> [Element<Self>] {
    Heading("Step 3: Message")
    if draft.isAPIOnly {
      Text(DocumentedTexts.noInvitationNeeded)
    } else {
      TextBox("Message", \.draft.message)
    }
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button("Back") { wizard, _ in wizard.step = .permissions }
    Button("Send", purpose: .confirm) { wizard, desk throws(Refusal) in
      try desk.subscription.invite(wizard.draft, by: desk.actor)
      desk.dismiss()
    }
  }
}
