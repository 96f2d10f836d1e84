package import EngineInterface

extension Deed {
  /// Why this text, or this item.
  package enum Reason: Hashable, Sendable {
    case asThePageSays
    case given
    case madeBefore
    case madeUp
    /// A page calls it so.
    case called(page: String, line: Int)
    /// The page leaves a choice, and with this one the rest can be done.
    case firstServing
    /// The first whose name holds these words.
    case firstSaying(String)
    case firstDiffering
    case onlyOne
    case onTheWay
    /// Of two of one name, the noun tells which.
    case noun(String, not: Role)
    /// It is there; what else is said of it was not judged.
    case onlyLookedFor

    /// Whether the page leaves a choice, and nothing else decides it.
    var isFirstOfSeveral: Bool {
      switch self {
      case .firstServing, .firstSaying: true
      default: false
      }
    }

    package var text: String {
      switch self {
      case .asThePageSays: "as the page says"
      case .given: "given"
      case .madeBefore: "made before"
      case .madeUp: "made up"
      case .called(let page, let line): "so called at \(page):\(line)"
      case .firstServing: "the first that serves"
      case .firstSaying(let words): "the first that says \"\(words)\""
      case .firstDiffering: "the first that differs"
      case .onlyOne: "the only one"
      case .onTheWay: "on the way"
      case .noun(let noun, let other): "the \(noun), not the \(other.words)"
      case .onlyLookedFor: "what else is said of it was not judged"
      }
    }
  }
}
