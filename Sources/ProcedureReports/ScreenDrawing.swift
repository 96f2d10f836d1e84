import Diagnostics
package import EngineInterface

/// A screen as text: its controls as a screen reader tells them, a line each.
package enum ScreenDrawing {
  /// What can be reached: a dialog hides the place below it.
  package static func lines(of screen: Screen) -> [String] {
    var lines: [String] = []
    if !screen.isModelled { lines.append("(the engine doesn't model this screen)") }
    let roots = screen.modal.map { [$0] } ?? screen.controls
    for control in roots { draw(control, indent: 0, into: &lines) }
    return lines
  }

  private static func draw(_ control: Control, indent: Int, into lines: inout [String]) {
    let words = OutputGate.visible(line(control))
    lines.append(String(repeating: " ", count: indent) + words)
    for child in control.children { draw(child, indent: indent + 2, into: &lines) }
  }

  /// `textbox "Email" = "a@example.com" (required)`.
  private static func line(_ control: Control) -> String {
    var line = control.role.rawValue
    if !control.name.isEmpty { line += " \"\(control.name)\"" }
    if let value = control.value, !value.isEmpty { line += " = \"\(value)\"" }
    if let description = control.description, !description.isEmpty { line += "  \(description)" }
    let states = states(of: control)
    if !states.isEmpty { line += "  (\(states.joined(separator: ", ")))" }
    if !control.isEnabled {
      line += "  disabled: \(control.disabledReasons.joined(separator: "; "))"
    }
    return line
  }

  private static func states(of control: Control) -> [String] {
    var states: [String] = []
    if control.isRequired { states.append("required") }
    if let isChecked = control.isChecked { states.append(isChecked ? "checked" : "not checked") }
    if let isExpanded = control.isExpanded { states.append(isExpanded ? "expanded" : "collapsed") }
    if control.isSelected == true { states.append("selected") }
    if control.isDestructive { states.append("removes data") }
    return states
  }
}
