import EngineInterface
package import ProcedureModel

/// Tells pages about the product that an engine models from pages about something else.
package struct ProductRecognition {
  /// What is to be read on the engine's screens, as labels are compared.
  private let labels: Set<String>
  /// Whether nearly every application has a label, so that it tells nothing.
  private let isCommon: @Sendable (String) -> Bool

  package init(_ screens: [FoundScreen], isCommon: @escaping @Sendable (String) -> Bool) {
    let names = screens.flatMap { found in
      [found.screen.name] + found.screen.allControls.flatMap { [$0.name, $0.value ?? ""] }
    }
    labels = Set(names.map(LabelMatching.normalised))
    self.isCommon = isCommon
  }

  /// Whether nothing that the page instructs could be begun: each of its procedures fails at the
  /// first action, as far as its steps were understood.
  package static func couldNotBegin(_ result: PageResult) -> Bool {
    guard !result.procedures.isEmpty else { return false }
    return result.procedures.compactMap(\.firstTried).allSatisfy { $0.outcome == .failed }
  }

  /// Which of some pages that could not begin are about another product.
  ///
  /// - Parameters:
  ///   - pages: The pages that could not begin.
  ///   - begun: How many other pages could, of the same run.
  /// - Returns: Indices of the pages.
  package func ofOtherProduct(_ pages: [Page], besides begun: Int) -> [Int] {
    let shares = pages.map(shareThatStands)
    func isOther(_ share: Double?) -> Bool { share.map { $0 < 0.2 } ?? false }
    let others = shares.count(where: isOther)
    // Most pages around it say what a page is about whose own labels hardly tell.
    let areMostOthers = others > begun + shares.count - others
    return pages.indices.filter { index in
      isOther(shares[index]) || areMostOthers && shares[index] ?? 0 < 0.5
    }
  }

  /// Whether a page seems to be about the engine's product; nil where none of its labels tells.
  package func recognises(_ page: Page) -> Bool? { shareThatStands(page).map { $0 >= 0.5 } }

  /// How much of the labels of a page that tell anything stands on any screen; nil where none tells.
  private func shareThatStands(_ page: Page) -> Double? {
    let named = Set(page.procedures.flatMap(\.allSteps).flatMap(\.labels)).filter { !isCommon($0) }
    guard !named.isEmpty else { return nil }
    return Double(named.count(where: stands)) / Double(named.count)
  }

  private func stands(_ label: String) -> Bool {
    labels.contains(label) || labels.contains { LabelMatching.isMisspelling(label, of: $0) }
  }
}

extension ProcedureResult {
  /// The first action that was read and tried.
  fileprivate var firstTried: ActionResult? {
    steps.lazy.flatMap(\.actions).first { $0.outcome.isChecked }
  }
}

extension Step {
  /// The labels that it names, as labels are compared.
  fileprivate var labels: [String] {
    let all = [actions] + alternatives + ways.map(\.actions)
    let targets = all.joined().flatMap { [$0.target, $0.within].compactMap(\.self) }
    return targets.filter { $0.form == .label }.flatMap { target in
      target.path.isEmpty ? [target.text] : target.path.map(\.text)
    }
    .map(LabelMatching.normalised)
  }
}
