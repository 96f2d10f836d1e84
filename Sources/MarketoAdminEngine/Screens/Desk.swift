/// What a screen has before it: the product's data, who is signed in, and the ways to go on.
struct Desk {
  /// Where an action leads.
  enum Move {
    case go(Place)
    case present(OpenDialog)
    case dismiss
  }

  var subscription: Subscription
  let actor: Actor
  /// The place that is open, below the dialogs if there are any.
  let place: Place
  private(set) var move: Move?
  private(set) var messages: [String] = []

  init(subscription: Subscription, actor: Actor, place: Place) {
    self.subscription = subscription
    self.actor = actor
    self.place = place
  }

  mutating func go(to place: Place) { move = .go(place) }
  mutating func present(_ dialog: OpenDialog) { move = .present(dialog) }
  mutating func dismiss() { move = .dismiss }
  mutating func tell(_ text: String) { messages.append(text) }

  mutating func open(_ area: AdminArea) {
    // Without its permission a link is there, and opens nothing.
    guard actor.mayOpen(area) else { return tell(OwnTexts.limitedAccess) }
    go(to: area == .usersAndRoles ? .usersAndRoles(UsersAndRoles()) : .elsewhere(.admin(area.name)))
  }
}
