import Diagnostics
import EngineInterface
import ProcedureModel

/// Compares what a page forbids with what its steps do.
struct Contradictions {
  private let page: Page

  init(in page: Page) { self.page = page }

  /// Names of what must not be chosen in a procedure, where it leaves a choice.
  func avoided(in procedure: Procedure) -> Set<String> {
    let all =
      page.admonitions.flatMap(\.prohibitions) + procedure.prohibitions
      + procedure.admonitions.flatMap(\.prohibitions)
      + procedure.allSteps.flatMap { $0.prohibitions + $0.admonitions.flatMap(\.prohibitions) }
    return Set(all.filter { $0.intent.selects }.map(\.target.text))
  }

  /// A finding for each thing that is forbidden and done.
  func findings(_ results: [ProcedureResult]) -> [Finding] {
    let steps = results.flatMap(\.steps)
    var findings = page.admonitions.flatMap(\.prohibitions).compactMap { broken($0, by: steps) }
    for result in results {
      let all =
        result.procedure.prohibitions + result.procedure.admonitions.flatMap(\.prohibitions)
      findings += all.compactMap { broken($0, by: result.steps) }
      for (index, step) in result.steps.enumerated() {
        findings += step.step.prohibitions.compactMap { broken($0, by: [step]) }
        // A box in a step stands there for what comes.
        findings += step.step.admonitions.flatMap(\.prohibitions)
          .compactMap { broken($0, by: Array(result.steps[index...])) }
      }
    }
    return findings
  }

  private func broken(_ prohibition: Prohibition, by steps: [StepResult]) -> Finding? {
    for step in steps where step.does(prohibition) {
      return Finding(
        .contradictsStep, at: prohibition.words.range,
        "the page forbids this, but step \(step.step.ordinal) does it",
        because: ["step \(step.step.ordinal): \"\(step.step.text)\""])
    }
    return nil
  }
}

extension StepResult {
  /// Whether it did what is forbidden; of what it could not do, whether its words ask for it.
  fileprivate func does(_ prohibition: Prohibition) -> Bool {
    actions.contains { result in
      guard result.outcome != .skipped, prohibition.intent.isAlike(result.action.intent) else {
        return false
      }
      guard result.deeds.isEmpty else { return result.deeds.contains(where: prohibition.forbids) }
      guard let target = result.action.target else { return false }
      return LabelMatching.matches(target.text, prohibition.target.text)
        && (target.noun?.text == prohibition.target.noun?.text || target.noun == nil)
    }
  }
}

extension Prohibition {
  /// Whether a deed is what is forbidden: of what is called so, what the noun admits.
  fileprivate func forbids(_ deed: Deed) -> Bool {
    switch deed.kind {
    case .found, .expanded, .alreadySo: return false
    case .chose(let option) where LabelMatching.matches(option, target.text): return true
    default: break
    }
    guard LabelMatching.matches(deed.name, target.text) else { return false }
    if let control = target.noun?.control { return control.roles.contains(deed.role) }
    // "The **Admin** role", and "select **Admin**", are no area of that name.
    let isChoice = deed.role.isItem || deed.role == .checkbox || deed.role == .radio
    return isChoice || target.noun == nil && !intent.isChoosing
  }
}

extension Intent {
  /// Whether it uses or selects a thing.
  var selects: Bool {
    switch self {
    case .activate, .choose, .setChecked(true), .visit, .turn(true): true
    default: false
    }
  }

  fileprivate var isChoosing: Bool { self == .choose || self == .setChecked(true) }

  fileprivate func isAlike(_ other: Intent) -> Bool { self == other || selects && other.selects }
}
