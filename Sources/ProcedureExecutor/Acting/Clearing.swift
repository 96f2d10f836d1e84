import EngineInterface
import ProcedureModel

// Clearing: of a box it takes the check, of a field the text.
extension Intent {
  /// Whether it leaves things without a check.
  var unchecks: Bool { self == .setChecked(false) || self == .clear }

  /// Whether what it is done to can be cleared.
  static func isClearable(_ control: Control) -> Bool {
    control.isChecked != nil || control.role.isTypable || control.role.isCollection
  }
}

extension Control {
  /// How to clear it; nil where there is nothing to clear.
  var clearing: (interaction: Interaction, kind: Deed.Kind)? {
    if let isChecked {
      return isChecked ? (.setChecked(id, false), .unchecked) : nil
    }
    return value?.isEmpty == false ? (.fill(id, ""), .typed("")) : nil
  }
}
