/// Which roles a user holds, and where.
///
/// Rule 5: with workspaces a role counts only in those that it was granted in.
package struct RoleGrants: Hashable, Sendable, ExpressibleByArrayLiteral {
  package enum Extent: Hashable, Sendable {
    /// In all workspaces, those to come too.
    case everywhere
    case workspaces(Set<Workspace.ID>)
  }

  private var extents: [AccessRole.ID: Extent] = [:]

  /// Roles that are held everywhere.
  package init(arrayLiteral roles: AccessRole.ID...) { self.init(everywhere: roles) }

  package init(everywhere roles: some Sequence<AccessRole.ID>) {
    for role in roles { extents[role] = .everywhere }
  }

  package var isEmpty: Bool { extents.isEmpty }
  package var roles: [AccessRole.ID] { extents.keys.sorted() }

  package func extent(of role: AccessRole.ID) -> Extent? { extents[role] }
  package func contains(_ role: AccessRole.ID) -> Bool { extents[role] != nil }

  package func contains(_ role: AccessRole.ID, in workspace: Workspace.ID) -> Bool {
    switch extents[role] {
    case nil: false
    case .everywhere: true
    case .workspaces(let workspaces): workspaces.contains(workspace)
    }
  }

  /// Forgets a workspace that is gone.
  package mutating func remove(_ workspace: Workspace.ID) {
    for (role, extent) in extents {
      guard case .workspaces(let held) = extent else { continue }
      let rest = held.subtracting([workspace])
      extents[role] = rest.isEmpty ? nil : .workspaces(rest)
    }
  }

  /// Grants a role everywhere, or takes it away.
  package mutating func set(_ role: AccessRole.ID, to isGranted: Bool) {
    extents[role] = isGranted ? .everywhere : nil
  }

  /// Grants a role in one of all workspaces, or takes it away there.
  ///
  /// Rule 49: who loses one workspace does not hold the role everywhere any more.
  package mutating func set(
    _ role: AccessRole.ID,
    in workspace: Workspace.ID,
    to isGranted: Bool,
    of all: [Workspace]
  ) {
    var held = Set(all.map(\.id).filter { contains(role, in: $0) })
    if isGranted { held.insert(workspace) } else { held.remove(workspace) }
    if isGranted, extents[role] == .everywhere { return }
    extents[role] = held.isEmpty ? nil : .workspaces(held)
  }
}
