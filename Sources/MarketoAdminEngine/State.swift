import EngineInterface

/// All that there is to the product at a moment: its data, who is signed in, what is open.
struct State: Hashable, Sendable {
  var subscription: Subscription
  private(set) var actor: Actor
  /// What was established last.
  let circumstances: GivenCircumstances?
  private(set) var menu = GlobalMenu()
  private(set) var tree = AdminTree()
  private(set) var place = AnyPlace(MyMarketo())
  private(set) var dialogs: [AnyDialog] = []
  private(set) var messages: [String] = []

  /// At the start screen.
  init(
    subscription: Subscription, actor: Actor, circumstances: GivenCircumstances? = nil
  ) {
    self.circumstances = circumstances
    self.subscription = subscription
    self.actor = actor
  }

  /// The other application that is before the person; nil for the product itself.
  var application: String? { dialogs.last?.dialog.application ?? place.place.application }

  var desk: Desk {
    Desk(
      subscription: subscription,
      actor: actor,
      placeName: place.place.name,
      isInProduct: place.place.application == nil
    )
  }

  /// Does what the person did; false where nothing happened: there is no such control, or it
  /// can't be used so.
  mutating func apply(_ interaction: Interaction) -> Bool {
    var desk = desk
    guard perform(interaction, at: &desk) else { return false }
    messages = desk.messages
    subscription = desk.subscription
    switch desk.move {
    case nil: break
    case .go(let place): self.place = AnyPlace(place)
    case .present(let dialog): dialogs.append(AnyDialog(dialog))
    case .dismiss: dialogs.removeLast()
    }
    return true
  }

  private mutating func perform(_ interaction: Interaction, at desk: inout Desk) -> Bool {
    // An open dialog hides all that is below it.
    if !dialogs.isEmpty {
      return dialogs[dialogs.count - 1].dialog.perform(interaction, at: &desk)
    }
    return menu.perform(interaction, at: &desk)
      || place.place.isInsideAdmin && tree.perform(interaction, at: &desk)
      || place.place.perform(interaction, at: &desk)
  }
}
