/// What can be found; the raw value is the rule's stable id.
package enum Rule: String, CaseIterable, Sendable {
  // What the product does not do.
  case controlNotFound = "control-not-found"
  case wrongControlKind = "wrong-control-kind"
  case ambiguousTarget = "ambiguous-target"
  case controlDisabled = "control-disabled"
  case expectationNotMet = "expectation-not-met"
  case promiseNotKept = "promise-not-kept"
  case conditionWithoutEffect = "condition-without-effect"
  case accessRefused = "access-refused"
  case unstatedCondition = "unstated-condition"
  case unfinishedProcedure = "unfinished-procedure"
  case nothingSaved = "nothing-saved"
  case screenNotModelled = "screen-not-modelled"
  case noEffect = "no-effect"
  case contradictsStep = "contradicts-step"
  // What runs first.
  case prerequisiteNotFound = "prerequisite-not-found"
  case prerequisiteFailed = "prerequisite-failed"
  case prerequisiteCycle = "prerequisite-cycle"
  // What the check could not judge.
  case nothingChecked = "nothing-checked"
  case noProcedure = "no-procedure"
  case stepNotUnderstood = "step-not-understood"
  case manualStep = "manual-step"
  case notPerformable = "not-performable"
  case conditionNotChecked = "condition-not-checked"
  case claimNotJudged = "claim-not-judged"
  case otherProduct = "other-product"
  // What the page's file is like.
  case brokenLink = "broken-link"
  case linkElsewhere = "link-elsewhere"
  case brokenAnchor = "broken-anchor"
  case missingImage = "missing-image"
  case unknownSnippet = "unknown-snippet"
  case snippetCycle = "snippet-cycle"
  case linkByBaseName = "link-by-base-name"
  case badFrontMatter = "bad-front-matter"
  case notUTF8 = "not-utf8"
  case nestingLimit = "nesting-limit"
  case tooLarge = "too-large"
  // Markup that is read as intended, but should be written differently.
  case stepReference = "step-reference"
  case stepNotInList = "step-not-in-list"
  case splitList = "split-list"
  case htmlList = "html-list"
  case brokenMarkup = "broken-markup"
  case unbalancedComment = "unbalanced-comment"
  case unclosedPart = "unclosed-part"
  case ambiguousAdmonition = "ambiguous-admonition"
  case unknownTag = "unknown-tag"
  case badIgnore = "bad-ignore"
  case unusedIgnore = "unused-ignore"
  // What is worth knowing about a pass.
  case alreadySo = "already-so"
  case chosenTarget = "chosen-target"
  case labelAsWritten = "label-as-written"
  case openedOnTheWay = "opened-on-the-way"
  case redundantStep = "redundant-step"

  /// The severity where the config says nothing.
  package var severity: Severity {
    switch self {
    case .controlNotFound, .wrongControlKind, .ambiguousTarget, .controlDisabled,
      .expectationNotMet, .promiseNotKept, .conditionWithoutEffect, .accessRefused,
      .unfinishedProcedure,
      .nothingSaved, .screenNotModelled, .prerequisiteNotFound, .prerequisiteFailed,
      .prerequisiteCycle,
      .nothingChecked, .otherProduct, .tooLarge, .stepReference:
      .error
    case .unstatedCondition, .noEffect, .contradictsStep, .brokenLink, .brokenAnchor, .missingImage,
      .unknownSnippet,
      .snippetCycle,
      .badFrontMatter, .notUTF8, .nestingLimit, .stepNotInList, .splitList, .brokenMarkup,
      .unbalancedComment, .unclosedPart, .badIgnore, .unusedIgnore:
      .warning
    case .noProcedure, .stepNotUnderstood, .manualStep, .notPerformable, .conditionNotChecked,
      .claimNotJudged, .linkByBaseName,
      .linkElsewhere,
      .alreadySo,
      .chosenTarget, .labelAsWritten, .openedOnTheWay, .redundantStep, .htmlList,
      .ambiguousAdmonition, .unknownTag:
      .note
    }
  }

  /// Whether a config may lower it or turn it off.
  ///
  /// A page on which a step can't be done, or a promise isn't kept, does not pass because somebody
  /// looked away.
  package var isAdjustable: Bool {
    switch self {
    case .controlNotFound, .wrongControlKind, .ambiguousTarget, .controlDisabled,
      .expectationNotMet, .promiseNotKept, .screenNotModelled, .unfinishedProcedure, .nothingSaved,
      .prerequisiteFailed, .nothingChecked:
      false
    default: true
    }
  }

  /// Whether it is reported only if the config turns it on.
  package var isOffUnlessAsked: Bool { self == .missingImage }
}
