/// The words of a claim, and the same words made false.
struct ClaimWords {
  private let text: String

  init(_ text: String) { self.text = text }

  /// The text with the first place that matches replaced.
  private func replacing<Output>(
    _ pattern: Regex<Output>, _ replacement: (Regex<Output>.Match) -> String
  ) -> String? {
    guard let match = text.firstMatch(of: pattern) else { return nil }
    return text.replacingCharacters(in: match.range, with: replacement(match))
  }

  private func replacing(_ entries: [(words: String, by: String)]) -> String? {
    for entry in entries {
      guard let found = text.ranges(of: entry.words).last else { continue }
      return text.replacingCharacters(in: found, with: entry.by)
    }
    return nil
  }

  // MARK: Results

  /// What is stated, denied; what is denied, stated.
  var negated: String? {
    if let affirmed = replacing(#/\bNo (\w+) is\b/#, { "One \($0.output.1) is" }) {
      return affirmed
    }
    return replacing([
      ("has been ", "has not been "), (" is ", " is not "), (" are ", " are not "),
      (" will ", " will not "), (" says", " does not say"), (" appears", " does not appear"),
      (" opens", " does not open"), (" closes", " does not close"),
      (" has ", " does not have "), (" without ", " with "),
    ])
  }

  /// Two of what is one: "Two roles are created".
  var doubled: String? {
    replacing(#/\b(?:The|An|A) ((?:[\w-]+ ){0,2}?\w+)( of .*?| with .*?)?( now)? (is|has) /#) {
      match in
      let verb = match.output.4 == "is" ? "are" : "have"
      return "Two \(match.output.1)s\(match.output.2 ?? "")\(match.output.3 ?? "") \(verb) "
    }
  }

  /// The last label, under another name.
  func named(_ name: String) -> String? {
    for pattern in [#/\*\*[^*]+\*\*/#, #/`[^`]+`/#, #/"[^"]+"/#] {
      guard let label = text.matches(of: pattern).last else { continue }
      let mark = label.output.prefix { "*`\"".contains($0) }
      return text.replacingCharacters(in: label.range, with: mark + name + mark)
    }
    return nil
  }

  /// A thing without a name, given one that it does not have.
  var unnamed: [String] {
    let found = replacing(#/^((?:The|An|A) (?:[\w-]+ ){0,2}?\w+)( now)? (is|has) /#) { match in
      "\(match.output.1) **Frob**\(match.output.2 ?? "") \(match.output.3) "
    }
    return [found].compactMap(\.self)
  }

  /// At a place where it is not.
  var elsewhere: String? {
    replacing([
      ("is listed", "is listed under **Email**"),
      (" closes", " closes, and you are on the **Zoom** screen"),
      (" opens", " opens on the **Zoom** tab"),
      (" is created", " is created, and is shown on the **Zoom** tab"),
      (" is deleted", " is deleted, and you return to the **Zoom** screen"),
    ])
  }

  /// In a place that is not there.
  var inAnotherPlace: String? {
    replacing(#/(has the role \*\*[^*]+\*\*)( in .*)?/#) { match in
      "\(match.output.1) in the **Mars** workspace"
    }
  }

  /// Of mail, to somebody who does not get it.
  var toAnotherPerson: String? {
    guard text.contains("mail") else { return nil }
    return replacing(#/ is sent\b( to the address)?/#) { _ in " is sent to `frob@example.com`" }
  }

  // MARK: Who may do it

  var requirementDenied: String? {
    replacing([
      ("Only for subscriptions without", "Only for subscriptions with"),
      ("has been", "has not been"), ("Permissions Required", "Permissions Not Required"),
      ("permissions required", "permissions not required"), ("must have", "need not have"),
      ("must be", "need not be"), ("is required", "is not required"),
      ("A role with", "You don't need a role with"),
    ])
  }

  /// Sentences that are false of every task that needs the permissions of an administrator.
  static let falseRights = [
    "Any user can do this.",
    "Standard Users can do this.",
    "You don't need to be an administrator.",
    "You need the permission **Access Frob**.",
    "You need the **Frob** role.",
    "Only a Web Designer can do this.",
    "The permission **Approve Email** is required.",
    "No special permissions are needed.",
  ]

  // MARK: Titles

  /// A title that promises the opposite, or something else.
  var withAnotherVerb: String? {
    let others = [
      "Create": "Delete", "Add": "Remove", "Invite": "Delete", "Delete": "Create",
      "Remove": "Add", "Rename": "Delete", "Edit": "Delete", "Change": "Export",
      "Export": "Delete", "Restrict": "Delete", "Set": "Delete", "Require": "Delete",
      "Turn": "Delete", "Give": "Delete", "Reset": "Export", "Choose": "Delete",
    ]
    return replacing(#/^(#+ )(\w+)/#) { match in
      "\(match.output.1)\(others[String(match.output.2)] ?? String(match.output.2))"
    }
  }

  /// A title about another kind of record.
  var withAnotherThing: String? {
    replacing([
      (" Role", " Workspace"), (" User", " Webhook"), (" Workspace", " Role"),
      (" Webhook", " Role"), (" Partition", " Workspace"), (" Custom Service", " Webhook"),
      (" Time Zone", " Currency"), (" Password", " Role"), (" Currency", " Language"),
      (" Language", " Currency"),
    ])
  }

  /// A title about two of them.
  var ofTwo: String? {
    replacing(
      #/^(#+ (?:Create|Delete|Add|Invite|Remove)) (?:an?|the) (.*?)( with .*| by .*| for .*| \{.*)?$/#
    ) {
      "\($0.output.1) Two \($0.output.2)s\($0.output.3 ?? "")"
    }
  }
}

extension String {
  fileprivate func replacingCharacters(
    in range: Range<Index>, with text: some StringProtocol
  ) -> String {
    String(self[..<range.lowerBound]) + text + self[range.upperBound...]
  }
}
