import EngineInterface

/// A workspace to be made or changed.
struct WorkspaceDialog: Dialog {
  /// Nil for a new one.
  let workspace: Workspace.ID?
  var draft = WorkspaceDraft()

  init() { workspace = nil }

  init(editing workspace: Workspace, in product: Subscription) {
    self.workspace = workspace.id
    draft.name = workspace.name
    draft.language = workspace.language
    draft.hasAllPartitions = workspace.partitions == nil
    draft.partitions = workspace.partitions ?? []
    draft.primaryPartition =
      product.partitions.first { $0.id == workspace.primaryPartition }?.name
    draft.brandedDomain = workspace.brandedDomain.isEmpty ? nil : workspace.brandedDomain
  }

  var title: String { workspace == nil ? "New Workspace" : "Edit Workspace" }

  func body(_ desk: Desk) -> [Element<Self>] {
    let product = desk.subscription
    TextBox("Name", \.draft.name, required: true)
    // Rule 48.
    if workspace == nil { ComboBox("Language", \.draft.language) }
    CheckBox("All Person Partitions", \.draft.hasAllPartitions)
    if !draft.hasAllPartitions {
      Group(.group, "Person Partitions", required: true) {
        for partition in product.partitions {
          CheckBox(partition.name, isChecked: draft.partitions.contains(partition.id)) {
            $0.draft.partitions.set(partition.id, isIn: $1)
          }
        }
      }
    }
    ComboBox(
      "Primary Person Partition",
      \.draft.primaryPartition,
      options: product.partitions.filter { isOpen($0) }.map(\.name),
      required: true
    )
    if product.brandedDomains.count > 1 {
      ComboBox(
        "Primary Branded Domain",
        \.draft.brandedDomain,
        options: product.brandedDomains,
        required: true
      )
    }
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button(
      workspace == nil ? "Create" : "Save",
      purpose: .confirm,
      unless: product.refusals(of: draft, for: workspace)
    ) { dialog, desk throws(Refusal) in
      if let workspace = dialog.workspace {
        try desk.subscription.updateWorkspace(workspace, to: dialog.draft, by: desk.actor)
      } else {
        try desk.subscription.createWorkspace(dialog.draft, by: desk.actor)
      }
      desk.dismiss()
    }
  }

  private func isOpen(_ partition: PersonPartition) -> Bool {
    draft.hasAllPartitions || draft.partitions.contains(partition.id)
  }
}

/// Asks whether a workspace is to be deleted.
struct DeleteWorkspace: Dialog {
  let workspace: Workspace.ID

  var title: String { "Delete Workspace" }
  var windowRole: Role { .alertdialog }

  func body(_ desk: Desk) -> [Element<Self>] {
    if let workspace = desk.subscription.workspaces.first(where: { $0.id == workspace }) {
      Text(OwnTexts.deleteWorkspace(workspace.name))
    }
    Button("Delete", purpose: .destroy) { dialog, desk throws(Refusal) in
      try desk.subscription.deleteWorkspace(dialog.workspace, by: desk.actor)
      desk.dismiss()
    }
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
  }
}

/// A person partition to be made or changed, and the workspaces that see it.
struct PartitionDialog: Dialog {
  /// Nil for a new one.
  let partition: PersonPartition.ID?
  var draft = PartitionDraft()

  init() { partition = nil }

  init(editing partition: PersonPartition, in product: Subscription) {
    self.partition = partition.id
    draft.name = partition.name
    draft.workspaces = Set(product.workspaces(with: partition.id).map(\.id))
  }

  var title: String { partition == nil ? "New Person Partition" : "Edit Person Partition" }

  func body(_ desk: Desk) -> [Element<Self>] {
    let product = desk.subscription
    TextBox("Name", \.draft.name, required: true)
    Group(.group, "Workspaces") {
      for workspace in product.workspaces {
        CheckBox(
          workspace.name,
          isChecked: draft.workspaces.contains(workspace.id) || workspace.partitions == nil,
          unless: workspace.partitions == nil ? [.hasAllPartitions(workspace.name)] : []
        ) {
          $0.draft.workspaces.set(workspace.id, isIn: $1)
        }
      }
    }
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button(
      partition == nil ? "Create" : "Save",
      purpose: .confirm,
      unless: product.refusals(of: draft, for: partition)
    ) { dialog, desk throws(Refusal) in
      if let partition = dialog.partition {
        try desk.subscription.updatePartition(partition, to: dialog.draft, by: desk.actor)
      } else {
        try desk.subscription.createPartition(dialog.draft, by: desk.actor)
      }
      desk.dismiss()
    }
  }
}

extension Subscription {
  /// The partitions of a workspace, in words.
  func partitionNames(of workspace: Workspace) -> String {
    guard let ids = workspace.partitions else { return "All Person Partitions" }
    return partitions.filter { ids.contains($0.id) }.map(\.name).joined(separator: ", ")
  }
}
