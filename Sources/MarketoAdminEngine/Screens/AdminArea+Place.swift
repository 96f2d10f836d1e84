extension AdminArea {
  /// The screen that its link opens.
  var place: any Place {
    switch self {
    case .usersAndRoles: UsersAndRoles()
    case .launchPoint: LaunchPoint()
    case .webServices: WebServices()
    case .myAccount: MyAccount()
    case .loginSettings: LoginSettings()
    case .workspacesAndPartitions: WorkspacesAndPartitions()
    case .location: LocationSettings()
    case .treasureChest: TreasureChest()
    case .webhooks: Webhooks()
    case .singleSignOn: SingleSignOn()
    case .crm, .salesInsight, .landingPages, .munchkin, .mobileAppsAndDevices, .smartCampaign,
      .email, .communicationLimits, .tags, .revenueCycleAnalytics, .featureManager,
      .fieldManagement, .marketoCustomObjects, .marketoCustomActivities, .auditTrail, .channels,
      .notifications:
      Elsewhere(name: name, isInsideAdmin: true)
    }
  }
}
