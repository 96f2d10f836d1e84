import Diagnostics
import EngineInterface
import ProcedureModel

/// A run in progress: the product as it is now, and what led there.
struct Session<E: Engine>: Sendable {
  var engine: E
  private(set) var observation: Observation
  var terms: RunTerms
  var memory: RunMemory
  private(set) var visit: Visit<E.Mark>
  var procedureState = ProcedureState()
  var stepState = StepState()
  /// The question that this session helps to answer; nil where it is the run itself.
  var search: Search?

  /// Under circumstances that hold until the product is started.
  init(
    engine: E, terms: RunTerms, memory: RunMemory, circumstances: Circumstances
  ) async throws(E.Failure) {
    self.engine = engine
    self.terms = terms
    self.memory = memory
    visit = Visit(circumstances: circumstances)
    observation = try await engine.observe()
  }

  var product: ProductDescription { terms.product }
  var circumstances: Circumstances { visit.circumstances }
  var screen: Screen { observation.screen }
  var resolver: Resolver { Resolver(screen: observation.screen, product: product) }
  /// In a trial the first choice is taken untried, and nothing is noted.
  var isTrial: Bool { search?.isTrial ?? false }

  /// All records that the run made, those of the present procedure last.
  var madeSoFar: [Fact] {
    memory.made
      + FactChange.difference(from: procedureState.factsBefore, to: observation.facts)
      .compactMap(\.addedFact)
  }

  /// Signs in and goes to the start screen.
  mutating func start(under circumstances: Circumstances) async throws(E.Failure) {
    visit = Visit(circumstances: circumstances, origin: try await engine.mark())
    try await engine.start(under: circumstances)
    observation = try await engine.observe()
  }

  /// Begins with what the circumstances say is assumed now: it was made before, as far as a page
  /// can tell.
  ///
  /// - Returns: Whether anything was created.
  mutating func assume(under circumstances: Circumstances) async throws(E.Failure) -> Bool {
    let before = observation.facts
    try await start(under: circumstances)
    let added = FactChange.difference(from: before, to: observation.facts).compactMap(\.addedFact)
    memory.made += added
    return !added.isEmpty
  }

  /// Does something to a control and looks at what came of it.
  mutating func perform(_ interaction: Interaction) async throws(E.Failure) -> Observation {
    let before = observation
    search?.spend()
    try await engine.perform(interaction)
    visit.log.append(interaction)
    observation = try await engine.observe()
    if !isTrial {
      if terms.keepsMoments {
        stepState.moments.append(Moment(screen: before.screen, interaction: interaction))
      }
      if before.screen.modal != nil, before.screen.place.name == screen.place.name,
        before.screen.place != screen.place
      {
        procedureState.pages.append(before.screen)
      }
      procedureState.sightings += observation.sightings(in: stepState.ordinal)
    }
    return before
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
