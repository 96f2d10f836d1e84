/// What the executor must know of a product before it opens it.
package struct ProductDescription: Sendable {
  /// What an engine of it is a model of: "the Admin area of ...".
  package let modelled: String
  /// What pages call the application as a whole: "In X, click ...".
  package let names: [String]
  package let circumstances: [Circumstance]
  /// Circumstances that say who is signed in: they take hold at a page's own first step, not in
  /// the pages that it requires.
  package let actorKeys: [String]
  package let factKinds: [FactKind]
  /// What the engine can take, besides what every engine can.
  package let abilities: Set<Ability>
  /// What the product tells a person who may not do what they ask for.
  package let refusals: [String]
  /// What the engine decides where the product's documentation is silent, a sentence each.
  package let assumptions: [String]

  package init(
    modelled: String, names: [String], circumstances: [Circumstance], actorKeys: [String],
    factKinds: [FactKind], abilities: Set<Ability> = [], refusals: [String] = [],
    assumptions: [String] = []
  ) {
    self.modelled = modelled
    self.names = names
    self.circumstances = circumstances
    self.actorKeys = actorKeys
    self.factKinds = factKinds
    self.abilities = abilities
    self.refusals = refusals
    self.assumptions = assumptions
  }
}

/// What steps are performed on: shows a screen, takes interactions.
///
/// Observing changes nothing. Performing on a control that is not there, or that is disabled,
/// changes nothing either: the control's reasons say why.
package protocol Engine: Sendable {
  associatedtype Failure: Error

  static var product: ProductDescription { get }

  /// Signs in at the start screen. The product's data stay as they are; open dialogs are gone.
  mutating func start(under circumstances: Circumstances) async throws(Failure)
  func observe() async throws(Failure) -> Observation
  mutating func perform(_ interaction: Interaction) async throws(Failure)

  /// What it takes to come back to the present state.
  associatedtype Mark: Sendable

  /// The present state, to come back to; nil where there is no way back.
  func mark() async throws(Failure) -> Mark?
  /// Makes all as it was when the mark was made: the data, the screen, who is signed in.
  mutating func goBack(to mark: Mark) async throws(Failure)
}

/// No state at all: the mark of an engine that has no way back.
package enum NoMark: Sendable {}

extension Engine where Mark == NoMark {
  package func mark() async -> NoMark? { nil }
  package mutating func goBack(to mark: NoMark) async {}
}

/// An engine that is a value: a copy is a snapshot of the product.
package protocol SnapshotEngine: Engine, Hashable where Failure == Never, Mark == Self {
  var observation: Observation { get }
  mutating func begin(under circumstances: Circumstances)
  mutating func apply(_ interaction: Interaction)
}

extension SnapshotEngine {
  package func observe() async -> Observation { observation }
  package mutating func start(under circumstances: Circumstances) async {
    begin(under: circumstances)
  }
  package mutating func perform(_ interaction: Interaction) async { apply(interaction) }
  package func mark() async -> Self? { self }
  package mutating func goBack(to mark: Self) async { self = mark }
}
