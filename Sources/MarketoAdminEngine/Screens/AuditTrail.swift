import EngineInterface

/// Audit Trail: what was changed, by whom, the newest first.
struct AuditTrail: Place {
  var name: String { AdminArea.auditTrail.name }

  func body(_ desk: Desk) -> [Element<Self>] {
    Group(.grid, "Audit Trail") {
      // [I] The columns.
      for column in ["Time", "User", "Action"] { ColumnHeader(column) }
      // A row is named by all of it: several things may be done in a second.
      for (index, record) in desk.subscription.auditTrail.enumerated().reversed() {
        Row(
          "\(record.time.iso8601), \(index + 1)",
          columns: [desk.subscription.name(of: record), record.text])
      }
    }
  }
}

extension Subscription {
  fileprivate func name(of record: AuditRecord) -> String {
    record.user.flatMap(user).map(\.email) ?? ""
  }
}
