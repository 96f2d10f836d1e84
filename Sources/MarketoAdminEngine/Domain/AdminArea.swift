/// What the Admin area leads to, by the name of its link.
package enum AdminArea: String, CaseIterable, Sendable {
  case myAccount = "My Account"
  case loginSettings = "Login Settings"
  case usersAndRoles = "Users & Roles"
  case workspacesAndPartitions = "Workspaces & Partitions"
  case auditTrail = "Audit Trail"

  case crm = "CRM"
  case salesInsight = "Sales Insight"
  case landingPages = "Landing Pages"
  case munchkin = "Munchkin"
  case webServices = "Web Services"
  case launchPoint = "LaunchPoint"
  case webhooks = "Webhooks"
  case mobileAppsAndDevices = "Mobile Apps & Devices"

  case location = "Location"
  case smartCampaign = "Smart Campaign"
  case email = "Email"
  case communicationLimits = "Communication Limits"
  case tags = "Tags"
  case channels = "Channels"
  case notifications = "Notifications"
  case revenueCycleAnalytics = "Revenue Cycle Analytics"
  case singleSignOn = "Single Sign-On"
  case treasureChest = "Treasure Chest"
  case featureManager = "Feature Manager"

  case fieldManagement = "Field Management"
  case marketoCustomObjects = "Marketo Custom Objects"
  case marketoCustomActivities = "Marketo Custom Activities"

  package var name: String { rawValue }

  /// One of these opens it, besides Access Admin; empty where that alone does.
  package var permissions: [Permission] {
    switch self {
    case .usersAndRoles: [.accessUsers, .accessRoles, .accessLoginHistory]
    case .loginSettings: [.accessLoginSettings]
    case .workspacesAndPartitions: [.accessWorkspacesAndPartitions]
    case .launchPoint: [.accessEventPartners]
    case .webhooks: [.accessWebhooks]
    case .auditTrail: [.accessAuditTrail]
    case .location: [.accessLocation]
    case .singleSignOn: [.accessSingleSignOn]
    case .treasureChest: [.accessTreasureChest]
    // [I] The permission is told, and that it is the one for this area is told by its name alone.
    case .communicationLimits: [.accessCommunicationLimit]
    case .email: [.accessEmailAdmin]
    case .fieldManagement: [.accessFieldManagement]
    case .landingPages: [.accessLandingPages]
    case .smartCampaign: [.accessSmartCampaign]
    case .tags: [.accessTags]
    // [I] for all but My Account: which of the other permissions opens them is not told.
    case .myAccount, .crm, .salesInsight, .munchkin, .webServices, .mobileAppsAndDevices,
      .revenueCycleAnalytics, .featureManager, .marketoCustomObjects, .marketoCustomActivities,
      .channels, .notifications:
      []
    }
  }
}

extension Subscription {
  /// Whether it has an area at all, whoever is signed in.
  package func has(_ area: AdminArea) -> Bool {
    // [I] With Adobe identity, people sign in with Adobe, and single sign-on is set up there.
    area != .singleSignOn || identity == .marketo
  }
}
