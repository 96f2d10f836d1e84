import EngineInterface

/// A control of a screen, and what a person can do to it.
///
/// A screen says anew at each moment which elements it has; none outlives that moment. A class, as
/// lists of them grow and are handed on, and to copy so many closures takes longer than to make them.
final class Element<Model> {
  enum Content {
    case nothing
    case action((inout Model, inout Desk) throws(Refusal) -> Void)
    case text((Model) -> String, set: (inout Model, String) -> Void)
    case check((Model) -> Bool, set: (inout Model, inout Desk, Bool) throws(Refusal) -> Void)
    /// One of several options; nil where none is chosen yet.
    case choice((Model) -> String?, options: [String], set: (inout Model, String) -> Void)
  }

  let role: Role
  let name: String
  var content: Content
  /// Worked out when it is wanted, as are the refusals and the children: to use one control the
  /// rest of the screen is not needed.
  let description: () -> String?
  let refusals: () -> [Refusal]
  var isExpanded: Bool?
  var expand: ((inout Model, Bool) -> Void)?
  /// What a click with the other button opens.
  let openMenu: ((inout Model) -> Void)?
  let isSelected: Bool?
  let isRequired: Bool
  let isModal: Bool
  let purpose: Control.Purpose?
  var nouns: [String]
  var children: () -> [Element<Model>]

  init(
    role: Role, name: String, content: Content = .nothing,
    description: @escaping () -> String? = { nil }, refusals: @escaping () -> [Refusal] = { [] },
    isExpanded: Bool? = nil, expand: ((inout Model, Bool) -> Void)? = nil,
    openMenu: ((inout Model) -> Void)? = nil, isSelected: Bool? = nil, isRequired: Bool = false,
    isModal: Bool = false, purpose: Control.Purpose? = nil, nouns: [String] = [],
    children: @escaping () -> [Element<Model>] = { [] }
  ) {
    self.role = role
    self.name = name
    self.content = content
    self.description = description
    self.refusals = refusals
    self.isExpanded = isExpanded
    self.expand = expand
    self.openMenu = openMenu
    self.isSelected = isSelected
    self.isRequired = isRequired
    self.isModal = isModal
    self.purpose = purpose
    self.nouns = nouns
    self.children = children
  }

  func control(below parent: String, model: Model) -> Control {
    // Readable, and different from that of each sibling.
    var id = parent
    id.reserveCapacity(parent.utf8.count + role.rawValue.utf8.count + name.utf8.count + 2)
    id += "/"
    id += role.rawValue
    if !name.isEmpty {
      id += " "
      id += name
    }
    let (value, isChecked): (String?, Bool?) =
      switch content {
      case .nothing, .action: (nil, nil)
      case .text(let get, _): (get(model), nil)
      case .check(let get, _): (nil, get(model))
      case .choice(let get, _, _): (get(model) ?? "", nil)
      }
    return Control(
      id: Control.ID(id),
      role: role,
      name: name,
      value: value,
      description: description(),
      disabledReasons: refusals().map(\.reason),
      isChecked: isChecked,
      isExpanded: isExpanded,
      isSelected: isSelected,
      isRequired: isRequired,
      isModal: isModal,
      nouns: nouns,
      purpose: purpose,
      children: children().map { $0.control(below: id, model: model) }
    )
  }

  /// The element that a path leads to, here or below, starting at this element's own part of it.
  ///
  /// A name may hold a slash; so a part is compared, and never cut off.
  func find(_ path: Substring.UTF8View) -> Element<Model>? {
    var rest = path
    guard rest.drop("/"), rest.drop(role.rawValue),
      name.isEmpty || rest.drop(" ") && rest.drop(name)
    else { return nil }
    if rest.isEmpty { return self }
    for child in children() {
      if let found = child.find(rest) { return found }
    }
    return nil
  }
}

extension Substring.UTF8View {
  /// Drops a text from the front; false where it is not there.
  fileprivate mutating func drop(_ text: String) -> Bool {
    guard starts(with: text.utf8) else { return false }
    removeFirst(text.utf8.count)
    return true
  }
}
