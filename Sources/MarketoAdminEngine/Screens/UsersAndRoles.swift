import EngineInterface

/// Users & Roles: three tabs.
struct UsersAndRoles: Place {
  enum TabName: String, CaseIterable {
    case users = "Users"
    case roles = "Roles"
    case loginHistory = "Login History"
  }

  var name: String { AdminArea.usersAndRoles.name }

  var tab = TabName.users  // [I]
  var selectedUser: User.ID?
  var selectedRole: AccessRole.ID?
  var hiddenColumns: Set<UserColumn> = []
  var isColumnsMenuOpen = false
  var isFilterOpen = false
  var filter = LoginFilter()
  var appliedFilter = LoginFilter()

  func body(_ desk: Desk) -> [Element<Self>] {
    Group(.tablist) {
      for tab in TabName.allCases {
        Tab(tab.rawValue, isSelected: self.tab == tab) { screen, _ in screen.tab = tab }
      }
    }
    Group(.tabpanel, tab.rawValue) {
      switch tab {
      case .users: permitted(.accessUsers, desk) { usersTab(desk) }
      case .roles: permitted(.accessRoles, desk) { rolesTab(desk) }
      case .loginHistory: permitted(.accessLoginHistory, desk) { loginHistoryTab(desk) }
      }
    }
  }

  /// The content of a tab, or what stands there for a person without its permission.
  @ScreenBuilder<Self>
  private func permitted(
    _ permission: Permission,
    _ desk: Desk,
    @ScreenBuilder<Self> content: @escaping () -> [Element<Self>]
  ) -> [Element<Self>] {
    if desk.actor.may(permission) {
      content()
    } else {
      Text(OwnTexts.limitedAccess, role: .alert)
    }
  }
}
