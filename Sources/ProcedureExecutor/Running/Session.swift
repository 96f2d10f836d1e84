import Diagnostics
import EngineInterface
import ProcedureModel

/// A run in progress: the product as it is now, and what led there.
struct Session<E: Engine>: Sendable {
  var engine: E
  var observation: Observation
  let product: ProductDescription
  var values: ValueBook
  /// Records that earlier procedures of the run made, the newest last.
  var made: [Fact] = []
  /// The facts when the present procedure began.
  var factsBefore: [Fact] = []
  /// The engine before the procedure was started, and what was done since: to see how the screen
  /// would be under other circumstances.
  var origin: E.Mark?
  var log: [Interaction] = []
  var circumstances: Circumstances
  /// Texts that were shown, with where: for quotations.
  var sightings: [Sighting] = []
  /// The step that is being performed.
  var stepOrdinal = ""
  /// Which words selected a row last, and of which list.
  var selection: Selection?
  /// A key such as Ctrl is held down, for the rest of the step.
  var isHolding = false
  /// Items that were chosen where the page leaves a choice, and led nowhere.
  var avoided: Set<String> = []
  /// In a trial the first choice is taken untried.
  var isTrial = false
  /// The question that a trial helps to answer.
  var search: Search?
  /// What all questions of the run have cost.
  var account: SearchAccount
  /// Whether failures are told to somebody, so that what explains them is worth looking for.
  var explains = true

  struct Selection {
    let words: SourceRange
    let list: Control.ID
  }

  struct Sighting {
    let text: String
    let step: String
    let place: String
  }

  init(
    engine: E, product: ProductDescription, values: ValueBook, circumstances: Circumstances,
    account: SearchAccount
  ) async throws(E.Failure) {
    self.engine = engine
    self.product = product
    self.values = values
    self.circumstances = circumstances
    self.account = account
    observation = try await engine.observe()
  }

  var screen: Screen { observation.screen }
  var resolver: Resolver { Resolver(screen: observation.screen, product: product) }

  /// All records that the run made, those of the present procedure last.
  var madeSoFar: [Fact] {
    made
      + FactChange.difference(from: factsBefore, to: observation.facts).compactMap { change in
        if case .added(let fact) = change { fact } else { nil }
      }
  }

  /// Signs in and goes to the start screen.
  mutating func start(under circumstances: Circumstances) async throws(E.Failure) {
    origin = try await engine.mark()
    log = []
    self.circumstances = circumstances
    try await engine.start(under: circumstances)
    observation = try await engine.observe()
  }

  /// Begins with what the circumstances say is assumed now: it was made before, as far as a page
  /// can tell.
  ///
  /// - Returns: Whether anything came into being.
  mutating func assume(under circumstances: Circumstances) async throws(E.Failure) -> Bool {
    let before = observation.facts
    try await start(under: circumstances)
    let added = FactChange.difference(from: before, to: observation.facts).compactMap { change in
      if case .added(let fact) = change { fact } else { nil }
    }
    made += added
    return !added.isEmpty
  }

  /// Does something to a control and looks at what came of it.
  mutating func perform(_ interaction: Interaction) async throws(E.Failure) -> Observation {
    let before = observation
    search?.spend()
    try await engine.perform(interaction)
    log.append(interaction)
    observation = try await engine.observe()
    if !isTrial { look() }
    return before
  }

  /// Notes the texts before the person.
  private mutating func look() {
    let place = screen.placeName
    for control in screen.reachable {
      // The name of what can be clicked is a label; what it tells of itself is a text.
      let texts =
        control.role.isClickable
        ? [control.description].compactMap(\.self)
        : [control.name, control.value, control.description].compactMap(\.self)
      for text in texts where text.contains(" ") {
        sightings.append(Sighting(text: text, step: stepOrdinal, place: place))
      }
    }
    sightings += observation.messages.map {
      Sighting(text: $0, step: stepOrdinal, place: place)
    }
  }
}

/// Why an action can't be done.
struct ActionFailure {
  let rule: Rule
  let range: SourceRange
  let message: String
  var because: [String] = []
  var perhaps: [String] = []

  var finding: Finding {
    Finding(rule, at: range, message, because: because, perhaps: perhaps)
  }
}
