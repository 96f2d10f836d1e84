/// A part of the subscription with assets and people of its own.
package struct Workspace: Hashable, Sendable {
  package typealias ID = Int

  package let id: ID
  package var name: String
  /// Rule 48: settled when it is made.
  package let language: Settings.Location.Language
  /// Whose people it sees; nil is all person partitions.
  package var partitions: Set<PersonPartition.ID>?
  package var primaryPartition = PersonPartition.standard.id
  /// One of the subscription's domains; empty where there is but one.
  package var brandedDomain = ""
  /// Rule 47: one with assets is not deleted.
  ///
  /// A new one comes with samples.
  package var hasAssets: Bool

  package init(
    id: ID,
    name: String,
    language: Settings.Location.Language = .english,
    hasAssets: Bool = false
  ) {
    self.id = id
    self.name = name
    self.language = language
    self.hasAssets = hasAssets
  }

  /// The one that every subscription has.
  package static let standard = Workspace(id: 1, name: "Default", hasAssets: true)
  /// [I] The one that a subscription with workspaces has besides; its name is invented.
  static let second: Workspace = {
    var workspace = Workspace(id: 2, name: "Europe")
    workspace.partitions = [PersonPartition.standard.id]
    return workspace
  }()
}
