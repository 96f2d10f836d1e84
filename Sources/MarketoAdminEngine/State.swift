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
    if case .press(let chord) = interaction {
      return button(pressedBy: chord, at: desk).map { perform(.activate($0), at: &desk) } ?? false
    }
    // An open dialog hides all that is below it.
    if !dialogs.isEmpty {
      return dialogs[dialogs.count - 1].dialog.perform(interaction, at: &desk)
    }
    return menu.perform(interaction, at: &desk)
      || place.place.isInsideAdmin && tree.perform(interaction, at: &desk)
      || place.place.perform(interaction, at: &desk)
  }

  /// [I] In a dialog Enter is its default button, and Escape closes it; other keys do nothing that
  /// can be seen.
  private func button(pressedBy chord: Chord, at desk: Desk) -> Control.ID? {
    guard chord.modifiers.isEmpty, let dialog = dialogs.last?.dialog else { return nil }
    let buttons = dialog.controls(at: desk).flatMap(\.descendants).filter {
      $0.role == .button && $0.isEnabled
    }
    switch chord.key {
    case "Escape": return buttons.last { $0.purpose == .cancel }?.id
    case "Enter":
      return (buttons.first { $0.purpose == .confirm } ?? buttons.last { $0.purpose != .cancel })?
        .id
    default: return nil
    }
  }
}
