import EngineInterface

extension UsersAndRoles {
  /// The Login History tab.
  @ScreenBuilder<Self>
  func loginHistoryTab(_ desk: Desk) -> [Element<Self>] {
    let product = desk.subscription
    Button("Filter", isExpanded: isFilterOpen) { screen, isOpen in screen.isFilterOpen = isOpen }
    if isFilterOpen {
      Group(.region, "Filter") {
        TextBox("From", \.filter.from)
        TextBox("To", \.filter.to)
        ComboBox("Date", \.filter.period)
        ComboBox("Users", \.filter.user, options: product.users.map(\.email))
        CheckBox("Only Failed Logins", \.filter.onlyFailed)
        Button("Apply", unless: product.refusals(of: filter)) { screen, _ in
          screen.appliedFilter = screen.filter
        }
      }
    }
    Group(.grid, "Login History") {
      for column in LoginRecord.columns { ColumnHeader(column) }
      for login in product.logins(matching: appliedFilter) {
        let cells = product.row(of: login)
        Row(cells[0], columns: Array(cells.dropFirst()))
      }
    }
    Button("Export") { _, desk in
      desk.subscription.exportLogins()
      desk.tell(OwnTexts.exported("Login History.csv"))
    }
  }
}
