import EngineInterface

extension Screen {
  /// Other controls within reach that have the same name and can be used.
  func namesakes(of control: Control) -> [Control] {
    reachable.filter {
      $0.id != control.id && $0.role.isClickable && LabelMatching.matches($0.name, control.name)
    }
  }

  /// The name of the nearest thing around a control that has one.
  func holderName(of control: Control) -> String? {
    allControls.last { holder in
      holder.id != control.id && !holder.name.isEmpty
        && holder.descendants.contains { $0.id == control.id }
    }?.name
  }

  /// The nearest collection that holds a control.
  func collection(of control: Control) -> Control? {
    guard control.role.isItem else { return nil }
    return allControls.last { holder in
      holder.role.isCollection && holder.descendants.contains { $0.id == control.id }
    }
  }
}
