import EngineInterface

/// The tree on the left of every screen inside Admin.
///
/// Its filter box is left out: its label would be a second "Admin".
struct AdminTree: Surface {
  enum Branch: String {
    case security = "Security"
    case databaseManagement = "Database Management"
    case integration = "Integration"
  }

  private var expanded: Set<Branch> = [.security]  // [I]

  func body(_ desk: Desk) -> [Element<Self>] {
    Group(.tree, "Admin") {
      nodes([.myAccount], desk)
      branch(
        .security, [.loginSettings, .usersAndRoles, .workspacesAndPartitions, .auditTrail], desk)
      nodes([.location, .smartCampaign, .email, .communicationLimits, .tags], desk)
      branch(
        .databaseManagement,
        [.fieldManagement, .marketoCustomObjects, .marketoCustomActivities],
        desk
      )
      branch(
        .integration,
        [
          .crm, .salesInsight, .landingPages, .munchkin, .webServices, .launchPoint, .webhooks,
          .singleSignOn,
        ],
        desk
      )
      nodes([.treasureChest], desk)
    }
  }

  @ScreenBuilder<Self>
  private func nodes(_ areas: [AdminArea], _ desk: Desk) -> [Element<Self>] {
    for area in areas where desk.subscription.has(area) {
      TreeItem(area.name, isCurrent: area.name == desk.placeName) { $1.open(area) }
    }
  }

  @ScreenBuilder<Self>
  private func branch(
    _ branch: Branch,
    _ areas: [AdminArea],
    _ desk: Desk
  ) -> [Element<Self>] {
    TreeItem(branch.rawValue).branch(
      isExpanded: expanded.contains(branch),
      set: { tree, isExpanded in
        if isExpanded { tree.expanded.insert(branch) } else { tree.expanded.remove(branch) }
      }
    ) {
      nodes(areas, desk)
    }
  }
}
