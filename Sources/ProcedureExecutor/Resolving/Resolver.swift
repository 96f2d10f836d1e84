import EngineInterface
import ProcedureModel

/// Finds the controls that a target means on a screen, as a screen-reader user would: by role and
/// accessible name.
struct Resolver {
  let screen: Screen
  let product: ProductDescription

  struct Candidates {
    /// With the label, and of a kind that the noun and the verb allow.
    var controls: [Control]
    /// Of the label, and of another kind.
    var otherKinds: [Control]
  }

  /// The controls of a label within a scope.
  func candidates(for target: Target, to intent: Intent, in scope: [Control]) -> Candidates {
    let named = self.named(target, in: scope)
    let usable = named.filter { Self.isUsable($0, to: intent) }
    var admitted = usable.filter { admits(target.noun, $0, intent) }
    // A box of a tree is a box, where there is no other.
    if admitted.isEmpty, target.noun.map({ isBox($0, intent) }) == true {
      admitted = usable.filter { $0.isChecked != nil && $0.role == .treeitem }
    }
    return Candidates(
      controls: admitted, otherKinds: (admitted.isEmpty ? named : []).filter { $0.role != .heading }
    )
  }

  private func named(_ target: Target, in scope: [Control]) -> [Control] {
    let label = LabelMatching.normalised(target.text)
    // A label may have its noun as a part: "the **Details** tab" is called "Details tab".
    let long = target.noun.map { LabelMatching.normalised(target.text + " " + $0.text) }
    return scope.filter { control in
      let name = LabelMatching.normalised(control.name)
      return name == label || name == long
    }
  }

  /// Whether the noun is the control's: "the X role" is the item X of what is named "Roles".
  func admits(_ noun: Noun?, _ control: Control, _ intent: Intent) -> Bool {
    guard let noun else { return true }
    if control.nouns.contains(noun.text) { return true }
    if let kind = noun.control {
      return kind.admits(control) || isBox(noun, intent) && ControlNoun.checkbox.admits(control)
    }
    // "The person partition **Name**": whose name it is.
    if control.role.isTypable, control.role != .combobox { return true }
    // A noun that no record of the product has tells nothing: "the **Save** command bar".
    guard product.factKinds.contains(where: { $0.isCalled(noun.text) }) else { return true }
    return collections(named: noun.text, in: screen.reachable).contains { collection in
      collection.descendants.contains { $0.id == control.id && $0.role.isItem }
    }
  }

  /// What is checked and called a box is a check box.
  private func isBox(_ noun: Noun, _ intent: Intent) -> Bool {
    if noun.control == .checkbox { return true }
    if intent == .clear { return noun.isBox }
    guard case .setChecked = intent else { return false }
    return noun.isBox
  }

  /// Whether a person can do to a control what is wanted.
  static func isUsable(_ control: Control, to intent: Intent) -> Bool {
    switch intent {
    case .enter, .name: control.role.isTypable
    case .setChecked: control.isChecked != nil || control.role.isCollection
    case .clear: Intent.isClearable(control)
    case .setExpanded: control.isExpanded != nil
    case .look, .seek, .scroll, .hover, .wait: true
    case .change: control.role.isTypable || control.isChecked != nil
    case .choose, .assign, .goal, .include, .copy, .signIn, .signOut, .unknown:
      control.role.isClickable || control.role.isTypable || control.role.isCollection
    case .activate, .doubleActivate, .openContextMenu, .visit, .drag, .turn, .upload, .press,
      .search:
      control.role.isClickable
    }
  }

  /// Lists, trees and groups that are named with the plural of a noun, or of another noun for the
  /// same records: "Person Partitions" of "partition".
  func collections(named noun: String, in scope: [Control]) -> [Control] {
    let wanted = LabelMatching.stems(noun)
    let collections = scope.filter(\.role.isCollection)
    let exact = collections.filter { LabelMatching.stems($0.name) == wanted }
    guard exact.isEmpty else { return exact }
    let names = product.factKinds.filter { $0.isCalled(noun) }
      .flatMap { [$0.name] + $0.nouns }.map { LabelMatching.stems($0) }
    return collections.filter { names.contains(LabelMatching.stems($0.name)) }
  }

  // MARK: Containers

  enum Container {
    case everywhere
    case inside(Control.ID)
    /// It has to be opened first: a tab that is not in front, a closed branch, a link to a screen.
    case behind(Control)
    case notFound
  }

  /// Where to look for a target.
  func container(_ within: Target?) -> Container {
    guard let within else { return .everywhere }
    if product.isCalled(within.text) {
      // From another application there is a way back.
      let back = screen.reachable.first { $0.role == .link && product.isCalled($0.name) }
      if screen.application != nil, let back { return .behind(back) }
      return .everywhere
    }
    guard within.form == .label else { return .everywhere }
    var named = self.named(within, in: screen.reachable)
    // "Under **Admin** > **Security**": the last of them.
    if named.isEmpty, let last = within.path.last {
      named = self.named(
        Target(text: last.text, range: last.range, form: .label, isMarked: true),
        in: screen.reachable)
    }
    if named.isEmpty {
      named = readings(of: within).flatMap { self.named($0, in: screen.reachable) }
    }
    if let holder = named.first(where: { !$0.children.isEmpty }) { return .inside(holder.id) }
    if LabelMatching.matches(screen.name, within.text) { return .everywhere }
    if let modal = screen.modal, LabelMatching.matches(modal.name, within.text) {
      return .everywhere
    }
    // A box to check holds nothing, and is not clicked for being named.
    let opener = named.first {
      $0.isExpanded == false || $0.role.isClickable && $0.isChecked == nil
    }
    if let opener { return .behind(opener) }
    // A heading names what follows it.
    if named.contains(where: { $0.role == .heading }) { return .everywhere }
    return .notFound
  }
}

extension FactKind {
  /// Whether a noun phrase names this kind: its last words are the kind's name or one of its nouns.
  func isCalled(_ phrase: String) -> Bool { specificity(phrase) > 0 }

  /// How many of the phrase's last words name this kind.
  func specificity(_ phrase: String) -> Int {
    let words = LabelMatching.stems(phrase)
    let names = ([name] + nouns).map { LabelMatching.stems($0) }
    return names.filter { words.suffix($0.count) == $0[...] }.map(\.count).max() ?? 0
  }
}

extension FactKind {
  /// Whether a phrase can mean a record of this kind: "the user" is an "API only user" too.
  func includes(_ phrase: String) -> Bool {
    let words = LabelMatching.stems(phrase)
    return isCalled(phrase)
      || !words.isEmpty && LabelMatching.stems(name).suffix(words.count) == words[...]
  }
}

extension ProductDescription {
  /// Whether this is one of the names of the product itself.
  func isCalled(_ name: String) -> Bool {
    names.contains { LabelMatching.matches($0, name) }
  }

  /// The kind that a phrase names most exactly: "API only user" rather than "user".
  func factKind(called phrase: String) -> FactKind? {
    factKinds.max { $0.specificity(phrase) < $1.specificity(phrase) }
      .flatMap { $0.isCalled(phrase) ? $0 : nil }
  }
}
