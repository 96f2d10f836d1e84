import Diagnostics
import EngineInterface
import MarketoAdminEngine
import ProcedureExecutor
import ProcedureModel
import TestSupport
import Testing

/// The project's own help pages, by path.
let helpSite: [String: Page] = (try? Repository.pages(in: "help")).map { readSite($0) } ?? [:]

let userPage = "help/users-and-roles/create-an-api-only-user.md"
let rolePage = "help/users-and-roles/create-a-role-for-api-access.md"
let adobePage = "help/users-and-roles/create-an-api-only-user-with-adobe-identity.md"

/// Performs a page of a site.
func check<E: SnapshotEngine>(
  _ path: String, of site: [String: Page] = helpSite, on engine: E = MarketoAdmin(),
  given: [String: String] = [:], values: [String: String] = [:], isStrict: Bool = false
) async throws -> PageResult {
  let page = try #require(site[path])
  let shared = SharedRuns<E>()
  let runner = try PageRunner(
    engine: engine, pages: PageGraph(site.values),
    circumstances: E.product.circumstances(reading: given),
    values: values,
    isStrict: isStrict, shared: shared)
  return shared.completing([await runner.run(page)])[0]
}

/// Performs one page that stands alone.
func check(text: String, given: [String: String] = [:]) async throws -> PageResult {
  try await check("page.md", of: readSite(["page.md": text]), given: given)
}

extension PageResult {
  /// "control-not-found 12: there is no ...", errors only.
  var errors: [String] {
    findings.filter { $0.severity == .error }
      .map { "\($0.rule.rawValue) \($0.range.line)" }
  }

  var changes: [String] { procedures.flatMap(\.changes).map(\.text) }
}

extension ExpectationResult.Verdict {
  /// Where it was seen that it is so; nil where it was not.
  var evidence: String? { if case .met(let evidence) = self { evidence.text } else { nil } }
}

extension SharedRuns {
  /// All results of a check, with what their pages require.
  func completing(_ results: [PageResult]) -> [PageResult] {
    var listed = ListedRuns()
    return results.map { completing($0, &listed) }
  }
}
