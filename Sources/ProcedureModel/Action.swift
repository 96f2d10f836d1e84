package import Diagnostics

/// The surface class of a verb, for reports; what it wants done is the action's intent.
package enum Verb: String, CaseIterable, Sendable {
  case click, select, enter, check, uncheck, navigate, open, drag, hover, toggle, upload, press
  case scroll, expand, close, save, search, chooseFile = "choose-file", wait, verify, other
}

/// One instruction of a step.
package struct Action: Sendable {
  package let verb: Verb
  /// The verb as written.
  package let rawVerb: Passage
  package var intent = Intent.goal
  package var target: Target?
  package var value: Value?
  /// Where the target is looked for: "in the **Details** tab".
  package var within: Target?
  /// The container was named for an earlier action of the sentence, and may have been left since.
  package var isWithinCarriedOver: Bool
  package var isOptional: Bool
  package var condition: Condition?
  /// Unknown where words of its clause deny or except something, and were not understood.
  package var polarity = Polarity.affirmed

  package init(
    verb: Verb, rawVerb: Passage, target: Target? = nil, value: Value? = nil,
    within: Target? = nil, isWithinCarriedOver: Bool = false, isOptional: Bool = false,
    condition: Condition? = nil
  ) {
    self.verb = verb
    self.rawVerb = rawVerb
    self.target = target
    self.value = value
    self.within = within
    self.isWithinCarriedOver = isWithinCarriedOver
    self.isOptional = isOptional
    self.condition = condition
  }

  /// Whether it says what is done to what in a product, and does not only name a goal.
  package var isExecutable: Bool {
    if case .signIn(.some) = intent { return true }
    if intent == .signOut { return true }
    guard let target else { return false }
    if intent == .change || intent == .choose { return true }
    // "Set **X** to Y" says how; "Configure **X**" does not.
    return verb != .other || target.form == .label && value != nil
  }

  /// All of its step's words, where each has a capital, so that they may be a name: "Edit User".
  package var asName: Passage?
  /// The words of its target stand for the verb as well: "**Save**", alone.
  package var isNameAlone: Bool { intent == .activate && rawVerb.range == target?.range }

  /// A click on what words name: they stand for the verb as well.
  package static func click(_ name: Target) -> Action {
    var action = Action(verb: .click, rawVerb: Passage(name.text, at: name.range), target: name)
    action.intent = .activate
    return action
  }

  /// The same instruction, asking for something else, of whatever it is done to.
  package func asking(_ intent: Intent) -> Action {
    var action = Action(verb: verb, rawVerb: rawVerb)
    action.intent = intent
    return action
  }

  /// Unknown where its own words, or those of its target, are in doubt.
  package var readPolarity: Polarity { target?.polarity == .unknown ? .unknown : polarity }

  /// What tells the action in a message: what it is done to, else the verb.
  package var words: String { target?.text ?? rawVerb.text }
  /// Where its verb stands: several actions of one verb have it in common.
  package var verbRange: SourceRange { rawVerb.range }

  /// The words to report: the target's, otherwise the verb's.
  package var range: SourceRange { target?.range ?? rawVerb.range }
}

/// What an action is done to, or where.
package struct Target: Hashable, Sendable {
  package enum Form: String, Sendable {
    /// Words that stand on the screen, marked or capitalised.
    case label
    /// Words that describe it: "the permissions you want to give".
    case described
    /// "it", "them".
    case pronoun
    /// A quotation or code.
    case literal
  }

  /// A menu path is joined with " > ".
  package let text: String
  package let range: SourceRange
  package let form: Form
  package let isMarked: Bool
  /// The noun that says of what kind it is: "tab", "role".
  package var noun: Noun?
  /// The parts of a menu path, in order; empty for a single label.
  package var path: [Passage]
  /// What a pronoun stands for.
  package var antecedent: Antecedent?
  /// A clause that tells it apart: "you want to assign", "created above".
  package var qualifier: String?
  /// What its words point at; nil where they name it themselves.
  package var referent: Referent?
  /// Where the words are one.
  package var link: Link?
  /// All of them: "all permissions".
  package var isAll: Bool
  /// "Only **X**": nothing else beside it.
  package var isOnly = false
  /// Words tell which one it is that nothing was made of: "whose address is not verified".
  package var isRestricted = false
  /// Which of several things it is, by what is so now; nil where the words leave that open.
  package var standing: Standing?
  /// The parts of an enumeration without marks, which may be a thing each: "first name and email".
  package var members: [Passage] = []
  /// With the label right behind it, where one label may be written in two marks: "**New** **Role**".
  package var joined: Passage?
  /// As a place: not around the thing, but at its side: "next to X".
  package var isBeside = false
  /// Of what stands beside a thing: what is around both.
  package var around: Passage?
  /// What is left out: "all roles except **Admin**".
  package var exceptions: [Passage] = []
  /// Unknown where words leave something out that were not understood: "except the last one".
  package var polarity = Polarity.affirmed

  package enum Standing: String, Sendable {
    /// Not what is chosen or checked now: "a different role", "another one".
    case other
    /// What is chosen or checked now: "the previous role".
    case present
  }

  /// Words that a pronoun stands for.
  package struct Antecedent: Hashable, Sendable {
    package let text: String
    package let form: Form
    package let noun: Noun?
  }

  /// The target in the words that name it.
  package var named: Target {
    guard form == .pronoun, let antecedent else { return self }
    var target = Target(
      text: antecedent.text, range: range, form: antecedent.form, isMarked: false,
      noun: antecedent.noun)
    target.referent = referent
    return target
  }

  /// As what a later pronoun stands for.
  package var asAntecedent: Antecedent {
    antecedent ?? Antecedent(text: text, form: form, noun: noun)
  }

  package init(
    text: String, range: SourceRange, form: Form, isMarked: Bool, noun: Noun? = nil,
    path: [Passage] = [], qualifier: String? = nil, link: Link? = nil,
    isAll: Bool = false
  ) {
    self.text = text
    self.range = range
    self.form = form
    self.isMarked = isMarked
    self.noun = noun
    self.path = path
    self.qualifier = qualifier
    self.link = link
    self.isAll = isAll
  }
}

/// What words point at that do not name a thing themselves.
package enum Referent: Hashable, Sendable {
  /// What these words named before: of "it".
  case earlier(String)
  /// What was made before, by these steps or by what they require: "created above", "the new one".
  case made
  /// What a step made, by its number.
  case step(Int)
  /// What was used before: "the previous one".
  case previous
  /// What a page is about, by its path.
  case page(String)
}

/// A noun beside a label, in lower case and singular as far as the words go.
package struct Noun: Hashable, Sendable {
  package let text: String
  package let range: SourceRange
  /// Nil for the product's own things: "role", "service".
  package let control: ControlNoun?

  package init(text: String, range: SourceRange, control: ControlNoun?) {
    self.text = text
    self.range = range
    self.control = control
  }

  /// "The box": of what kind, its control tells.
  package var isBox: Bool { text == "box" }

  /// The singular of an English noun, as far as its ending tells.
  package static func singular(_ noun: String) -> String {
    if noun.hasSuffix("ies"), noun.utf8.count > 4 { return noun.dropLast(3) + "y" }
    if ["sses", "xes", "ches", "shes"].contains(where: noun.hasSuffix) {
      return String(noun.dropLast(2))
    }
    if noun.hasSuffix("s"), !["ss", "us", "is"].contains(where: noun.hasSuffix),
      noun.utf8.count > 3
    {
      return String(noun.dropLast())
    }
    return noun
  }
}

/// What is typed or chosen.
package struct Value: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case literal, described
  }

  package let text: String
  package let range: SourceRange
  package let kind: Kind

  package init(text: String, range: SourceRange, kind: Kind) {
    self.text = text
    self.range = range
    self.kind = kind
  }

  /// What has two states is set to this one: "on", "off".
  package var state: Bool? {
    switch text.lowercased() {
    case "on": true
    case "off": false
    default: nil
    }
  }
}
