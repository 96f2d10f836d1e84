import Diagnostics
import ProcedureModel

/// Finds the permissions, roles and people that a sentence names.
struct RightsReader {
  private let tokens: [Token]
  private let place: Places
  /// The passage of the whole sentence, where the tokens have no places of their own.
  private let whole: Passage?

  init(_ tokens: [Token], _ place: Places, standingFor whole: Passage?) {
    self.tokens = tokens
    self.place = place
    self.whole = whole
  }

  typealias Found = (right: AccessClaim.Right, range: Range<Int>)

  private static let permissionNouns: Set<String> = [
    "permission", "permissions", "right", "rights", "privilege", "privileges", "access",
  ]
  private static let roleNouns: Set<String> = ["role", "roles"]
  private static let admins: Set<String> = [
    "admin", "admins", "administrator", "administrators", "administrative",
  ]
  private static let people: Set<String> = ["user", "users"]

  /// Nouns that are no part of a name.
  private static let nouns: Set = [
    "permission", "permissions", "role", "roles", "rights", "privileges",
  ]
  /// Words that begin sentences about rights, and are no part of a name.
  private static let others: Set = [
    "required", "requires", "make", "ensure", "ask", "note", "people", "to", "only", "must",
  ]

  func all() -> [Found] {
    var found: [Found] = []
    var index = 0
    while index < tokens.count {
      guard let next = right(at: index) else {
        index += 1
        continue
      }
      found.append(next)
      index = max(next.range.upperBound, index + 1)
    }
    // A label that may be of anything counts where nothing else is named.
    let certain = found.filter { $0.right.kind != .unsaid }
    return certain.isEmpty ? found : certain
  }

  private func right(at index: Int) -> Found? {
    switch tokens[index].kind {
    case .label, .literal: marked(at: index)
    case .word: plain(at: index)
    case .image, .separator, .punctuation: nil
    }
  }

  // MARK: Marked names

  private func marked(at index: Int) -> Found? {
    let words = index..<index + 1
    if let kind = nounBehind(index) ?? nounBefore(index) {
      let name = passage(tokens[index].text, words)
      return (
        AccessClaim.Right(name, kind: kind, isNamed: true), index..<endOfNouns(from: index + 1)
      )
    }
    // "**Admin permissions**", but not the permission "Access Roles".
    let parts = tokens[index].text.split(separator: " ")
    if parts.count > 1, let last = parts.last?.lowercased(), let kind = kind(of: last),
      kind == .permission || Self.admins.contains(parts[0].lowercased())
    {
      let name = passage(parts.dropLast().joined(separator: " "), words)
      return (AccessClaim.Right(name, kind: kind, isNamed: true), words)
    }
    return (
      AccessClaim.Right(passage(tokens[index].text, words), kind: .unsaid, isNamed: false), words
    )
  }

  private func kind(of word: String) -> AccessClaim.Right.Kind? {
    if Self.permissionNouns.contains(word) { return .permission }
    if Self.roleNouns.contains(word) { return .role }
    return Self.people.contains(word) || Self.admins.contains(word) ? .people : nil
  }

  /// "**A** and **B** permissions": the noun behind what is joined.
  private func nounBehind(_ index: Int) -> AccessClaim.Right.Kind? {
    let rest = tokens[(index + 1)...].drop { token in
      token.kind == .label || token.kind == .literal || token.isWord("and") || token.isWord("or")
        || token.isPunctuation(",") || token.isWord("the") || token.isWord("user")
    }
    return rest.first.flatMap { $0.kind == .word ? kind(of: $0.lower) : nil }
  }

  /// "The permissions **A** and **B**", "a role called **A**", "Required role: **A**".
  private func nounBefore(_ index: Int) -> AccessClaim.Right.Kind? {
    let before = tokens[..<index].reversed().drop { token in
      token.kind == .label || token.kind == .literal || token.isPunctuation(":")
        || token.isPunctuation(",")
        || ["and", "or", "called", "named", "the", "either", "both"].contains(token.lower)
    }
    return before.first.flatMap { token in
      token.kind == .word && (Self.permissionNouns.union(Self.roleNouns)).contains(token.lower)
        ? kind(of: token.lower) : nil
    }
  }

  private func endOfNouns(from index: Int) -> Int {
    guard index < tokens.count, tokens[index].kind == .word, kind(of: tokens[index].lower) != nil
    else { return index }
    return index + 1
  }

  // MARK: Plain words

  /// "Access Login History permission", "Marketing Users", "admin rights".
  private func plain(at index: Int) -> Found? {
    if index > 0, isPart(index - 1) { return nil }
    var end = index
    while end < tokens.count, isPart(end) || end > index && isNounOfName(end) { end += 1 }
    guard end > index else { return nil }
    let names = index..<end
    if end < tokens.count, tokens[end].kind == .word, let kind = kind(of: tokens[end].lower),
      kind != .people || Self.people.contains(tokens[end].lower)
    {
      let isAdmin = tokens[names].allSatisfy { Self.admins.contains($0.lower) }
      guard isAdmin || tokens[names].contains(where: \.isCapitalised) else { return nil }
      let words = kind == .people ? index..<end + 1 : names
      // "An API role": of what kind it is, and no name.
      let isClass =
        kind == .role && names.count == 1 && tokens[index].text.allSatisfy(\.isUppercase)
      let isNamed = kind != .people && !isClass
      return (right(words, isAdmin ? .people : kind, isNamed: isNamed), index..<end + 1)
    }
    guard let last = tokens[names].last,
      Self.admins.contains(last.lower) && !last.isWord("administrative")
        || last.isCapitalised && Self.people.contains(last.lower) && names.count > 1
    else { return nil }
    return (right(names, .people, isNamed: false), names)
  }

  /// "Access Roles permission": the noun is part of the name, and another one follows.
  private func isNounOfName(_ index: Int) -> Bool {
    guard tokens[index].isCapitalised, index + 1 < tokens.count else { return false }
    let next = tokens[index + 1]
    return next.kind == .word
      && Self.permissionNouns.union(Self.roleNouns).contains(next.lower)
      && Self.roleNouns.union(Self.people).contains(tokens[index].lower)
  }

  private func isPart(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word else { return false }
    guard token.isCapitalised else { return Self.admins.contains(token.lower) }
    if Self.admins.contains(token.lower) { return true }
    guard !Self.nouns.contains(token.lower) else { return false }
    if token.isWord("access") || token.isWord("api") { return true }
    return !token.isA([.function, .adverb, .pronoun]) && !Self.others.contains(token.lower)
      // A word is capitalised where its sentence begins.
      && (index > 0 || index + 1 < tokens.count && tokens[1].isCapitalised)
  }

  private func right(
    _ words: Range<Int>, _ kind: AccessClaim.Right.Kind, isNamed: Bool
  ) -> AccessClaim.Right {
    let text = tokens[words].map(\.text).joined(separator: " ")
    return AccessClaim.Right(passage(text, words), kind: kind, isNamed: isNamed)
  }

  private func passage(_ text: String, _ words: Range<Int>) -> Passage {
    Passage(text, at: whole?.range ?? place.passage(tokens, words).range)
  }

  /// "Only a Web Designer can": people by a name without a noun, before what they can.
  func peopleWhoCan() -> Found? {
    let verbs: Set = ["can", "may", "cannot", "can't"]
    guard let verb = tokens.firstIndex(where: { $0.kind == .word && verbs.contains($0.lower) })
    else { return nil }
    var start = 0
    while start < verb, tokens[start].isWord("only") || tokens[start].isA(.determiner) {
      start += 1
    }
    let name = tokens[start..<verb].prefix { $0.kind == .word && $0.isCapitalised }
    // A sentence begins with a capital, whoever it is about.
    guard name.endIndex == verb, name.count > 1 || start > 0 && !name.isEmpty,
      !name.contains(where: { $0.isA([.function, .pronoun]) })
    else { return nil }
    return (right(start..<verb, .people, isNamed: false), start..<verb)
  }

  // MARK: Other applications

  /// "In Salesforce", "of your Zoom account": where the rights are meant to be.
  func application(besides rights: [Range<Int>]) -> String? {
    for index in tokens.indices.dropLast() {
      guard tokens[index].kind == .word, ["in", "on", "of", "for"].contains(tokens[index].lower)
      else { continue }
      let words = tokens[(index + 1)...].drop { $0.isA(.determiner) }
      let name = words.prefix { $0.isCapitalised || $0.kind == .label }
      guard let first = name.indices.first, !rights.contains(where: { $0.contains(first) }) else {
        continue
      }
      return name.map(\.text).joined(separator: " ")
    }
    return nil
  }
}
