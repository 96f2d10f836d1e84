/// A part of the subscription with assets and people of its own.
package struct Workspace: Hashable, Sendable {
  package typealias ID = Int

  package let id: ID
  package var name: String

  package init(id: ID, name: String) {
    self.id = id
    self.name = name
  }

  /// The one that every subscription has.
  package static let standard = Workspace(id: 1, name: "Default")
  /// [I] The one that a subscription with workspaces has besides; its name is invented.
  static let second = Workspace(id: 2, name: "Europe")
}
