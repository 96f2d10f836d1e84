import ProcedureModel

extension Expectation {
  /// What is claimed, in as few words as can be: "New Role dialog appears".
  var phrase: String {
    switch polarity {
    case .affirmed: affirmed
    case .denied: denied
    case .unknown: "\"\(text)\""
    }
  }

  private var affirmed: String {
    switch claim {
    case .showsText(let text, _): "the text \"\(text)\" is shown"
    case .appears(let target, _): "\(target.phrase) appears"
    case .closes(let target): "\(target.phrase) closes"
    case .isMade(let records): "\(records.text) \(records.verb) created"
    case .isGone(let records): "\(records.text) \(records.verb) deleted"
    case .isListed(let thing, let list):
      "\(thing.phrase) is listed" + (list.map { " in \($0.phrase)" } ?? "")
    case .isAt(let place): "\(place.phrase) is in front"
    case .exists(let thing): "\(thing.phrase) is there"
    case .hasState(let thing, let state): "\(thing.phrase) is \(state.rawValue)"
    case .hasValue(let thing, let value):
      "\(thing.phrase) has the \(value.attribute) "
        + value.value + (value.place.map { " in \($0)" } ?? "")
    case .isSo: "\"\(text)\""
    }
  }

  private var denied: String {
    switch claim {
    case .showsText(let text, _): "the text \"\(text)\" is not shown"
    case .appears(let target, _): "\(target.phrase) does not appear"
    case .closes(let target): "\(target.phrase) does not close"
    case .isMade(let records): "no \(records.text) is created"
    case .isGone(let records): "no \(records.text) is deleted"
    case .isListed(let thing, let list):
      "\(thing.phrase) is not listed" + (list.map { " in \($0.phrase)" } ?? "")
    case .isAt(let place): "\(place.phrase) is not in front"
    case .exists(let thing): "\(thing.phrase) is not there"
    case .hasState(let thing, let state): "\(thing.phrase) is not \(state.rawValue)"
    case .hasValue(let thing, let value):
      "\(thing.phrase) does not have the \(value.attribute) "
        + value.value + (value.place.map { " in \($0)" } ?? "")
    case .isSo: "\"\(text)\""
    }
  }
}

extension [RecordPhrase] {
  /// "role A, user B".
  fileprivate var text: String { map(\.text).joined(separator: ", ") }

  fileprivate var verb: String {
    let isSeveral = count > 1 || contains { $0.names.count > 1 || ($0.count ?? 1) > 1 }
    return isSeveral ? "are" : "is"
  }
}
