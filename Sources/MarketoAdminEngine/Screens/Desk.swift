/// What a screen has before it: the product's data, who is signed in, and the ways to go on.
struct Desk {
  /// Where an action leads.
  enum Move {
    case go(any Place)
    case present(any Dialog)
    /// Closes the dialog on top.
    case dismiss
  }

  var subscription: Subscription
  let actor: Actor
  /// The name of the place that is open, below the dialogs if there are any.
  let placeName: String
  /// False where the place belongs to another application.
  let isInProduct: Bool
  private(set) var move: Move?
  private(set) var messages: [String] = []

  init(subscription: Subscription, actor: Actor, placeName: String, isInProduct: Bool) {
    self.subscription = subscription
    self.actor = actor
    self.placeName = placeName
    self.isInProduct = isInProduct
  }

  mutating func go(to place: any Place) { move = .go(place) }
  mutating func present(_ dialog: any Dialog) { move = .present(dialog) }
  mutating func dismiss() { move = .dismiss }
  mutating func tell(_ text: String) { messages.append(text) }

  mutating func open(_ area: AdminArea) {
    // Without its permission a link is there, and opens nothing.
    guard actor.mayOpen(area) else { return tell(OwnTexts.limitedAccess) }
    go(to: area.place)
  }
}
