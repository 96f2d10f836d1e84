import EngineInterface

/// Audit Trail: what was changed, by whom, the newest first.
struct AuditTrail: Place {
  var name: String { AdminArea.auditTrail.name }

  func body(_ desk: Desk) -> [Element<Self>] {
    Group(.grid, "Audit Trail") {
      // [I] The columns.
      for column in ["Time", "User", "Action"] { ColumnHeader(column) }
      for record in desk.subscription.auditTrail.reversed() {
        Row("\(record.time)", columns: [desk.subscription.name(of: record), record.text])
      }
    }
  }
}

extension Subscription {
  fileprivate func name(of record: AuditRecord) -> String {
    record.user.flatMap(user).map(\.email) ?? ""
  }
}
