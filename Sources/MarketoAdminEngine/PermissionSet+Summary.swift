extension PermissionSet {
  /// Its permissions as a reader wants them: a branch that is granted as a whole is named once.
  var summary: String {
    if isEmpty { return "none" }
    if self == .all { return "all" }
    return Permission.roots.flatMap(summary(of:)).joined(separator: ", ")
  }

  private func summary(of permission: Permission) -> [String] {
    if !permission.children.isEmpty, isSuperset(of: permission.branch) {
      return ["\(permission.name) (all \(permission.descendants.count))"]
    }
    return (contains(permission) ? [permission.name] : [])
      + permission.children.flatMap(summary(of:))
  }
}
