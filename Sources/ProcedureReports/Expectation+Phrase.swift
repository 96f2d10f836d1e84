import ProcedureModel

extension Expectation {
  /// What is claimed, in as few words as can be: "New Role dialog appears".
  var phrase: String {
    switch claim {
    case .showsText(let text, _): "the text \"\(text)\" is shown"
    case .appears(let target, _): "\(target.phrase) appears"
    case .closes(let target): "\(target.phrase) closes"
    case .isMade(let thing, let name): "\(thing)\(name.map { " \($0)" } ?? "") is created"
    case .isGone(let thing, let name): "\(thing)\(name.map { " \($0)" } ?? "") is deleted"
    case .isNotMade(let thing): "no \(thing) is created"
    case .isListed(let thing, let list):
      "\(thing.phrase) is listed" + (list.map { " in \($0.phrase)" } ?? "")
    case .hasState(let thing, let state): "\(thing.phrase) is \(state.rawValue)"
    case .hasValue(let thing, let value):
      "\(thing.phrase) \(value.isHeld ? "has" : "does not have") the \(value.attribute) "
        + value.value + (value.place.map { " in \($0)" } ?? "")
    case .isSo: "\"\(text)\""
    }
  }
}
