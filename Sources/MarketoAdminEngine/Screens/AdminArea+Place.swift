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
    case .communicationLimits: CommunicationLimits()
    case .smartCampaign: SmartCampaignSettings()
    case .tags: Tags()
    case .landingPages: LandingPages()
    case .fieldManagement: FieldManagement()
    case .email: EmailSettings()
    case .crm, .salesInsight, .munchkin, .mobileAppsAndDevices, .revenueCycleAnalytics,
      .featureManager, .marketoCustomObjects, .marketoCustomActivities, .auditTrail, .channels,
      .notifications:
      Elsewhere(name: name, isInsideAdmin: true)
    }
  }
}
