package import EngineInterface

/// The Admin area of Marketo Engage, as its public documentation describes it.
///
/// A value: a copy is a snapshot of the product, its screens and who is signed in.
package struct MarketoAdmin: SnapshotEngine {
  package static let product = ProductDescription.marketo

  /// The product's data; open screens keep what was typed into them.
  package var subscription = Subscription.standard {
    didSet { facts = subscription.facts }
  }

  // Kept, as they are asked for after each interaction and seldom change.
  private var facts = Subscription.standard.facts
  private var actor = Subscription.standard.signIn(asRole: "Admin")
  private var tree = AdminTree()
  private var place = Place.start(MyMarketo())
  private var dialogs: [OpenDialog] = []
  private var messages: [String] = []

  package init() {}

  package mutating func begin(under circumstances: Circumstances) {
    let given = GivenCircumstances(circumstances)
    if subscription.identity != given.identity { subscription.identity = given.identity }
    actor = given.signIn(to: subscription)
    tree = AdminTree()
    place = .start(MyMarketo())
    dialogs = []
    messages = []
  }

  package var observation: Observation {
    let desk = desk
    var controls = messages.map {
      Control(id: Control.ID("alert \($0)"), role: .alert, name: $0)
    }
    controls += GlobalMenu().controls(at: desk, origin: "")
    if place.isInsideAdmin { controls += tree.controls(at: desk, origin: "") }
    controls += place.controls(at: desk)
    for dialog in dialogs { controls += dialog.controls(at: desk) }
    let screen = Screen(name: place.name, isModelled: place.isModelled, controls: controls)
    return Observation(screen: screen, messages: messages, facts: facts)
  }

  package mutating func apply(_ interaction: Interaction) {
    var desk = desk
    guard perform(interaction, at: &desk) else { return }
    messages = desk.messages
    if subscription != desk.subscription { subscription = desk.subscription }
    switch desk.move {
    case nil: break
    case .go(let place): self.place = place
    case .present(let dialog): dialogs.append(dialog)
    case .dismiss: dialogs.removeLast()
    }
  }

  /// False where nothing happened: no such control, or it can't be used so.
  private mutating func perform(_ interaction: Interaction, at desk: inout Desk) -> Bool {
    // An open dialog hides all that is below it.
    if !dialogs.isEmpty { return dialogs[dialogs.count - 1].perform(interaction, at: &desk) }
    var menu = GlobalMenu()
    if menu.perform(interaction, at: &desk, origin: "") { return true }
    if place.isInsideAdmin, tree.perform(interaction, at: &desk, origin: "") { return true }
    return place.perform(interaction, at: &desk)
  }

  private var desk: Desk { Desk(subscription: subscription, actor: actor, place: place) }
}
