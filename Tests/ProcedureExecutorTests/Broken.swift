import EngineInterface
import MarketoAdminEngine

/// The product with one defect.
struct Broken: SnapshotEngine {
  enum Defect: Hashable, Sendable {
    case sendDoesNothing
    case flagIsForgotten
    case mailIsSent
    case permissionIsNotChecked
    case textIsMissing
  }

  static let product = MarketoAdmin.product

  private var product = MarketoAdmin()
  private let defect: Defect

  init(_ defect: Defect) { self.defect = defect }

  var observation: Observation {
    let observation = product.observation
    guard defect == .textIsMissing else { return observation }
    let screen = Screen(
      name: observation.screen.name, isModelled: observation.screen.isModelled,
      controls: observation.screen.controls.compactMap(\.withoutParagraphs))
    return Observation(screen: screen, messages: observation.messages, facts: observation.facts)
  }

  mutating func begin(under circumstances: Circumstances) {
    var circumstances = circumstances
    if defect == .permissionIsNotChecked {
      circumstances["signed-in-as"] = nil
      circumstances["permissions"] = nil
    }
    product.begin(under: circumstances)
  }

  mutating func apply(_ interaction: Interaction) {
    let used = interaction.control.flatMap(product.observation.screen.control)
    let isSend = used?.name == "Send"
    if isSend, defect == .sendDoesNothing { return }
    product.apply(interaction)
    guard isSend else { return }
    switch defect {
    case .flagIsForgotten:
      let last = product.subscription.users.count - 1
      product.subscription.users[last].isAPIOnly = false
    case .mailIsSent:
      product.subscription.mails.append(
        Mail(to: "api.user@example.com", subject: "Welcome", body: ""))
    case .sendDoesNothing, .permissionIsNotChecked, .textIsMissing: break
    }
  }
}

extension Control {
  fileprivate var withoutParagraphs: Control? {
    guard role != .paragraph else { return nil }
    return Control(
      id: id, role: role, name: name, value: value, description: description,
      disabledReasons: disabledReasons, isChecked: isChecked, isExpanded: isExpanded,
      isSelected: isSelected, isRequired: isRequired, isModal: isModal, nouns: nouns,
      purpose: purpose, children: children.compactMap(\.withoutParagraphs))
  }
}
