/// People that are kept apart from others; a workspace sees those of its partitions.
package struct PersonPartition: Hashable, Sendable {
  package typealias ID = Int

  package let id: ID
  package var name: String

  package init(id: ID, name: String) {
    self.id = id
    self.name = name
  }

  /// The one that every subscription has.
  package static let standard = PersonPartition(id: 1, name: "Default")
}
