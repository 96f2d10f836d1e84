/// Rule 50: who changed which user, role, workspace or service, and who signed in, is kept.
package struct AuditRecord: Hashable, Sendable {
  package let time: Instant
  /// Who did it; nil for a person who is not among the users.
  package let user: User.ID?
  /// What became of which record: "created role Auditor", "signed in from 192.0.2.1".
  package let text: String
}

extension Subscription {
  mutating func audit(_ text: String, by user: User.ID?) {
    auditTrail.append(AuditRecord(time: now, user: user, text: text))
  }

  /// Whether a user can read the audit trail.
  ///
  /// Rule 49: the role that lets them has to be theirs in all workspaces.
  package func readsAuditTrail(_ user: User) -> Bool {
    user.grants.roles.contains { id in
      user.grants.extent(of: id) == .everywhere
        && role(id)?.permissions.effective.contains(.accessAuditTrail) ?? false
    }
  }
}
