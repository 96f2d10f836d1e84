package import EngineInterface

extension Deed {
  /// Why this text, or this item.
  package enum Reason: Hashable, Sendable {
    case asThePageSays
    case given
    case madeBefore
    case madeUp
    /// A page uses this name.
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
    /// It was found; nothing else the page says about it was judged.
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
      case .asThePageSays: "from the page"
      case .given: "from --value or the config"
      case .madeBefore: "created earlier"
      case .madeUp: "made up"
      case .called(let page, let line): "the name used at \(page):\(line)"
      case .firstServing: "the first that works"
      case .firstSaying(let words): "the first whose name contains \"\(words)\""
      case .firstDiffering: "the first other option"
      case .onlyOne: "the only one"
      case .onTheWay: "on the way"
      case .noun(let noun, let other): "the \(noun), not the \(other.words)"
      case .onlyLookedFor: "what else the page says about it was not judged"
      }
    }
  }
}
