import EngineInterface

/// The Adobe Admin Console, as far as the product's users are managed in it: another application.
///
/// Product profiles are not made in it here; there is one.
struct AdobeAdminConsole: Place {
  enum Level {
    case products
    case subscriptions
    case subscription
  }

  var level = Level.products
  var group = Subscription.ConsoleGroup.users
  var selected: User.ID?

  var name: String { "Adobe Admin Console" }
  var application: String? { name }
  var isInsideAdmin: Bool { false }

  func body(_ desk: Desk) -> [Element<Self>] {
    Heading(name)
    switch level {
    case .products:
      Link("Marketo Engage") { screen, _ in screen.level = .subscriptions }
    case .subscriptions:
      Group(.grid, "Subscriptions") {
        Row(desk.subscription.name, columns: [], isSelected: false) { screen, _ in
          screen.level = .subscription
        }
      }
    case .subscription:
      Heading(desk.subscription.name)
      Group(.tablist) {
        for group in Subscription.ConsoleGroup.allCases {
          Tab(group.rawValue, isSelected: self.group == group) { screen, _ in
            screen.group = group
            screen.selected = nil
          }
        }
      }
      Group(.tabpanel, group.rawValue) { list(desk) }
    }
  }

  @ScreenBuilder<Self>
  private func list(_ desk: Desk) -> [Element<Self>] {
    let product = desk.subscription
    let user = product.consoleUsers(in: group).first { $0.id == selected }
    Group(.toolbar) {
      Button("Add \(group.one)") { $1.present(AddInConsole(group: $0.group)) }
      Button(
        group == .users ? "Remove" : "Remove Admin",
        purpose: .destroy,
        unless: user.map { product.refusals(ofRemoving: $0, by: desk.actor) } ?? [.noUserSelected]
      ) {
        if let user { $1.present(RemoveInConsole(user: user.id, group: $0.group)) }
      }
    }
    Group(.grid, group.rawValue) {
      for user in product.consoleUsers(in: group) {
        Row(user.email, columns: [user.fullName], isSelected: user.id == selected) { screen, _ in
          screen.selected = user.id
        }
      }
    }
  }
}

/// Adds a person in the Adobe Admin Console.
struct AddInConsole: Dialog {
  let group: Subscription.ConsoleGroup
  var draft = ConsoleDraft()
  var isProfileMenuOpen = false

  var title: String { "Add \(group.one)" }
  var application: String? { AdobeAdminConsole().application }

  func body(_ desk: Desk) -> [Element<Self>] {
    TextBox("Email", \.draft.email, required: true)
    TextBox("First Name", \.draft.firstName)
    TextBox("Last Name", \.draft.lastName)
    MenuButton("+", \.isProfileMenuOpen, of: self) {
      for profile in ConsoleDraft.Profile.allCases {
        MenuItem(profile.rawValue) { dialog, _ in dialog.draft.profile = profile }
      }
    }
    if let profile = draft.profile { Text("Product Profile: \(profile.rawValue)") }
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button(
      "Save", purpose: .confirm, unless: desk.subscription.refusals(ofAddingFromConsole: draft)
    ) {
      dialog,
      desk throws(Refusal) in
      try desk.subscription.addFromConsole(dialog.draft, to: dialog.group)
      desk.dismiss()
    }
  }
}

/// Asks whether a person is to lose the product.
struct RemoveInConsole: Dialog {
  let user: User.ID
  let group: Subscription.ConsoleGroup

  var title: String { "Remove \(group.one)" }
  var windowRole: Role { .alertdialog }
  var application: String? { AdobeAdminConsole().application }

  func body(_ desk: Desk) -> [Element<Self>] {
    if let user = desk.subscription.user(user) { Text(OwnTexts.removeUser(user.email)) }
    Button("Remove \(group.one)", purpose: .destroy) { dialog, desk throws(Refusal) in
      try desk.subscription.removeFromConsole(dialog.user, by: desk.actor)
      desk.dismiss()
    }
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
  }
}

extension Subscription.ConsoleGroup {
  /// One of its members: "User".
  fileprivate var one: String { String(rawValue.dropLast()) }
}
