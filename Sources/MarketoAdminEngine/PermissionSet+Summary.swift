import Synchronization

extension PermissionSet {
  private struct Key: Hashable {
    let permissions: PermissionSet
    let release: Release
  }

  /// There are few sets in use, and each is asked for whenever the data change.
  private static let summaries = Mutex<[Key: String]>([:])

  /// Its permissions as a reader wants them: a branch that is granted as a whole is named once.
  func summary(in release: Release) -> String {
    let key = Key(permissions: self, release: release)
    if let known = Self.summaries.withLock({ $0[key] }) { return known }
    let text = text(in: release)
    Self.summaries.withLock { summaries in
      if summaries.count >= 1_000 { summaries.removeAll() }
      summaries[key] = text
    }
    return text
  }

  private func text(in release: Release) -> String {
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
