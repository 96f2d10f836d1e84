/// What is said of a role that is to be made or changed.
package struct RoleDraft: Hashable, Sendable {
  package var name = ""
  package var description = ""
  package var permissions: PermissionSet = []

  package init() {}

  package init(_ role: AccessRole) {
    name = role.name
    description = role.description
    permissions = role.permissions
  }

  /// Ticks or unticks a permission.
  ///
  /// [I] All below it follow. What it needs above it is ticked with it, or it would have no effect
  /// (rule 3), and stays when it goes.
  package mutating func set(_ permission: Permission, to isGranted: Bool) {
    if isGranted {
      permissions.formUnion(permission.branch)
      permissions.formUnion(permission.requirements)
    } else {
      permissions.subtract(permission.branch)
    }
  }
}
