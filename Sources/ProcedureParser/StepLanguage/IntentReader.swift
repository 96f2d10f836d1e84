import ProcedureModel

/// Decides what an action wants done.
enum IntentReader {
  static func intent(of action: Action) -> Intent {
    let words = action.rawVerb.text.lowercased().split { $0 == " " || $0 == "-" }.map(String.init)
    switch action.verb {
    case .click:
      if words.first == "double" { return .doubleActivate }
      return words.first == "right" ? .openContextMenu : .activate
    case .press:
      return action.target.flatMap(KeyReader.chord).map(Intent.press) ?? .activate
    case .select: return .choose
    case .enter:
      switch words.first {
      case "name", "call": return .name("name")
      case "title", "label": return .name(words[0])
      default: return .enter
      }
    case .check:
      // "Check the **Status** column" looks at it.
      return action.target?.noun?.control == .column ? .look : .setChecked(true)
    case .uncheck: return words.first == "clear" ? .clear : .setChecked(false)
    case .toggle: return .turn(action.value.map { $0.text == "on" })
    case .navigate, .open: return .visit
    case .expand: return .setExpanded(words.first != "collapse")
    case .drag: return .drag(onto: nil)
    case .hover: return .hover
    case .scroll: return .scroll
    case .upload: return .upload
    case .wait: return .wait
    case .search: return words.first == "look" ? .seek : .search
    // "Make sure that X is checked" asks for it where it is not so.
    case .verify: return action.value.map { .setChecked($0.text == "on") } ?? .look
    case .close, .save, .chooseFile: return .activate
    case .other:
      if words.first == "copy" { return .copy }
      if ["find", "locate"].contains(words.first) { return .seek }
      if Words.meansChange(words.first ?? ""), let target = action.target,
        target.form == .described, Words.meansAllFields(target.noun?.text ?? "")
      {
        return .change
      }
      if words.first == "make", let target = action.target, target.form == .described {
        switch target.noun?.text {
        case "change", "edit", "update", "adjustment", "modification": return .change
        case "selection", "choice": return .choose
        default: break
        }
      }
      if action.value != nil || Words.meansChange(words.first ?? "") { return .assign }
      return goal(words.first ?? "", action.target)
    }
  }

  /// What an action with no gesture of its own wants of what it names.
  private static func goal(_ verb: String, _ target: Target?) -> Intent {
    let isNamed = target?.form == .label || target?.form == .literal
    guard let target, isNamed else { return .goal }
    if verb == "view" { return .visit }
    // "Create it with **New Role**" is no other deed than the label's.
    let label = target.text.lowercased().split(separator: " ").map(String.init)
    let deed = Words.deed(verb)
    let isLabelled = label.contains { $0 == verb || deed != nil && Words.deed($0) == deed }
    if using.contains(verb) || isLabelled || !target.isMarked { return .goal }
    if including.contains(verb) { return .include(true) }
    return excluding.contains(verb) ? .include(false) : .unknown
  }

  /// Verbs that mean to use a control, whatever it is for.
  private static let using: Set<String> = [
    "use", "run", "start", "apply", "submit", "execute", "perform", "begin", "finish", "proceed",
    "continue", "accept", "agree", "acknowledge", "cancel", "set", "get", "try",
  ]

  /// Verbs that put something among what is checked or chosen.
  private static let including: Set<String> = [
    "add", "include", "assign", "give", "grant", "allow", "attach", "associate", "activate",
    "authorize", "approve", "share",
  ]

  /// Verbs that take something out of what is checked or chosen.
  private static let excluding: Set<String> = [
    "remove", "delete", "exclude", "revoke", "deny", "detach", "deactivate", "reject", "decline",
    "restrict",
  ]
}

/// Reads the names of keys: "Ctrl+S", "the Escape key", "Shift".
enum KeyReader {
  private static let modifiers: [String: KeyChord.Modifier] = [
    "ctrl": .control, "control": .control, "alt": .alt, "option": .alt, "shift": .shift,
    "cmd": .meta, "command": .meta, "meta": .meta, "windows": .meta, "win": .meta,
    "\u{2318}": .meta,
  ]

  private static let keys: [String: String] = [
    "enter": "Enter", "return": "Enter", "esc": "Escape", "escape": "Escape", "tab": "Tab",
    "backspace": "Backspace", "space": " ", "spacebar": " ", "space bar": " ", "pageup": "PageUp",
    "page up": "PageUp", "pagedown": "PageDown", "page down": "PageDown", "up arrow": "ArrowUp",
    "arrow up": "ArrowUp", "down arrow": "ArrowDown", "arrow down": "ArrowDown",
    "left arrow": "ArrowLeft", "arrow left": "ArrowLeft", "right arrow": "ArrowRight",
    "arrow right": "ArrowRight",
  ]
  /// Keys whose names buttons have too: they are keys where the words say so.
  private static let ambiguous: [String: String] = [
    "delete": "Delete", "del": "Delete", "home": "Home", "end": "End", "insert": "Insert",
  ]

  /// Nil where the words name no key.
  static func chord(_ target: Target) -> KeyChord? {
    guard target.noun?.control == nil else { return nil }
    var text = target.text.lowercased()
    var isKey = target.noun?.text == "key"
    for noun in [" keys", " key"] where text.hasSuffix(noun) {
      text.removeLast(noun.count)
      isKey = true
    }
    let parts = text.split(separator: "+").map { $0.trimming(\.isWhitespace) }
    guard let last = parts.last else { return nil }
    var held: Set<KeyChord.Modifier> = []
    for part in parts.dropLast() {
      guard let modifier = modifiers[part] else { return nil }
      held.insert(modifier)
    }
    if let modifier = modifiers[last] {
      return KeyChord(key: nil, modifiers: held.union([modifier]))
    }
    let isFunction = last.wholeMatch(of: /f[0-9]{1,2}/) != nil
    let isLetter = last.count == 1 && (isKey || !held.isEmpty)
    let sure = keys[last] ?? (isFunction ? last.uppercased() : isLetter ? last : nil)
    let key = sure ?? (isKey || !held.isEmpty ? ambiguous[last] : nil)
    return key.map { KeyChord(key: $0, modifiers: held) }
  }
}
