import EngineInterface
import ProcedureModel

/// What a page says of the circumstances under which it holds.
struct StatedByPage: Sendable {
  /// What must be so: "workspaces must be enabled", "only for trial subscriptions".
  let needs: [StatedCircumstance]
  /// With what it deals: "in a subscription with workspaces".
  let settings: [StatedCircumstance]

  init(_ page: Page, of product: ProductDescription) {
    needs = page.statementsAround.filter { statement in
      statement.force == .requirement && page.isMeant(by: statement)
        && (statement.isLimit || statement.access == nil)
    }
    .flatMap { product.circumstances(statedIn: $0.clauses, isLimit: $0.isLimit) }
    settings = page.statementsAround.compactMap(\.setting)
      .flatMap { product.circumstances(statedIn: [$0], isLimit: true) }
  }
}
