/// A set of permissions, as bits.
package struct PermissionSet: Hashable, Sendable, ExpressibleByArrayLiteral {
  // The tree has more than 128 permissions and fewer than 256.
  private var low: UInt128 = 0
  private var high: UInt128 = 0

  package init() {}

  package init(arrayLiteral permissions: Permission...) { self.init(permissions) }

  package init(_ permissions: some Sequence<Permission>) {
    for permission in permissions { insert(permission) }
  }

  package static let all = PermissionSet(Permission.all)

  package var isEmpty: Bool { low == 0 && high == 0 }
  package var count: Int { low.nonzeroBitCount + high.nonzeroBitCount }
  /// Its permissions, in screen order.
  package var members: [Permission] { Permission.all.filter(contains) }

  package func contains(_ permission: Permission) -> Bool {
    let bit = Self.bit(permission)
    return low & bit.low != 0 || high & bit.high != 0
  }

  package mutating func insert(_ permission: Permission) {
    let bit = Self.bit(permission)
    low |= bit.low
    high |= bit.high
  }

  package mutating func formUnion(_ other: PermissionSet) {
    low |= other.low
    high |= other.high
  }

  package mutating func subtract(_ other: PermissionSet) {
    low &= ~other.low
    high &= ~other.high
  }

  package func union(_ other: PermissionSet) -> PermissionSet {
    var result = self
    result.formUnion(other)
    return result
  }

  package func subtracting(_ other: PermissionSet) -> PermissionSet {
    var result = self
    result.subtract(other)
    return result
  }

  package func intersection(_ other: PermissionSet) -> PermissionSet {
    subtracting(subtracting(other))
  }

  package func isSuperset(of other: PermissionSet) -> Bool { other.subtracting(self).isEmpty }

  /// Those that have an effect (rule 3): the permissions that they hang below are granted too.
  package var effective: PermissionSet {
    PermissionSet(members.filter { isSuperset(of: $0.requirements) })
  }

  private static func bit(_ permission: Permission) -> (low: UInt128, high: UInt128) {
    permission.index < 128
      ? (1 << permission.index, 0) : (0, 1 << (permission.index - 128))
  }
}
