/// Who is signed in, and what they may do.
///
/// Rule 6: it is settled when they sign in; a role edited later takes hold the next time.
package struct Actor: Hashable, Sendable {
  /// Nil for a person who is not among the subscription's users.
  package let user: User.ID?
  package let roles: [AccessRole.ID]
  /// Those that have an effect.
  package let permissions: PermissionSet

  /// Rule 2: users and roles have a permission each, and neither stands for the other.
  package func may(_ permission: Permission) -> Bool { permissions.contains(permission) }

  /// Rule 1: every area needs Access Admin, and many a permission of their own.
  package func mayOpen(_ area: AdminArea) -> Bool {
    may(.accessAdmin) && (area.permissions.isEmpty || area.permissions.contains(where: may))
  }

  func require(_ permission: Permission) throws(Refusal) {
    guard may(permission) else { throw .limitedAccess }
  }
}
