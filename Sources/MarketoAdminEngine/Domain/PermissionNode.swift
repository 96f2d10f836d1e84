/// One permission of the tree as it is written down: a name, and the permissions below it.
struct PermissionNode: ExpressibleByStringLiteral {
  let name: String
  let children: [PermissionNode]

  init(_ name: String, _ children: [PermissionNode]) {
    self.name = name
    self.children = children
  }

  init(stringLiteral name: String) { self.init(name, []) }
}
