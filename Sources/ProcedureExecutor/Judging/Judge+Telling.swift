import Diagnostics
import EngineInterface
import ProcedureModel

// Messages about expectations that are not met.
extension Judge {
  func findings(on results: [ExpectationResult]) -> [Finding] {
    results.compactMap { result in
      let expectation = result.expectation
      switch result.verdict {
      case .met: return nil
      case .notMet:
        let told =
          expectation.polarity == .denied
          ? denied(expectation.claim) : told(of: expectation.claim)
        return Finding(
          .expectationNotMet, at: expectation.range, told.message, because: told.because,
          perhaps: told.perhaps)
      case .wasSoBefore:
        return Finding(
          .claimNotJudged, at: expectation.range,
          "this was so before the step, so it doesn't show that the step did it")
      case .notJudged where expectation.polarity == .unknown && expectation.claim.canBeJudged:
        return Finding(
          .claimNotJudged, at: expectation.range,
          "what this denies was not understood, so it was not judged")
      case .notJudged:
        return Finding(
          .claimNotJudged, at: expectation.range,
          "neither the screen nor the data tells whether this is so, so it was not judged")
      }
    }
  }

  /// What is claimed of steps that were not all performed.
  static func unproved(_ results: [ExpectationResult]) -> [Finding] {
    results.map {
      Finding(
        .claimNotJudged, at: $0.expectation.range,
        "not all steps before it could be performed, so it was not judged")
    }
  }

  private struct Telling {
    let message: String
    var because: [String] = []
    var perhaps: [String] = []

    init(_ message: String, because: [String] = [], perhaps: [String] = []) {
      self.message = message
      self.because = because
      self.perhaps = perhaps
    }
  }

  /// The message for a claim that is false.
  private func told(of claim: Expectation.Claim) -> Telling {
    let told = changes.isEmpty ? "nothing" : changes.map(\.text).joined(separator: "; ")
    let changed = ["what the steps changed: " + told]
    switch claim {
    case .showsText(let text, let speaker?)
    where sightings.contains { LabelMatching.holds($0.text, text) }:
      return Telling("\"\(speaker.text)\" does not say \"\(text)\"")
    case .showsText(let text, _):
      let near = LabelMatching.nearest(to: text, among: sightings.map(\.text))
      return Telling(
        "the text \"\(text)\" was never shown",
        perhaps: near.map { ["\"\($0)\""] } ?? [])
    case .isMade(let records): return Telling(missing(.creation, records), because: changed)
    case .isGone(let records): return Telling(missing(.deletion, records), because: changed)
    case .appears(let target, _): return Telling("\"\(target.text)\" did not appear")
    case .closes(let target): return Telling("\"\(target.text)\" did not close")
    case .isListed(let thing, let list):
      let place = list.map { " in \"\($0.text)\"" } ?? ""
      return Telling("\"\(thing.text)\" is not listed\(place)", because: changed)
    case .isAt(let target):
      return Telling(
        "\"\(target.text)\" is not what is shown here", because: ["shown is: " + placeNow])
    case .exists(let thing): return Telling("there is no \"\(thing.text)\"")
    case .hasState(let thing, let state):
      return Telling("\"\(thing.text)\" is not \(state.rawValue)")
    case .hasValue(let thing, let value):
      let subject = thing.form == .label ? "\"\(thing.text)\"" : "the \(thing.text)"
      let place = value.place.map { " in \"\($0)\"" } ?? ""
      return Telling(
        "\(subject) does not have the \(value.attribute) \"\(value.value)\"\(place)",
        because: changed)
    case .isSo(let thing): return Telling("nothing shows this about \"\(thing)\"")
    }
  }

  /// What is missing of records that are said to be made, or gone.
  private func missing(_ effect: Promise.Effect, _ records: [RecordPhrase]) -> String {
    let done = effect == .creation ? "created" : "deleted"
    for record in records {
      if let recipient = record.recipient {
        return record.count.map { "the page says that \($0) \(record.noun) are" }
          .map { $0 + " sent to \"\(recipient)\", but not so many were" }
          ?? "no \(record.noun) was sent to \"\(recipient)\""
      }
      guard let kind = product.factKind(of: record) else { continue }
      let noun = record.noun.isEmpty ? kind.name : record.noun
      let found = changes.records(effect).filter { kind.isCalled($0.kind) }
      switch missing(record, among: found) {
      case .named(let name) where effect == .deletion && before.contains { $0.isCalled(name) }:
        return "the \(kind.name) \"\(name)\" still exists"
      case .named(let name): return "no \(kind.name) \"\(name)\" was \(done) here"
      case .number(let number):
        return "the page says that \(record.count ?? 0) \(noun) are \(done), but"
          + " \(number) \(number == 1 ? "was" : "were")"
      case .all: return "no \(noun) was \(done)" + (effect == .creation ? " here" : "")
      case nil:
        guard let name = entered[LabelMatching.normalised(kind.nameField)],
          effect == .creation, !found.contains(where: { $0.isCalled(name) })
        else { continue }
        return "no \(kind.name) \"\(name)\" was created here, as was entered"
      }
    }
    let nouns = records.map(\.noun).joined(separator: ", ")
    return "no \(nouns) was \(done)" + (effect == .creation ? " here" : "")
  }

  /// The message for what is so, and is said not to be.
  private func denied(_ claim: Expectation.Claim) -> Telling {
    let told = changes.isEmpty ? "nothing" : changes.map(\.text).joined(separator: "; ")
    let changed = ["what the steps changed: " + told]
    func called(_ records: [RecordPhrase]) -> String {
      let noun = records.first.map(\.noun) ?? ""
      let name = records.first?.names.first.map { " \"\($0)\"" } ?? ""
      return (noun.isEmpty ? "record" : noun) + name
    }
    switch claim {
    case .showsText(let text, _):
      return Telling("the page denies the text \"\(text)\", but it is shown")
    case .isMade(let records):
      return Telling(
        "the page says that no \(called(records)) is created, but one was", because: changed)
    case .isGone(let records):
      return Telling(
        "the page says that no \(called(records)) is deleted, but one was", because: changed)
    case .appears(let target, _):
      return Telling("the page says that \"\(target.text)\" is not shown, but it is")
    case .closes(let target):
      return Telling("the page says that \"\(target.text)\" does not close, but it did")
    case .isListed(let thing, let list):
      let place = list.map { " in \"\($0.text)\"" } ?? ""
      return Telling("the page says that \"\(thing.text)\" is not listed\(place), but it is")
    case .isAt(let target):
      return Telling("the page says that \"\(target.text)\" is not in front, but it is")
    case .exists(let thing):
      return Telling("the page says that there is no \"\(thing.text)\", but there is")
    case .hasState(let thing, let state):
      return Telling("the page says that \"\(thing.text)\" is not \(state.rawValue), but it is")
    case .hasValue(let thing, let value):
      let subject = thing.form == .label ? "\"\(thing.text)\"" : "the \(thing.text)"
      let place = value.place.map { " in \"\($0)\"" } ?? ""
      return Telling(
        "\(subject) still has the \(value.attribute) \"\(value.value)\"\(place)",
        because: changed)
    case .isSo(let thing): return Telling("this is denied of \"\(thing)\"")
    }
  }
}

extension Expectation.Claim {
  /// Whether an engine can be asked for it.
  fileprivate var canBeJudged: Bool { if case .isSo = self { false } else { true } }
}
