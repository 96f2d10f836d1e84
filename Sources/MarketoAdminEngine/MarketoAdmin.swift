package import EngineInterface

/// The Admin area of Marketo Engage, as its public documentation describes it.
///
/// A value: a copy is a snapshot of the product, its screens and who is signed in.
package struct MarketoAdmin: SnapshotEngine {
  package static let product = ProductDescription.marketo

  private var state: State
  /// What the state looks like: kept, as it is asked for after each interaction and seldom
  /// changes as a whole.
  private var drawing: Drawing

  package init() {
    let subscription = Subscription.standard
    let actor = subscription.signIn(asRole: AccessRole.admin.name)
    state = State(subscription: subscription, actor: actor)
    drawing = Drawing(of: state)
  }

  /// The product's data; open screens keep what was typed into them.
  package var subscription: Subscription {
    get { state.subscription }
    set {
      let before = state
      state.subscription = newValue
      drawing.redraw(from: before, to: state)
    }
  }

  package mutating func begin(under circumstances: Circumstances) {
    let given = GivenCircumstances(circumstances)
    let before = state
    var subscription = state.subscription
    given.establish(in: &subscription, after: state.circumstances)
    state = State(
      subscription: subscription, actor: given.signIn(to: subscription), circumstances: given)
    drawing.redraw(from: before, to: state)
  }

  package var observation: Observation { drawing.observation }

  /// What an engine shows that keeps nothing between two looks.
  package var drawnAnew: Observation { Drawing(of: state).observation }

  package mutating func apply(_ interaction: Interaction) {
    let before = state
    let facts = drawing.observation.facts
    guard state.apply(interaction) else { return }
    drawing.update(from: before, to: state)
    if before.subscription != state.subscription { audit(since: facts, by: state.actor.user) }
  }

  /// Keeps what was done since there were these facts (rule 50).
  mutating func audit(since facts: [Fact], by user: User.ID?) {
    for change in FactChange.difference(from: facts, to: observation.facts)
    where FactKind.audited.contains(change.kind) {
      let text =
        switch change {
        case .added(let fact): "created \(fact.kind) \(fact.name)"
        case .changed(_, let fact): "changed \(fact.kind) \(fact.name)"
        case .removed(let fact): "deleted \(fact.kind) \(fact.name)"
        }
      state.subscription.audit(text, by: user)
    }
  }

  package static func == (left: MarketoAdmin, right: MarketoAdmin) -> Bool {
    left.state == right.state
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(state) }
}
