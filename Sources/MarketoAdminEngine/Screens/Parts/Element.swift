import EngineInterface

/// A control of a screen, and what a person can do to it.
///
/// A screen says anew at each moment which elements it has; none outlives that moment.
struct Element<Model> {
  enum Content {
    case nothing
    case action((inout Model, inout Desk) throws(Refusal) -> Void)
    case text((Model) -> String, set: (inout Model, String) -> Void)
    case check((Model) -> Bool, set: (inout Model, Bool) -> Void)
  }

  let role: Role
  let name: String
  var content = Content.nothing
  var description: String?
  var refusals: [Refusal] = []
  /// Disabled while a required field of the screen is empty.
  var submits = false
  var isExpanded: Bool?
  var expand: ((inout Model, Bool) -> Void)?
  var isSelected: Bool?
  var isRequired = false
  var isModal = false
  var isDestructive = false
  var nouns: [String] = []
  var children: [Element<Model>] = []

  /// Readable, and different from that of each sibling.
  func id(below parent: String) -> String {
    if name.isEmpty { return "\(parent)/\(role.rawValue)" }
    return "\(parent)/\(role.rawValue) \(name)"
  }

  /// The labels of required fields, here and below, that are still empty.
  func emptyFields(of model: Model) -> [String] {
    if case .text(let get, _) = content, isRequired, get(model).isBlank { return [name] }
    return children.flatMap { $0.emptyFields(of: model) }
  }

  func disabledReasons(emptyFields: [String]) -> [String] {
    guard submits else { return refusals.map(\.reason) }
    let fields = emptyFields.map { Refusal.isEmpty($0).reason }
    // The domain may refuse the same.
    return fields + refusals.map(\.reason).filter { !fields.contains($0) }
  }

  func control(below parent: String, model: Model, emptyFields: [String]) -> Control {
    let id = id(below: parent)
    var control = Control(
      id: Control.ID(id),
      role: role,
      name: name,
      description: description,
      disabledReasons: disabledReasons(emptyFields: emptyFields),
      isExpanded: isExpanded,
      isSelected: isSelected,
      isRequired: isRequired,
      isModal: isModal,
      nouns: nouns,
      isDestructive: isDestructive,
      children: children.map { $0.control(below: id, model: model, emptyFields: emptyFields) }
    )
    switch content {
    case .nothing, .action: break
    case .text(let get, _): control.value = get(model)
    case .check(let get, _): control.isChecked = get(model)
    }
    return control
  }

  /// The element of this id, here or below.
  func find(_ wanted: String, below parent: String) -> Element<Model>? {
    let id = id(below: parent)
    if id == wanted { return self }
    guard !children.isEmpty, wanted.hasPrefix(id) else { return nil }
    for child in children {
      if let found = child.find(wanted, below: id) { return found }
    }
    return nil
  }
}
