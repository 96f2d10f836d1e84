extension AdminArea {
  /// The screen that its link opens.
  var place: any Place {
    switch self {
    case .usersAndRoles: UsersAndRoles()
    case .launchPoint: LaunchPoint()
    case .webServices: WebServices()
    case .myAccount, .loginSettings, .workspacesAndPartitions, .crm,
      .salesInsight, .landingPages, .munchkin, .webhooks, .mobileAppsAndDevices, .location,
      .smartCampaign, .email, .communicationLimits, .tags, .revenueCycleAnalytics, .singleSignOn,
      .treasureChest, .featureManager, .fieldManagement, .marketoCustomObjects,
      .marketoCustomActivities:
      Elsewhere(name: name, isInsideAdmin: true)
    }
  }
}
