import Diagnostics
import EngineInterface
import ProcedureExecutor
import ProcedureModel
import ProcedureParser
import ProcedureReports

/// Pages about another product than the engine models, where nobody said which engine to use:
/// reported once, in place of all that failed on them.
struct OtherProduct<E: SnapshotEngine> {
  let engine: E
  let engineName: String

  /// Whether a page may be one, as far as can be said before all are done.
  static func mayBe(_ result: PageResult) -> Bool { ProductRecognition.couldNotBegin(result) }

  /// The results, with those of such pages replaced; only what may be one is looked at.
  func told(in results: [PageResult], where isAsked: (PageResult) -> Bool) -> [PageResult] {
    let candidates = results.indices.filter {
      isAsked(results[$0]) && Self.mayBe(results[$0])
    }
    guard !candidates.isEmpty else { return results }
    // The screens are only found out where something depends on them.
    let recognition = ProductRecognition(
      Explorer.screens(of: engine, under: Circumstances()), isCommon: CommonLabels.contains)
    let others = recognition.ofOtherProduct(
      candidates.map { results[$0].page }, besides: results.count - candidates.count
    ).map { candidates[$0] }
    var told = results
    for index in others {
      let findings = index == others[0] ? [finding(at: results[index], of: others.count)] : []
      told[index] = results[index].asOfOtherProduct(findings)
    }
    return told
  }

  private func finding(at first: PageResult, of count: Int) -> Finding {
    let pages =
      count == 1
      ? "this page is"
      : "\(counted(count, "page")), starting with this"
        + " one, are"
    return Finding(
      .otherProduct, at: first.page.title.range,
      "\(pages) about a product other than the one the engine models",
      because: [
        "no engine is named, so \(engineName) was used: a model of \(E.product.modelled)",
        "no procedure could be started on it, and its screens have hardly any of the labels",
      ],
      perhaps: [
        "see what it models: stepcheck engine",
        "name the engine to use: --engine NAME, or engine: in .stepcheck.yml "
          + "(known: \(Configuration.engines.joined(separator: ", ")))",
        "use what works without an engine: stepcheck checklist, stepcheck model",
      ])
  }
}
