import EngineInterface

/// The roles of a user, to tick; where there are workspaces, each opens on those it can be granted
/// in.
struct RolesTree<Model>: Part {
  let element: Element<Model>

  init(
    _ grants: WritableKeyPath<Model, RoleGrants>,
    opened: WritableKeyPath<Model, Set<AccessRole.ID>>,
    of model: Model,
    in product: Subscription
  ) {
    let tree = Group<Model>(.tree, "Roles", required: true) {
      for role in product.roles {
        let item = TreeItem<Model>(
          role.name,
          description: model[keyPath: grants].description(of: role, in: product),
          isChecked: model[keyPath: grants].contains(role.id)
        ) { $0[keyPath: grants].set(role.id, to: $1) }
        if product.hasWorkspaces, !role.isForAllWorkspaces {
          item.branch(
            isExpanded: model[keyPath: opened].contains(role.id),
            set: { $0[keyPath: opened].set(role.id, isIn: $1) }
          ) {
            for workspace in product.workspaces {
              TreeItem(
                workspace.name,
                isChecked: model[keyPath: grants].contains(role.id, in: workspace.id)
              ) {
                $0[keyPath: grants].set(
                  role.id, in: workspace.id, to: $1, of: product.workspaces)
              }
            }
          }
        } else {
          item
        }
      }
    }
    element = tree.element
  }
}

extension RoleGrants {
  /// What stands in brackets behind a role's name.
  fileprivate func description(of role: AccessRole, in product: Subscription) -> String {
    switch extent(of: role.id) {
    case nil: "(0 of \(product.workspaces.count) workspaces)"
    case .everywhere: "(all workspaces)"
    case .workspaces(let held): "(\(held.count) of \(product.workspaces.count) workspaces)"
    }
  }
}
