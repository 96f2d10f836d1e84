import Diagnostics
import ProcedureModel

/// A paragraph cut into sentences, each of which is read once, when it is first asked for.
final class ReadParagraph {
  let tokens: [Token]
  let sentences: [Sentence]
  let place: Places
  private var readings: [SentenceReading?]
  /// By sentence; those that stand among prerequisites have a table of their own.
  private var statements: (plain: [Statement?], listed: [Statement?])

  init(_ text: MarkedText, source: SourceText, links: [Link]) {
    place = Places(text: text, source: source, links: links)
    tokens = Self.tokens(of: text, in: place)
    sentences = Sentence.sentences(of: tokens, in: place)
    readings = Array(repeating: nil, count: sentences.count)
    let unread = [Statement?](repeating: nil, count: sentences.count)
    statements = (unread, unread)
  }

  /// "**Click Roles and then New Role.**": an instruction in bold is one, and no label.
  private static func tokens(of text: MarkedText, in place: Places) -> [Token] {
    let tokens = Tokenizer.tokens(of: text)
    guard tokens.count < 4 else { return tokens }
    let words = tokens.filter { $0.kind != .punctuation && $0.kind != .image }
    guard words.count == 1, words[0].kind == .label, words[0].link == nil,
      words[0].text.contains(" ")
    else { return tokens }
    let unmarked = Tokenizer.tokens(of: text, ignoringLabels: true)
    guard let verb = unmarked.firstIndex(where: { $0.kind == .word }),
      let entry = VerbTable.entry(startingAt: verb, of: unmarked),
      SentenceReader(unmarked, in: place).instructs(behind: verb + entry.words.count),
      // "**Edit Person**" is a name.
      [.click, .select, .navigate].contains(entry.verb)
        || unmarked.contains(where: { $0.kind == .word && !$0.isCapitalised })
    else { return tokens }
    return unmarked
  }

  /// What one of the sentences instructs.
  func reading(_ sentence: Int) -> SentenceReading {
    if let reading = readings[sentence] { return reading }
    let reading = SentenceReader.read(sentences[sentence].tokens, in: place)
    readings[sentence] = reading
    return reading
  }

  /// - Parameter isListed: Its sentences stand among prerequisites.
  /// - Returns: What they mean for the page.
  func statements(isListed: Bool) -> [Statement] {
    let isListed = isListed || headsNeeds
    return sentences.indices.map { statement($0, isListed: isListed) }
  }

  private func statement(_ index: Int, isListed: Bool) -> Statement {
    let known = isListed ? statements.listed[index] : statements.plain[index]
    if let known { return known }
    let statement = StatementReader.statement(sentences[index], place, isListed: isListed)
    if isListed {
      statements.listed[index] = statement
    } else {
      statements.plain[index] = statement
    }
    return statement
  }

  /// What it forbids, where it is no step.
  var prohibitions: [Prohibition] {
    guard forbids else { return [] }
    return sentences.indices.flatMap { reading($0).prohibitions }
  }

  /// What it claims where it stands behind steps; what was not read of that is told as well.
  var claims: [Expectation] {
    sentences.indices.flatMap { index -> [Expectation] in
      let claims = ClaimReader.claims(in: sentences[index], place: place)
      return claims.isEmpty ? [remark(index)].compactMap(\.self) : claims
    }
  }

  /// What it claims in a note, besides what it offers.
  var noteClaims: [Expectation] {
    sentences.indices.flatMap { offer($0) == nil ? noteClaims(of: $0) : [] }
  }

  /// What its sentences claim in a note that begins with one of them.
  func noteClaims(from first: Int) -> [Expectation] {
    sentences.indices[first...].flatMap { noteClaims(of: $0) }
  }

  private func noteClaims(of index: Int) -> [Expectation] {
    let claims = ClaimReader.certainClaims(in: sentences[index], place: place)
    return claims.isEmpty ? [remark(index)].compactMap(\.self) : claims
  }

  /// What it claims in an introduction.
  var introductoryClaims: [Expectation] {
    sentences.indices.compactMap { Remark.isChecked(sentences[$0]) ? remark($0) : nil }
  }

  /// A claim that was not read, and is none of those of who may do something, and when.
  private func remark(_ index: Int) -> Expectation? {
    let sentence = sentences[index]
    let statement = statement(index, isListed: headsNeeds)
    guard statement.force == .plain, statement.access == nil, !statement.isPreparation else {
      return Remark.aside(in: sentence, place)
    }
    let reading = reading(index)
    return Remark.claim(
      in: sentence, place,
      isInstruction: reading.isReference || reading.isManual
        || !reading.actions.isEmpty && !reading.isPermission)
      ?? Remark.aside(in: sentence, place)
  }

  /// What it claims beside what it requires.
  var asides: [Expectation] { sentences.compactMap { Remark.aside(in: $0, place) } }

  /// Most paragraphs forbid nothing, and need not be read for that.
  private var forbids: Bool {
    tokens.contains { $0.kind == .word && $0.isA([.denial, .negation]) }
      && tokens.contains { $0.kind == .label }
  }

  /// Whether the first sentence instructs: most items of a procedure do.
  var beginsWithInstruction: Bool { !sentences.isEmpty && reading(0).isInstruction }

  /// A text in code or in quotation marks, alone.
  var onlyLiteral: Value? {
    guard tokens.count == 1, tokens[0].kind == .literal else { return nil }
    return Value(text: tokens[0].text, range: place.range(tokens[0]), kind: .literal)
  }

  /// "**Name**: what it means": a label with something behind it, or alone.
  var isOption: Bool {
    guard let first = tokens.first, first.kind == .label else { return false }
    guard tokens.count > 1 else { return true }
    return [":", ".", "-", "\u{2013}", "\u{2014}"].contains(tokens[1].text)
  }

  /// "**Before you start:** ...": what it says is needed.
  var headsNeeds: Bool {
    // An emoji may stand before it.
    let words = tokens.drop { token in !token.text.contains { $0.isLetter } }
    guard let first = words.first, first.kind == .label else { return false }
    let next = words.dropFirst().first?.text
    return StatementReader.headsNeeds(first.text)
      && (next.map { [":", ".", "-", "\u{2013}", "\u{2014}"].contains($0) } ?? true)
  }

  /// "**Prerequisites**": a head of what stands below it.
  var headsNeedsAlone: Bool {
    headsNeeds && tokens.dropFirst().allSatisfy { $0.kind == .punctuation }
  }

  /// "**Name**: `Ada`": what goes into a field.
  var entry: Action? {
    guard sentences.count == 1, let action = reading(0).actions.first, action.verb == .enter,
      action.rawVerb.text == action.target?.text
    else { return nil }
    return action
  }

  /// Names alone, in a step of which nothing else was read.
  var names: [Action]? {
    guard sentences.count == 1, !reading(0).isInstruction, !isOption || tokens.count < 3 else {
      return nil
    }
    return SentenceReader.names(tokens, in: place)
  }

  /// The rows of a table that say what goes into which field: a label, and a text.
  var rows: [Action] {
    let cells = tokens.split { $0.text == "|" }
    return cells.indices.dropLast().compactMap { index in
      guard cells[index].count == 1, let label = cells[index].first, label.kind == .label,
        cells[index + 1].count == 1, let text = cells[index + 1].first, text.kind == .literal
      else { return nil }
      return Action.entry(
        Passage(label.text, at: place.range(label)), text.text, at: place.range(text))
    }
  }

  /// "Or", alone.
  var isOr: Bool {
    guard tokens.count < 4 else { return false }
    let words = tokens.filter { $0.kind != .punctuation }
    return words.count == 1 && words[0].lower == "or"
  }
}
