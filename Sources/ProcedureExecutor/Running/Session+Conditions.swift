import Diagnostics
import EngineInterface
import ProcedureModel

// Whether what an action depends on holds.
extension Session {
  /// What is known of a condition.
  enum Decision {
    case holds
    /// It does not; what it is about, in words.
    case fails(String)
    /// It can't be looked up, or was not understood.
    case open
  }

  /// Decides a condition by what is given, by the screen, and by the product's data.
  func decide(_ condition: Condition) -> Decision {
    switch condition.link {
    case nil: return decideItself(condition)
    case .same: return condition.others.last.map(decide) ?? .open
    case .otherwise:
      guard !condition.others.isEmpty else { return .open }
      var isOpen = false
      for other in condition.others {
        switch decide(other) {
        case .holds: return .fails("where \"\(other.text)\" is not so")
        case .fails: break
        case .open: isOpen = true
        }
      }
      return isOpen ? .open : .holds
    }
  }

  private func decideItself(_ condition: Condition) -> Decision {
    if let stated = product.circumstances(statedIn: [condition.clause]).first,
      let holds = stated.holds(with: product.present(stated.circumstance, in: circumstances))
    {
      return holds
        ? .holds : .fails(stated.meant.map(stated.circumstance.phrase).joined(separator: " or "))
    }
    guard let test = condition.test, condition.isAboutState(test) else { return .open }
    let judge = Judge(
      product: product, before: procedureState.factsBefore,
      changes: FactChange.difference(from: procedureState.factsBefore, to: observation.facts),
      sightings: procedureState.sightings)
    let now = Judge.Moment(
      changes: judge.changes, effects: [], start: observation, observation: observation)
    var claim = test
    claim.isChange = false
    switch judge.verdict(on: claim, at: now) {
    // For how long it has been so makes no difference.
    case .met, .wasSoBefore: return .holds
    case .notMet: return .fails("\"\(condition.text)\", which is not so here")
    case .notJudged: return .open
    }
  }
}

extension Condition {
  /// Whether it is about how things are: "when the list is empty".
  ///
  /// "When the dialog opens" is about what happens, and will.
  fileprivate func isAboutState(_ test: Expectation) -> Bool {
    switch test.claim {
    case .hasState, .exists, .isAt: true
    case .appears, .isListed, .hasValue: kind != .time
    case .showsText, .closes, .isMade, .isGone, .isSo: false
    }
  }
}
