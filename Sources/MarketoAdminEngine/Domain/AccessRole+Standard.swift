extension AccessRole {
  /// The roles of a new subscription, in screen order.
  package static let standard = [
    admin, standardUser, adobeProductAdmin, rtpLauncher, rtpEditor, analyticsUser, marketingUser,
    webDesigner,
  ]

  static let admin = AccessRole(
    id: 1,
    name: "Admin",
    description: "All permissions",
    permissions: .all,
    isSystem: true,
    isForAllWorkspaces: true,
    isAdmin: true
  )

  static let standardUser = AccessRole(
    id: 2,
    name: "Standard User",
    description: "All permissions except Admin",
    permissions: allExceptAdmin,
    isSystem: true
  )

  // [I] its number and description.
  static let adobeProductAdmin = AccessRole(
    id: 3,
    name: "Adobe Product Admin",
    description: "All permissions",
    permissions: .all,
    isSystem: true,
    identity: .adobe,
    isForAllWorkspaces: true,
    isAdmin: true
  )

  // [I] which permissions the two have.
  static let rtpLauncher = AccessRole(
    id: 24,
    name: "RTP Launcher",
    description: "Role required for launcher in RTP",
    permissions: [.targetingAndPersonalization, .webCampaignLauncher],
    isSystem: true
  )

  static let rtpEditor = AccessRole(
    id: 25,
    name: "RTP Editor",
    description: "Role required for editor in RTP",
    permissions: [.targetingAndPersonalization, .webCampaignEditor],
    isSystem: true
  )

  static let analyticsUser = AccessRole(
    id: 101,
    name: "Analytics User",
    description: "Has access to Analytics",
    permissions: Permission.accessAnalytics.branch
  )

  static let marketingUser = AccessRole(
    id: 102,
    name: "Marketing User",
    description: "All permissions except Admin",
    permissions: allExceptAdmin
  )

  static let webDesigner = AccessRole(
    id: 103,
    name: "Web Designer",
    description: "Has access to Design Studio except approval permission",
    permissions: Permission.accessDesignStudio.branch.subtracting(approvals)
  )

  // [I] Without Access API too: rule 12 has calls in the name of a Marketing User refused.
  private static let allExceptAdmin = PermissionSet.all
    .subtracting(Permission.accessAdmin.branch)
    .subtracting(Permission.accessAPI.branch)

  private static let approvals = Permission.all
    .filter { $0.name.hasPrefix("Approve ") }
    .reduce(into: PermissionSet()) { $0.formUnion($1.branch) }
}
