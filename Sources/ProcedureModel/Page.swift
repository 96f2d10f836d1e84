package import Diagnostics

/// A help page as it was understood.
package struct Page: Sendable {
  package let path: String
  /// The first heading, else the front matter's title, else the file's name.
  package let title: Passage
  /// What the title promises; nil where that is nothing that can be looked up.
  package var promise: Promise?
  package var procedures: [Procedure]
  /// Admonitions that belong to the page and to none of its procedures.
  package var admonitions: [Admonition]
  /// Sentences outside steps and admonitions that hold for the whole page.
  package var statements: [Statement]
  /// Links to what must have been done before any procedure of the page.
  package var prerequisites: [Link]
  package var links: [Link]
  /// The names of the snippets that it includes, directly or by way of others; also of those that
  /// are not there.
  package var snippets: Set<String> = []
  /// What it says of findings that are all right.
  package var ignores: [IgnoreComment] = []
  package var findings: [Finding]
  /// What stands above the procedures and holds for all of them; empty where it was not asked for.
  package var introduction: [Content] = []
  /// The headings of sections without steps, which a list of steps leaves out.
  package var otherSections: [Passage] = []

  /// The names of the pages that introduce their folders.
  package static let folderIntroductions = ["index.md", "_index.md", "README.md"]

  package static func introducesFolder(_ path: String) -> Bool {
    path.split(separator: "/").last.map { folderIntroductions.contains(String($0)) } ?? false
  }

  package init(
    path: String, title: Passage, procedures: [Procedure] = [], admonitions: [Admonition] = [],
    statements: [Statement] = [], prerequisites: [Link] = [], links: [Link] = [],
    findings: [Finding] = []
  ) {
    self.path = path
    self.title = title
    self.procedures = procedures
    self.admonitions = admonitions
    self.statements = statements
    self.prerequisites = prerequisites
    self.links = links
    self.findings = findings
  }

  /// Nothing of it was read, or not all.
  package var isTooLarge: Bool { findings.contains { $0.rule == .tooLarge } }
}

/// Some words of a page and where they stand.
package struct Passage: Hashable, Sendable {
  package let text: String
  package let range: SourceRange

  package init(_ text: String, at range: SourceRange) {
    self.text = text
    self.range = range
  }
}

/// A numbered list of instructions under a heading.
package struct Procedure: Sendable {
  package var title: Passage
  /// The heading's anchor, written or derived.
  package let anchor: String
  /// Nil where the title promises nothing that can be looked up.
  package var promise: Promise?
  package var steps: [Step]
  package var admonitions: [Admonition]
  /// Sentences of the section around the list.
  package var statements: [Statement]
  package var prerequisites: [Link]
  /// What the section says of the result, outside steps and admonitions.
  package var expects: [Expectation]
  /// What the section forbids, outside steps and admonitions.
  package var prohibitions: [Prohibition] = []
  /// Which of several ways it is, where the page has tabs, zones or versions.
  package var branch: Branch?
  /// What had to be mended so that it could be read as one list.
  package var repairs: [Rule] = []
  /// What its section shows before its steps and behind them; empty where it was not asked for.
  package var introduction: [Content] = []
  package var conclusion: [Content] = []

  package init(
    title: Passage, anchor: String, promise: Promise?, steps: [Step],
    admonitions: [Admonition] = [], statements: [Statement] = [], prerequisites: [Link] = [],
    expects: [Expectation] = []
  ) {
    self.title = title
    self.anchor = anchor
    self.promise = promise
    self.steps = steps
    self.admonitions = admonitions
    self.statements = statements
    self.prerequisites = prerequisites
    self.expects = expects
  }

  /// The title, with the way that it is where there are several.
  package var name: String { branch.map { "\(title.text) (\($0.name))" } ?? title.text }

  /// The steps with those inside them, in reading order.
  package var allSteps: [Step] { steps.flatMap { [$0] + $0.allSubsteps } }
}

/// One of several ways beside each other, of which a reader takes one: a tab, a zone, a version.
package struct Branch: Hashable, Sendable {
  /// The same for all ways beside each other.
  package let group: Int
  /// As the page calls it.
  package let name: String

  package init(group: Int, name: String) {
    self.group = group
    self.name = name
  }
}

/// One item of a procedure.
package struct Step: Sendable {
  package enum Kind: String, Sendable {
    case action, choice, reference, manual, informational
  }

  /// From the item's marker to the end of its first paragraph.
  package let range: SourceRange
  /// Where the page includes it, if it stands in another file.
  package var includedAt: SourceRange?
  /// Computed: "4", "4.b".
  package let ordinal: String
  package let text: String
  package var kind: Kind
  package var isOptional: Bool
  package var condition: Condition?
  /// Why nothing of the step can be performed.
  package var reason: Reason?
  package var actions: [Action]
  /// Further ways to do what the actions do.
  package var alternatives: [[Action]]
  /// Ways of which one is taken after the actions, where the page lists them.
  package var ways: [Way] = []
  /// It begins "Or, ...": a way to do what the step before it does.
  package var isOtherWay = false
  /// Words that instruct something which was not read.
  package var leftovers: [Passage]
  package var expects: [Expectation]
  /// Where its words point for what is to be done.
  package var references: [Reference] = []
  /// What its sentences forbid: for the step alone.
  package var prohibitions: [Prohibition] = []
  /// How its sentences were read, where that is asked for.
  package var explanations: [Explanation] = []
  /// All that it shows, with its substeps in their place; empty where it was not asked for.
  package var content: [Content] = []
  package var admonitions: [Admonition]
  package var images: [Image]
  package var steps: [Step]

  package init(
    range: SourceRange, ordinal: String, text: String, kind: Kind, isOptional: Bool = false,
    condition: Condition? = nil, reason: Reason? = nil, actions: [Action] = [],
    alternatives: [[Action]] = [], leftovers: [Passage] = [], expects: [Expectation] = [],
    admonitions: [Admonition] = [],
    images: [Image] = [], steps: [Step] = []
  ) {
    self.range = range
    self.ordinal = ordinal
    self.text = text
    self.kind = kind
    self.isOptional = isOptional
    self.condition = condition
    self.reason = reason
    self.actions = actions
    self.alternatives = alternatives
    self.leftovers = leftovers
    self.expects = expects
    self.admonitions = admonitions
    self.images = images
    self.steps = steps
  }

  /// What is done: the actions, and the first of the ways that follow them.
  package var performed: [Action] { actions + (ways.first?.actions ?? []) }
  /// The ways that are not taken.
  package var untaken: [[Action]] { alternatives + ways.dropFirst().map(\.actions) }

  package var allSubsteps: [Step] { steps.flatMap { [$0] + $0.allSubsteps } }
}

/// One of several ways that a page lists.
package struct Way: Sendable {
  package let text: String
  package var actions: [Action]

  package init(text: String, actions: [Action]) {
    self.text = text
    self.actions = actions
  }
}

/// A box beside the text: a note, a tip, what must be done before.
package struct Admonition: Sendable {
  /// As written, in capitals: the set is open, products have their own.
  package let kind: String
  package let title: String?
  package let range: SourceRange
  package let text: String
  package var statements: [Statement]
  package var expects: [Expectation]
  /// What it forbids: for the steps from where it stands.
  package var prohibitions: [Prohibition] = []
  /// What it says can be done besides: "you can also enter a **Description**".
  package var offers: [Offer] = []
  package var links: [Link]

  package init(
    kind: String, title: String?, range: SourceRange, text: String, statements: [Statement],
    expects: [Expectation], links: [Link]
  ) {
    self.kind = kind
    self.title = title
    self.range = range
    self.text = text
    self.statements = statements
    self.expects = expects
    self.links = links
  }
}

/// Something that may be done besides the steps, and changes nothing of them.
package struct Offer: Sendable {
  package let words: Passage
  package let actions: [Action]

  package init(words: Passage, actions: [Action]) {
    self.words = words
    self.actions = actions
  }
}

package struct Image: Hashable, Sendable {
  package let path: String
  package let alt: String
  package let range: SourceRange

  package init(path: String, alt: String, range: SourceRange) {
    self.path = path
    self.alt = alt
    self.range = range
  }
}

package struct Link: Hashable, Sendable {
  package enum Lead: Hashable, Sendable {
    /// To a page of the library, by its path.
    case page(String)
    /// To a page that the library should have, and has not.
    case missing
    /// Into documentation that is not here at all.
    case elsewhere
    /// To what is no page of a library: another site, a mail address, an asset.
    case foreign
  }

  /// As written.
  package let destination: String
  package let text: String
  package let range: SourceRange
  package let lead: Lead
  package let anchor: String?
  /// What its words promise, where it leads to what must have been done before.
  package var promise: Promise?

  package init(
    destination: String, text: String, range: SourceRange, lead: Lead, anchor: String?
  ) {
    self.destination = destination
    self.text = text
    self.range = range
    self.lead = lead
    self.anchor = anchor
  }

  /// The page of the library that it leads to.
  package var resolved: String? { if case .page(let path) = lead { path } else { nil } }
}
