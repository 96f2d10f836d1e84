import EngineInterface

/// A window in front of a place: it hides what is below it.
protocol Dialog: Surface {
  var title: String { get }
  var windowRole: Role { get }
}

extension Dialog {
  var windowRole: Role { .dialog }

  /// The window with its title bar.
  func controls(at desk: Desk) -> [Control] { render([window(desk)], "") }

  mutating func perform(_ interaction: Interaction, at desk: inout Desk) -> Bool {
    perform(interaction, on: [window(desk)], at: &desk, "")
  }

  private func window(_ desk: Desk) -> Element<Self> {
    let window = Group<Self>(windowRole, title, modal: true) {
      body(desk)
      Button("Close") { $1.dismiss() }
    }
    return window.element
  }
}
