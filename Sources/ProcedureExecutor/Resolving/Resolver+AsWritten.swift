import EngineInterface
import ProcedureModel

// What writers do to a label: "**Roles tab**", "Workspace(s)", one label in two marks.
extension Resolver {
  /// The ways to read a label that is on no control as it is written.
  func readings(of target: Target) -> [Target] {
    guard target.form == .label, target.path.isEmpty else { return [] }
    var readings = [withNounTakenOut(target)].compactMap(\.self)
    if let joined = target.joined { readings.append(target.called(joined.text, noun: target.noun)) }
    // "**the Roles tab**": the article got into the mark.
    let words = target.text.split(separator: " ")
    if words.count > 1, let first = words.first, Words.isArticle(first.lowercased()) {
      let rest = target.called(words.dropFirst().joined(separator: " "), noun: target.noun)
      readings += [rest] + [withNounTakenOut(rest)].compactMap(\.self)
    }
    // "Integrations" for the caption "Integration".
    let stems = LabelMatching.stems(target.text)
    for caption in screen.reachable
    where stems.count == 1 && LabelMatching.stems(caption.name) == stems
      && !caption.children.isEmpty && !caption.role.isItem
    {
      readings.append(target.called(caption.name, noun: target.noun))
    }
    for text in Self.withoutPluralMarks(target.text) {
      readings.append(target.called(text, noun: target.noun))
    }
    return readings
  }

  /// "Roles tab": the noun got into the mark.
  private func withNounTakenOut(_ target: Target) -> Target? {
    guard target.noun == nil else { return nil }
    let words = target.text.split(separator: " ")
    for width in [2, 1] where words.count > width {
      let text = words.suffix(width).joined(separator: " ")
      let control = ControlNoun(spelled: text)
      let isRecord = product.factKinds.contains { kind in
        ([kind.name] + kind.nouns).contains {
          LabelMatching.stems($0) == LabelMatching.stems(text)
        }
      }
      guard control != nil || isRecord else { continue }
      let noun = Noun(
        text: Noun.singular(text.lowercased()), range: target.range, control: control)
      return target.called(words.dropLast(width).joined(separator: " "), noun: noun)
    }
    return nil
  }

  /// "Workspace(s)", "address(es)": one or several.
  private static func withoutPluralMarks(_ text: String) -> [String] {
    for ending in ["(s)", "(es)"] where text.contains(ending) {
      let plural = ending.dropFirst().dropLast()
      return [text.replacing(ending, with: plural), text.replacing(ending, with: "")]
    }
    return []
  }

  /// Collections that have an item chosen, whose caption is the same word in the plural: "select the
  /// **Role** of your choice".
  func inflected(_ target: Target, to intent: Intent, in scope: [Control]) -> [Control] {
    let stems = LabelMatching.stems(target.text)
    guard target.form == .label, target.path.isEmpty, stems.count == 1, intent.chooses else {
      return []
    }
    return scope.filter { control in
      LabelMatching.stems(control.name) == stems && Self.isUsable(control, to: intent)
        && control.role.isCollection && admits(target.noun, control, intent)
    }
  }

  /// The one control that is meant by a label that is written otherwise; nil where there are
  /// several, or none.
  func asWritten(_ target: Target, to intent: Intent, in scope: [Control]) -> Control? {
    var found = readings(of: target).flatMap {
      candidates(for: $0, to: intent, in: scope).controls
    }
    if found.isEmpty { found = inflected(target, to: intent, in: scope) }
    guard let first = found.first, found.allSatisfy({ $0.id == first.id }) else { return nil }
    return first
  }
}

extension Target {
  fileprivate func called(_ text: String, noun: Noun?) -> Target {
    var target = Target(text: text, range: range, form: form, isMarked: isMarked, noun: noun)
    target.exceptions = exceptions
    target.polarity = polarity
    return target
  }
}
