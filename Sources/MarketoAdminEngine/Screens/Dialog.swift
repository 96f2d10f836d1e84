import EngineInterface

/// A window in front of a place: it hides what is below it.
protocol Dialog: Surface {
  var title: String { get }
  var windowRole: Role { get }
}

extension Dialog {
  var windowRole: Role { .dialog }

  /// The window with its title bar.
  func elements(_ desk: Desk) -> [Element<Self>] {
    let window = Group<Self>(windowRole, title, modal: true) {
      body(desk)
      Button("Close", purpose: .cancel) { $1.dismiss() }
    }
    return [window.element]
  }

  fileprivate func equals(_ other: any Dialog) -> Bool { (other as? Self) == self }
}

/// Any dialog, as a value.
struct AnyDialog: Hashable, Sendable {
  var dialog: any Dialog

  init(_ dialog: any Dialog) { self.dialog = dialog }

  static func == (left: AnyDialog, right: AnyDialog) -> Bool { left.dialog.equals(right.dialog) }
  func hash(into hasher: inout Hasher) { dialog.hash(into: &hasher) }
}
