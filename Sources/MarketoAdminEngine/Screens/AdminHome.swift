import EngineInterface

/// What Admin opens with: all its areas, in groups.
struct AdminHome: Place {
  var name: String { "Admin" }
  var isInsideAdmin: Bool { false }

  func body(_ desk: Desk) -> [Element<Self>] {
    Heading("Admin")
    Group(.group, "Security") {
      links(.myAccount, .loginSettings, .usersAndRoles, .workspacesAndPartitions)
    }
    Group(.group, "Integration") {
      links(
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
        .location,
        .smartCampaign,
        .email,
        .communicationLimits,
        .tags,
        .revenueCycleAnalytics,  // Not there in every subscription.
        .singleSignOn,
        .treasureChest,
        .featureManager  // Not there in every subscription.
      )
    }
    Group(.group, "Database Management") {
      links(.fieldManagement, .marketoCustomObjects, .marketoCustomActivities)
    }
  }

  @ScreenBuilder<Self>
  private func links(_ areas: AdminArea...) -> [Element<Self>] {
    for area in areas {
      Link(area.name) { $1.open(area) }
    }
  }
}
