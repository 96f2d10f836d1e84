/// A permission that a role can hold: a place in the one tree of permissions.
package struct Permission: Hashable, Sendable {
  /// Where it stands when the tree is read from top to bottom.
  let index: Int

  package var name: String { entry.name }
  /// The permissions just below it.
  package var children: [Permission] { entry.children }
  /// All permissions below it, itself left out.
  package var descendants: PermissionSet { entry.descendants }
  /// It and all below it.
  package var branch: PermissionSet { entry.descendants.union([self]) }
  /// Those above it without which it has no effect.
  package var requirements: PermissionSet { entry.requirements }

  /// All permissions, in screen order.
  package static let all: [Permission] = entries.indices.map(Permission.init(index:))
  package static let roots: [Permission] = PermissionNode.tree.compactMap { named($0.name) }

  package static func named(_ name: String) -> Permission? { byName[name] }

  private var entry: Entry { Self.entries[index] }
}

extension Permission {
  package static let accessAdmin = known("Access Admin")
  package static let accessAPI = known("Access API")
  package static let accessAnalytics = known("Access Analytics")
  package static let accessAuditTrail = known("Access Audit Trail")
  package static let accessCommunicationLimit = known("Access Communication Limit")
  package static let accessDesignStudio = known("Access Design Studio")
  package static let accessEmailAdmin = known("Access Email Admin")
  package static let accessEventPartners = known("Access Event Partners")
  package static let accessFieldManagement = known("Access Field Management")
  package static let accessLandingPages = known("Access Landing Pages")
  package static let accessLocation = known("Access Location")
  package static let accessLoginHistory = known("Access Login History")
  package static let accessLoginSettings = known("Access Login Settings")
  package static let accessRoles = known("Access Roles")
  package static let accessSingleSignOn = known("Access Single Sign-on")
  package static let accessSmartCampaign = known("Access Smart Campaign")
  package static let accessTags = known("Access Tags")
  package static let accessTreasureChest = known("Access Treasure Chest")
  package static let accessUserManagementAPI = known("Access User Management Api")
  package static let accessUsers = known("Access Users")
  package static let accessWebhooks = known("Access Webhooks")
  package static let accessWorkspacesAndPartitions = known("Access Workspaces and Partitions")
  package static let accessSOAPAPI = known("Access SOAP API")
  package static let bypassSingleSignOn = known("Bypass Single Sign-On")
  package static let approveAssets = known("Approve Assets")
  package static let executeCampaign = known("Execute Campaign")
  package static let makeAndEditOperationalEmails = known("Make and Edit Operational Emails")
  package static let readOnlyPerson = known("Read-Only Person")
  package static let readWritePerson = known("Read-Write Person")
  package static let targetingAndPersonalization = known("Targeting and Personalization")
  package static let webCampaignEditor = known("Web Campaign Editor")
  package static let webCampaignLauncher = known("Web Campaign Launcher")

  private static func known(_ name: String) -> Permission {
    guard let permission = named(name) else { preconditionFailure("no permission \(name)") }
    return permission
  }
}

// The tree, flattened once.
extension Permission {
  private struct Entry {
    let name: String
    var children: [Permission] = []
    var descendants: PermissionSet = []
    let requirements: PermissionSet
  }

  private static let entries: [Entry] = {
    var entries: [Entry] = []
    for root in PermissionNode.tree { _ = add(root, requiring: [], to: &entries) }
    return entries
  }()

  private static let byName: [String: Permission] = Dictionary(
    uniqueKeysWithValues: entries.indices.map { (entries[$0].name, Permission(index: $0)) }
  )

  private static func add(
    _ node: PermissionNode,
    requiring requirements: PermissionSet,
    to entries: inout [Entry]
  ) -> Permission {
    let permission = Permission(index: entries.count)
    entries.append(Entry(name: node.name, requirements: requirements))
    // Rule 3: what is below an "Access ..." permission has no effect without it.
    let below = node.name.hasPrefix("Access ") ? requirements.union([permission]) : requirements
    for child in node.children {
      let added = add(child, requiring: below, to: &entries)
      entries[permission.index].children.append(added)
      entries[permission.index].descendants.formUnion(entries[added.index].descendants)
      entries[permission.index].descendants.insert(added)
    }
    return permission
  }
}
