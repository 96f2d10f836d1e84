/// What an action wants done, decided from its verb and the words around it.
///
/// Which interaction that is, the control decides that it meets: a box that is chosen is checked.
package enum Intent: Hashable, Sendable {
  case activate
  case doubleActivate
  case openContextMenu
  /// To be where a thing is shown: nothing, where it is shown already.
  case visit
  /// One thing of several, or a control that takes what is chosen.
  case choose
  case setChecked(Bool)
  /// Nothing in a field, no check in a box.
  case clear
  /// On, off, or the other way: of what has no such state it means to use it.
  case turn(Bool?)
  case setExpanded(Bool)
  /// A value into a field.
  case enter
  /// A name for a thing, into the field that has this word in its label: "name the role".
  case name(String)
  /// Any change of what is before the reader: "make your changes".
  case change
  /// A value for something, typed or chosen as the control takes it: "set F to V".
  case assign
  case search
  case copy
  /// To be signed in: as somebody, or as anybody.
  case signIn(as: Target?)
  /// To be signed in no longer.
  case signOut
  case press(KeyChord)
  case drag(onto: Target?)
  case hover
  case scroll
  case upload
  case wait
  /// What must be seen.
  case look
  /// To find what the next words use: "find your service", "look for the card".
  case seek
  /// What shall come about, and not how: of a control that is for it, to use that.
  case goal
  /// Among what is checked or chosen, or no longer: "add the **Guest** role".
  case include(Bool)
  /// Something that nothing here is known to do: "hide **Users**", "frobnicate it".
  case unknown
}

/// A key, with those that are held down meanwhile.
package struct KeyChord: Hashable, Sendable {
  package enum Modifier: String, CaseIterable, Comparable, Sendable {
    case control, alt, shift, meta

    package static func < (a: Modifier, b: Modifier) -> Bool { a.rawValue < b.rawValue }
  }

  /// As in the standard for keyboard events: "Enter", "Escape", "ArrowDown", "s"; nil where only
  /// modifiers are held down.
  package let key: String?
  package let modifiers: Set<Modifier>

  package init(key: String?, modifiers: Set<Modifier>) {
    self.key = key
    self.modifiers = modifiers
  }

  /// "control+s".
  package var text: String {
    (modifiers.sorted().map(\.rawValue) + [key].compactMap(\.self)).joined(separator: "+")
  }
}
