extension PermissionSet {
  /// Its permissions as a reader wants them: a branch that is granted as a whole is named once.
  func summary(in release: Release) -> String {
    let shown = intersection(release.permissions)
    if shown.isEmpty { return "none" }
    if shown == release.permissions { return "all" }
    return Permission.roots.flatMap { shown.summary(of: $0, in: release) }.joined(separator: ", ")
  }

  private func summary(of permission: Permission, in release: Release) -> [String] {
    let below = permission.descendants.intersection(release.permissions)
    let name = release.name(of: permission)
    if !below.isEmpty, isSuperset(of: below.union([permission])) {
      return ["\(name) (all \(below.count))"]
    }
    return (contains(permission) ? [name] : [])
      + permission.children.flatMap { summary(of: $0, in: release) }
  }
}
