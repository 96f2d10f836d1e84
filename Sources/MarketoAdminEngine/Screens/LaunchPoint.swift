import EngineInterface

/// LaunchPoint: the services that are installed.
struct LaunchPoint: Place {
  var selected: LaunchPointService.ID?
  var isNewOpen = false
  var isActionsOpen = false

  var name: String { AdminArea.launchPoint.name }

  func body(_ desk: Desk) -> [Element<Self>] {
    let product = desk.subscription
    let service = selected.flatMap(product.service)
    let isSelected: [Refusal] = service == nil ? [.noServiceSelected] : []
    Group(.tablist) { Tab("Installed Services", isSelected: true) }
    Group(.toolbar) {
      MenuButton("New", \.isNewOpen, of: self) {
        MenuItem("New Service", unless: product.refusalsOfServices) { $1.present(NewService()) }
      }
      // [I] What is in the menu, and that a service is deleted there.
      MenuButton("Service Actions", \.isActionsOpen, of: self, unless: isSelected) {
        MenuItem("Delete Service", purpose: .destroy) {
          if let service { $1.present(DeleteService(service: service.id)) }
        }
      }
      Button("Edit Service", unless: isSelected) {
        if let service { $1.present(EditService(service, in: $1.subscription)) }
      }
    }
    Group(.grid, "Installed Services") {
      for column in ["Name", "Type", "Used by", "Status", "Details"] { ColumnHeader(column) }
      for service in product.services {
        Row(
          service.displayName,
          columns: [service.kind.name, "Used by: 0", "Active"],
          isSelected: service.id == selected
        ) { screen, _ in
          screen.selected = service.id
        }
        .links {
          if service.kind == .custom {
            Link("View Details") { $1.present(ServiceDetails(service: service.id)) }
          }
        }
      }
    }
    Text("\(product.services.count) items", role: .status)
  }
}
