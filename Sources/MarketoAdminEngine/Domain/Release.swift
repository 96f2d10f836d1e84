/// Of which age the product is.
///
/// Pages of different age say different things of it, and each was right once.
package enum Release: String, CaseIterable, Sendable {
  case newest
  /// People have Marketo identity alone.
  case older
  /// Users are invited in one dialog.
  case oldest

  package var hasAdobeIdentity: Bool { self == .newest }

  var invitesInOneDialog: Bool { self == .oldest }

  /// Rule 21: how many days an invitation holds.
  package var invitationDays: Int { self == .newest ? 7 : 3 }

  /// Rule 39.
  var hasCustomServicesOnSpark: Bool { self == .newest }

  /// Rule 24.
  func allowsEditing(_ role: AccessRole) -> Bool {
    switch self {
    case .oldest: role.id != AccessRole.admin.id && role.id != AccessRole.standardUser.id
    case .older: !role.isSystem
    case .newest: true
    }
  }

  /// Rule 24.
  func allowsDeleting(_ role: AccessRole) -> Bool {
    self == .newest ? !role.isAdmin : !role.isSystem
  }

  /// The caption of the roles in Edit User, where there are workspaces.
  var rolesAndWorkspaces: String {
    self == .newest ? "Roles and Workspaces" : "Role and Workspace"
  }

  // MARK: Permissions

  /// The permissions there are.
  var permissions: PermissionSet { self == .newest ? .all : Self.earlyPermissions }

  func name(of permission: Permission) -> String {
    guard self != .newest else { return permission.name }
    return Self.earlyNames[permission] ?? permission.name
  }

  private static let earlyPermissions = PermissionSet.all.subtracting(
    PermissionSet(
      [
        "Create Report", "Create List", "Export Campaign Activity",
        // [I] Access Admin had 27 entries; which nine came later is not told.
        "Access Adobe Experience Manager", "Access Adobe Organization Mapping",
        "Access Admin Audit Trail", "Access Access Audit Trail", "Access CAPTCHA",
        "Access Experience Cloud Audience Sharing", "Access File Upload", "Access New Experience",
        "Access Predictive Audiences",
      ].compactMap(Permission.named)))

  private static let earlyNames: [Permission: String] = [
    .readOnlyPerson: "Read-Only Lead",
    .readWritePerson: "Read-Write Lead",
    .makeAndEditOperationalEmails: "Make Email Operational",
  ]
}
