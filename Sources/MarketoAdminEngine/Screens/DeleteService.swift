import EngineInterface

/// Asks whether a service is to be deleted.
struct DeleteService: Dialog {
  let service: LaunchPointService.ID

  var title: String { "Delete Service" }
  var windowRole: Role { .alertdialog }

  func body(_ desk: Desk) -> [Element<Self>] {
    if let service = desk.subscription.service(service) {
      Text(OwnTexts.deleteService(service.displayName))
    }
    Button("Delete", purpose: .destroy) { dialog, desk throws(Refusal) in
      try desk.subscription.deleteService(dialog.service, by: desk.actor)
      desk.dismiss()
    }
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
  }
}
