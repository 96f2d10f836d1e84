/// A sentence that instructs nothing; it may state what must hold for the page.
package struct Statement: Hashable, Sendable {
  package enum Force: String, Sendable {
    /// "Admin Permissions Required", "you must have ..."
    case requirement
    /// "If ..., your steps are different": where it holds, the page does not.
    case exception
    case plain
  }

  package let passage: Passage
  package let force: Force
  /// Its clauses, each of which may deny; empty where it states nothing that can be varied.
  package let clauses: [Clause]
  /// Its clause names for whom the page is, or for whom it is not.
  package var isLimit = false
  /// The clause that says where it holds: "in a subscription with workspaces, ...".
  package var setting: Clause?
  /// What is limited, where that is not the page: "custom services are not available for X".
  package var limited: String?
  /// It says what there must be before the steps: "a custom service must exist already".
  package var isPreparation = false
  /// What there must be is to be made first, whatever else is there: "Create a role first".
  package var isOfNew = false
  /// What it calls a record: "the role is called **API Role**".
  package var names: [String] = []
  /// What it says of who may do something.
  package var access: AccessClaim? { accesses.first }
  /// The claim, where there is one: out of line, because few statements have one.
  private let accesses: [AccessClaim]

  package init(
    _ passage: Passage, force: Force, clauses: [Clause] = [], access: AccessClaim? = nil
  ) {
    accesses = access.map { [$0] } ?? []
    self.passage = passage
    self.force = force
    self.clauses = clauses
  }
}
