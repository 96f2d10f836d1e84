import EngineInterface

/// What Admin opens with: all its areas, in groups.
struct AdminHome: Place {
  var name: String { "Admin" }
  var isInsideAdmin: Bool { false }

  func body(_ desk: Desk) -> [Element<Self>] {
    Heading("Admin")
    Group(.group, "Security") {
      links(desk, .myAccount, .loginSettings, .usersAndRoles, .workspacesAndPartitions, .auditTrail)
    }
    Group(.group, "Integration") {
      links(
        desk,
        .crm,
        .salesInsight,
        .landingPages,
        .munchkin,
        .webServices,
        .launchPoint,
        .webhooks,
        .mobileAppsAndDevices  // Not there in every subscription.
      )
    }
    Group(.group, "Other Stuff") {
      links(
        desk,
        .location,
        .smartCampaign,
        .email,
        .communicationLimits,
        .tags,
        .channels,  // [I] Its place.
        .notifications,  // [I] Its place.
        .revenueCycleAnalytics,  // Not there in every subscription.
        .singleSignOn,
        .treasureChest,
        .featureManager  // Not there in every subscription.
      )
    }
    Group(.group, "Database Management") {
      links(desk, .fieldManagement, .marketoCustomObjects, .marketoCustomActivities)
    }
  }

  @ScreenBuilder<Self>
  private func links(_ desk: Desk, _ areas: AdminArea...) -> [Element<Self>] {
    for area in areas where desk.subscription.has(area) {
      Link(area.name) { $1.open(area) }
    }
  }
}
