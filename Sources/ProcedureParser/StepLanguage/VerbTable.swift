import ProcedureModel

/// The verbs of instructions: how they are written, what they ask for, how their objects stand.
struct VerbEntry {
  /// How the words around the verb say what is done to what.
  enum Frame {
    /// "click X"
    case object
    /// "enter V in F", "enter F"
    case typing
    /// "set F to V"
    case assignment
    /// "drag X to V"
    case moving
    /// "provide X to somebody": done outside the product
    case handingOver
    /// "follow the steps in X": points elsewhere
    case referring
    /// "log in": the product is the place, not the object
    case plain
  }

  let words: [String]
  let verb: Verb
  let frame: Frame
  /// "name", "title", "label": what follows the object is its name.
  var isNaming: Bool { ["name", "title", "label", "call"].contains(words[0]) }

  /// "log in", "sign back in", "sign in to": who is meant stands behind "as".
  var signsIn: Bool { isOfSigning(["in", "on", "into"]) }

  /// "Log out", "sign off".
  var signsOut: Bool { isOfSigning(["out", "off"]) }

  private func isOfSigning(_ particles: Set<String>) -> Bool {
    ["log", "sign"].contains(words[0]) && words.dropFirst().contains(where: particles.contains)
  }

  /// Whether its further words stand behind a place.
  fileprivate func isFound(in tokens: [Token], from index: Int) -> Bool {
    words.count <= tokens.count - index
      && words.indices.dropFirst().allSatisfy { tokens[index + $0].isWord(words[$0]) }
  }

  /// Also a common noun or adjective: an instruction only where an object follows.
  let isAmbiguous: Bool
}

enum VerbTable {
  /// The longest entry that the words begin with.
  static func entry(startingAt index: Int, of tokens: [Token]) -> VerbEntry? {
    guard index < tokens.count, tokens[index].isA(.verb) else { return nil }
    if beginnings.contains(tokens[index].lower),
      let begun = entry(gerundAt: index + 1, of: tokens), begun.verb != .other,
      begun.frame != .referring
    {
      return VerbEntry(
        words: [tokens[index].lower] + [tokens[index + 1].lower] + begun.words.dropFirst(),
        verb: begun.verb, frame: begun.frame, isAmbiguous: false)
    }
    let entries = byFirstWord[tokens[index].lower]
    if index + 1 < tokens.count,
      tokens[index + 1].isWord("back") || tokens[index + 1].isWord("again"),
      let entry = entries?.first(where: {
        $0.words.count > 1 && $0.isFound(in: tokens, from: index + 1)
      })
    {
      // "Switch back to", "go again to".
      return VerbEntry(
        words: [entry.words[0], tokens[index + 1].lower] + entry.words.dropFirst(),
        verb: entry.verb, frame: entry.frame, isAmbiguous: entry.isAmbiguous)
    }
    return entries?.first { $0.words.count == 1 || $0.isFound(in: tokens, from: index) }
  }

  /// What is done to a button where the words don't say.
  static let click = VerbEntry(
    words: ["click"], verb: .click, frame: .object, isAmbiguous: false)

  /// "start typing" is typing.
  private static let beginnings: Set<String> = ["start", "begin"]

  /// The entry whose verb stands in its "-ing" form, as in "by clicking on X".
  static func entry(gerundAt index: Int, of tokens: [Token]) -> VerbEntry? {
    guard index < tokens.count, tokens[index].isA(.gerund),
      let base = bases[tokens[index].lower]
    else { return nil }
    let found = byFirstWord[base]?.first { entry in
      entry.words.count <= tokens.count - index
        && entry.words.indices.dropFirst().allSatisfy { tokens[index + $0].isWord(entry.words[$0]) }
    }
    return found.map {
      VerbEntry(
        words: [tokens[index].lower] + $0.words.dropFirst(), verb: $0.verb, frame: $0.frame,
        isAmbiguous: false)
    }
  }

  /// The entry of one word whose verb stands in its passive form, as in "must not be clicked".
  static func entry(participleAt index: Int, of tokens: [Token]) -> VerbEntry? {
    guard index < tokens.count, tokens[index].kind == .word else { return nil }
    let word = tokens[index].lower
    let irregular = ["chosen": "choose", "set": "set", "put": "put"]
    let bases =
      [irregular[word]]
      + (word.hasSuffix("ed")
        ? [String(word.dropLast(2)), String(word.dropLast()), String(word.dropLast(3))] : [])
    return bases.compactMap { $0 }.lazy.compactMap { byFirstWord[$0] }.first?
      .first { $0.words.count == 1 }
  }

  /// The verbs by their "-ing" forms.
  static let bases: [String: String] = {
    var table: [String: String] = [:]
    for verb in firstWords {
      table[verb + "ing"] = verb
      guard let last = verb.last else { continue }
      table[verb + String(last) + "ing"] = verb
      if last == "e", !verb.hasSuffix("ee") { table[verb.dropLast() + "ing"] = verb }
    }
    return table
  }()

  /// The words with which an entry begins.
  static var firstWords: Dictionary<String, [VerbEntry]>.Keys { byFirstWord.keys }

  private static let byFirstWord: [String: [VerbEntry]] = {
    var table: [String: [VerbEntry]] = [:]
    for group in groups {
      for text in group.verbs.split(separator: ",") {
        let isAmbiguous = text.hasSuffix("*")
        let words = text.split(whereSeparator: { $0 == " " || $0 == "*" || $0 == "\n" })
          .map(String.init)
        table[words[0], default: []].append(
          VerbEntry(
            words: words, verb: group.verb, frame: group.frame, isAmbiguous: isAmbiguous))
      }
    }
    return table.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }()

  /// One row a meaning; a star marks a word that is also a common noun or adjective.
  private static let groups: [(verb: Verb, frame: VerbEntry.Frame, verbs: String)] = [
    (.click, .object, "click, click on, tap, tap on, double-click, double-click on, double click"),
    (.click, .object, "right-click, right-click on, right click, left-click, push, hit"),
    (.select, .object, "select, choose, pick, highlight, mark*, select from, choose from"),
    (.enter, .typing, "enter, type, type in, enter in, fill in, fill out, fill*, specify, input*"),
    (.enter, .typing, "paste, write, provide, supply, key in"),
    (.enter, .typing, "complete*, name*, title*, label*, call*"),
    (.check, .object, "check*, tick*, check off"),
    (.uncheck, .object, "uncheck, untick, deselect, unselect, clear*"),
    (.toggle, .object, "enable, disable, toggle*, toggle on, toggle off, turn on, turn off"),
    (.toggle, .object, "switch on, switch off, slide"),
    (
      .navigate, .object,
      "go to, navigate to, change to, go into, go back to, go, browse to, switch to"
    ),
    (.navigate, .object, "head to, head over to, head back to, jump to, hop over to, pop over to"),
    (
      .navigate, .object,
      "stay on, stay in, remain on, switch over to, make your way to, move on to"
    ),
    (.navigate, .object, "navigate, return to, access*, continue to, proceed to, move to, visit"),
    (.open, .object, "open*, launch, reopen"),
    (.expand, .object, "expand, unfold, collapse"),
    (.drag, .moving, "drag and drop, drag, drop*, drag-and-drop, click and drag, click to drag"),
    (.hover, .object, "hover over, hover on, mouse over, hover, hover your mouse over"),
    (.hover, .object, "point to, move your mouse over, hover your cursor over"),
    (.upload, .object, "upload, import"),
    (.press, .object, "press*, hold down"),
    (.scroll, .object, "scroll down to, scroll to, scroll down, scroll up, scroll"),
    (.close, .object, "close*, dismiss, exit*"),
    (.save, .object, "save"),
    (.search, .object, "search for, search*, look for"),
    (.chooseFile, .object, "browse for, browse"),
    (.wait, .object, "wait for, wait"),
    (.verify, .object, "verify, confirm, make sure, ensure, check that, review*, validate"),
    (
      .verify, .object,
      "be sure, be sure that, make certain, make certain that, make sure that, verify that, ensure that, confirm that, check if"
    ),
    (.other, .assignment, "set*, change*, update*, adjust, modify, switch*, replace*"),
    (.other, .object, "add, create, edit, remove, delete, define, configure, customize, find"),
    (.other, .object, "locate, insert, copy*, duplicate*, download*, export*, publish, send*"),
    (.other, .object, "use*, apply, assign, rename, make, build*, design*, view*, run*"),
    (.other, .object, "start*, stop*, test*, preview*, generate, install, connect, link*, map*"),
    (
      .other, .object,
      "filter*, sort*, group*, move*, cut*, approve, reject, submit, cancel, activate"
    ),
    (.other, .object, "schedule*, deploy, execute, perform, identify, determine, decide, consider"),
    (.verify, .object, "leave*, keep, see that"),
    (.other, .object, "begin*, finish*, proceed, log in to, sign in to"),
    (.other, .object, "log into, sign into"),
    (
      .other, .referring, "repeat, follow, continue, see, read, note*, refer to, learn, check out"
    ),
    (
      .other, .referring,
      "remember, do, consult, notice, watch, start using, begin using, continue using"
    ),
    (.other, .plain, "log in, sign in, log out, sign out, log on, log off"),
    (.other, .object, "invite, set up, include, exclude, allow, share*, print*, reset, resend"),
    (
      .other, .object,
      "register, subscribe, unlink, attach, associate, grant, personalize, deactivate"
    ),
    (
      .other, .object,
      "resize, refresh, reload, translate, format*, get, give, limit*, restrict, retry"
    ),
    (
      .other, .object,
      "finalize, describe, integrate, retrieve, establish, try*, prepare, summarize, implement"
    ),
    (
      .other, .object, "restart, obtain, delegate, refine, authenticate, calculate, monitor, track*"
    ),
    (
      .other, .object, "collect, compare, plan*, extract, split*, merge, convert, extend, rearrange"
    ),
    (.other, .object, "reorder, arrange, align, pause*, resume, play*, record*, capture, embed"),
    (
      .other, .object, "host*, migrate, transfer*, distribute, archive*, restore, revoke, authorize"
    ),
    (
      .other, .object,
      "deny, accept, decline, agree to, acknowledge, disconnect, reconnect, reactivate"
    ),
    (
      .other, .object,
      "deselect all, combine, enlarge, reduce, increase, decrease, hide, show*, log*"
    ),
    (
      .other, .object,
      "skip, undo, redo, request*, retain, reorganize, synchronize, sync*, trigger*"
    ),
    (.other, .object, "commit*, stash, compile, upgrade*, downgrade, initialize, inspect"),
    (.other, .handingOver, "hand over, pass, contact*, ask, tell, inform, notify"),
  ]
}
