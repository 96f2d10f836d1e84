import Diagnostics
import EngineInterface
import ProcedureExecutor

/// A screen as a drawing of boxes, in which the controls that a step uses stand out.
///
/// For a screen reader it is one picture with a name: what happened is told in words beside it.
struct Wireframe {
  private let screen: Screen
  private let used: Set<Control.ID>
  /// Long lists are cut to what stands around the controls that are used.
  private static let limit = 12

  /// - Parameters:
  ///   - screen: What was on the screen.
  ///   - used: The controls that were used on it.
  init(_ screen: Screen, used: Set<Control.ID>) {
    self.screen = screen
    self.used = used
  }

  /// The pictures of a step: moments on one screen are one picture, with all that was entered.
  static func pictures(of moments: [Moment]) -> [Wireframe] {
    var pictures: [(screen: Screen, used: Set<Control.ID>)] = []
    for moment in moments {
      let place = moment.screen.place.text
      let id = moment.interaction.control.map { [$0] } ?? []
      if let last = pictures.last, last.screen.place.text == place {
        pictures[pictures.count - 1] = (moment.screen, last.used.union(id))
      } else {
        pictures.append((moment.screen, Set(id)))
      }
    }
    return pictures.map { Wireframe($0.screen, used: $0.used) }
  }

  var tree: HTMLTree {
    let names = screen.allControls.filter { used.contains($0.id) }.map(\.name)
    let label =
      "The screen \(screen.place.text)"
      + (names.isEmpty ? "" : "; used: " + names.joined(separator: ", "))
    var inside = screen.modal.map { [drawn($0)] } ?? columns(screen.controls)
    if !screen.isModelled {
      inside.append(.element("p", class: "wf-none", "The engine doesn't model this screen."))
    }
    let bar = HTMLTree.element(
      "div", class: "wf-bar", [screen.application, screen.name].compactMap(\.self).joined(": "))
    let body = HTMLTree.element(
      "div", class: screen.modal == nil ? "wf-body" : "wf-body wf-behind", inside)
    return .element(
      "div", [("class", "wf"), ("role", "img"), ("aria-label", OutputGate.visible(label))],
      [bar, body])
  }

  /// A tree stands beside what it leads to, as it does on a screen.
  private func columns(_ controls: [Control]) -> [HTMLTree] {
    guard let tree = controls.firstIndex(where: { $0.role == .tree }), tree + 1 < controls.count
    else { return drawn(controls) }
    return drawn(Array(controls[..<tree])) + [
      .element(
        "div", class: "wf-columns",
        [
          .element("div", class: "wf-side", [drawn(controls[tree])]),
          .element("div", class: "wf-main", drawn(Array(controls[(tree + 1)...]))),
        ])
    ]
  }

  // MARK: Controls

  private func drawn(_ controls: [Control]) -> [HTMLTree] {
    guard controls.count > Self.limit else { return controls.map(drawn) }
    var shown: Set<Int> = Set(0..<3)
    for (index, control) in controls.enumerated() where holdsUsed(control) {
      shown.formUnion(max(0, index - 2)...min(controls.count - 1, index + 2))
    }
    var trees: [HTMLTree] = []
    var cut = 0
    func close() {
      if cut > 0 { trees.append(.element("div", class: "wf-more", "… \(cut) more")) }
      cut = 0
    }
    for (index, control) in controls.enumerated() {
      // Room that is left is for those that come first.
      if shown.contains(index) || trees.count < Self.limit && index < Self.limit {
        close()
        trees.append(drawn(control))
      } else {
        cut += 1
      }
    }
    close()
    return trees
  }

  private func holdsUsed(_ control: Control) -> Bool {
    used.contains(control.id) || control.children.contains(where: holdsUsed)
  }

  private func drawn(_ control: Control) -> HTMLTree {
    let children = drawn(control.children)
    var name = "wf-" + Self.look(of: control)
    if used.contains(control.id) { name += " wf-used" }
    if !control.isEnabled { name += " wf-off" }
    if control.isSelected == true { name += " wf-selected" }
    var parts: [HTMLTree] = []
    if let label = Self.label(of: control) {
      parts.append(.element("span", class: "wf-label", OutputGate.visible(label)))
    }
    if control.role.isTypable || control.role == .combobox {
      let value = control.value ?? ""
      parts.append(
        .element("span", class: "wf-box", OutputGate.visible(value.isEmpty ? "\u{A0}" : value)))
    }
    if let description = control.description, !description.isEmpty {
      parts.append(.element("span", class: "wf-text", OutputGate.visible(description)))
    }
    if !children.isEmpty { parts.append(.element("div", class: "wf-in", children)) }
    return .element("div", class: name, parts)
  }

  /// How a role is drawn.
  private static func look(of control: Control) -> String {
    switch control.role {
    case .button: "button"
    case .link, .menuitem: "link"
    case .tab: "tab"
    case .tablist, .toolbar, .menubar: "line"
    case .dialog, .alertdialog: "dialog"
    case .heading: "heading"
    case .row, .treeitem, .listitem, .option: "row"
    case .table, .grid, .treegrid, .tree, .list, .listbox: "list"
    case .textbox, .searchbox, .spinbutton, .combobox: "field"
    case .alert, .status: "alert"
    case .checkbox, .radio, .switch: "check"
    case .columnheader: "column"
    case .group, .region, .navigation, .tabpanel, .main, .banner: "group"
    default: "plain"
    }
  }

  private static func label(of control: Control) -> String? {
    let mark: String =
      switch control.role {
      case .radio: control.isChecked == true ? "◉ " : "○ "
      case _ where control.isChecked != nil: control.isChecked == true ? "☑ " : "☐ "
      case .treeitem: control.isExpanded.map { $0 ? "▾ " : "▸ " } ?? ""
      default: ""
      }
    let tail = control.role == .combobox ? " ▾" : control.isRequired ? " *" : ""
    return control.name.isEmpty && mark.isEmpty ? nil : mark + control.name + tail
  }
}

extension [String] {
  fileprivate func joined(_ separator: String) -> String { joined(separator: separator) }
}
