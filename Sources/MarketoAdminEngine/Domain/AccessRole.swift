/// A named set of permissions that users hold.
package struct AccessRole: Hashable, Sendable {
  package typealias ID = Int

  package let id: ID
  package var name: String
  package var description: String
  package var permissions: PermissionSet
  package let isSystem: Bool
  /// The identity it exists with; nil where it exists with any.
  package let identity: Identity?
  /// It is granted in all workspaces or not at all.
  package let isForAllWorkspaces: Bool
  /// Its holders administer the subscription.
  package let isAdmin: Bool

  package init(
    id: ID,
    name: String,
    description: String,
    permissions: PermissionSet,
    isSystem: Bool = false,
    identity: Identity? = nil,
    isForAllWorkspaces: Bool = false,
    isAdmin: Bool = false
  ) {
    self.id = id
    self.name = name
    self.description = description
    self.permissions = permissions
    self.isSystem = isSystem
    self.identity = identity
    self.isForAllWorkspaces = isForAllWorkspaces
    self.isAdmin = isAdmin
  }
}
