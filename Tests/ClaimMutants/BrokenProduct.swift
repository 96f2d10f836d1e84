import EngineInterface
import MarketoAdminEngine
import ProcedureExecutor
import ProcedureModel

/// The product with one defect.
struct BrokenProduct: SnapshotEngine {
  enum Defect: String, CaseIterable, Hashable, Sendable {
    case mailIsNotSent = "mail is not sent"
    case mailIsSent = "mail is sent that should not be"
    case nameIsAnother = "a new record has another name"
    case permissionIsNotChecked = "permissions are not checked"
    case permissionIsForgotten = "a new role has no permission"
    case flagIsForgotten = "the flag of an API only user is forgotten"
    case nothingIsSaved = "what is confirmed is not saved"
    case nothingIsDeleted = "what is deleted comes back"
  }

  static let product = MarketoAdmin.product

  private var product = MarketoAdmin()
  private let defect: Defect

  init(_ defect: Defect) { self.defect = defect }

  var observation: Observation { product.observation }

  mutating func begin(under circumstances: Circumstances) {
    var circumstances = circumstances
    if defect == .permissionIsNotChecked {
      circumstances["signed-in-as"] = nil
      circumstances["permissions"] = nil
    }
    product.begin(under: circumstances)
  }

  mutating func apply(_ interaction: Interaction) {
    let before = product.subscription
    product.apply(interaction)
    guard product.subscription != before else { return }
    var now = product.subscription
    now.spoil(by: defect, since: before)
    if now != product.subscription { product.subscription = now }
  }
}

extension Subscription {
  fileprivate mutating func spoil(by defect: BrokenProduct.Defect, since before: Subscription) {
    switch defect {
    case .permissionIsNotChecked: break
    case .mailIsNotSent: mails = before.mails
    case .mailIsSent:
      if users.count > before.users.count {
        mails.append(Mail(to: users[users.count - 1].email, subject: "Welcome", body: ""))
      }
    case .nameIsAnother:
      if users.count > before.users.count { users[users.count - 1].email = "frob@example.com" }
      if allRoles.count > before.allRoles.count { allRoles[allRoles.count - 1].name += " Frob" }
      if workspaces.count > before.workspaces.count {
        workspaces[workspaces.count - 1].name = "Frob"
      }
      if services.count > before.services.count {
        services[services.count - 1].displayName = "Frob"
      }
    case .permissionIsForgotten:
      if allRoles.count >= before.allRoles.count {
        for index in allRoles.indices where !before.allRoles.contains(allRoles[index]) {
          allRoles[index].permissions = []
        }
      }
    case .flagIsForgotten:
      for index in users.indices { users[index].isAPIOnly = false }
    case .nothingIsSaved:
      users = before.users
      allRoles = before.allRoles
      workspaces = before.workspaces
      partitions = before.partitions
      services = before.services
      webhooks = before.webhooks
      settings = before.settings
      enabledFeatures = before.enabledFeatures
      name = before.name
    case .nothingIsDeleted:
      if users.count < before.users.count { users = before.users }
      if allRoles.count < before.allRoles.count { allRoles = before.allRoles }
      if workspaces.count < before.workspaces.count { workspaces = before.workspaces }
      if services.count < before.services.count { services = before.services }
    }
  }
}

extension BrokenProduct.Defect {
  /// Whether a page that was proved on the product claims the contrary of the defect.
  func contradicts(_ result: PageResult) -> Bool {
    let changes = result.procedures.flatMap(\.changes)
    let claims = result.procedures.flatMap(\.expectations).filter(\.verdict.isMet)
    func isClaimed(_ words: String...) -> Bool {
      claims.contains { claim in
        words.contains { claim.expectation.text.contains($0) }
      }
    }
    func added(_ kinds: String...) -> Bool {
      changes.contains { change in
        if case .added(let fact) = change { kinds.contains(fact.kind) } else { false }
      }
    }
    switch self {
    case .mailIsNotSent: return added("mail") && isClaimed("mail")
    case .mailIsSent: return added("user") && isClaimed("without an email", "No invitation")
    case .nameIsAnother: return added("user", "role", "workspace", "service")
    case .permissionIsNotChecked:
      return result.conditions.contains { $0.tried.contains("signed in") }
    case .permissionIsForgotten: return isClaimed("permission")
    case .flagIsForgotten:
      return changes.contains { $0.kind == "user" }
        && result.page.title.text.contains("API Only")
    case .nothingIsSaved:
      return changes.contains { ["user", "role", "workspace", "setting"].contains($0.kind) }
    case .nothingIsDeleted:
      return changes.contains { change in
        if case .removed(let fact) = change {
          ["user", "role", "workspace", "service"].contains(fact.kind)
        } else {
          false
        }
      }
    }
  }
}
