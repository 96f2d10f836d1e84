import EngineInterface

/// Workspaces & Partitions: two tabs.
struct WorkspacesAndPartitions: Place {
  enum TabName: String, CaseIterable {
    case workspaces = "Workspaces"  // [I] its name.
    case partitions = "Person Partitions"
  }

  var name: String { AdminArea.workspacesAndPartitions.name }

  var tab = TabName.workspaces
  var selectedWorkspace: Workspace.ID?
  var selectedPartition: PersonPartition.ID?
  var isColumnsMenuOpen = false
  var showsID = false

  func body(_ desk: Desk) -> [Element<Self>] {
    Group(.tablist) {
      for tab in TabName.allCases {
        Tab(tab.rawValue, isSelected: self.tab == tab) { screen, _ in screen.tab = tab }
      }
    }
    Group(.tabpanel, tab.rawValue) {
      switch tab {
      case .workspaces: workspacesTab(desk.subscription)
      case .partitions: partitionsTab(desk.subscription)
      }
    }
  }

  @ScreenBuilder<Self>
  private func workspacesTab(_ product: Subscription) -> [Element<Self>] {
    let workspace = product.workspaces.first { $0.id == selectedWorkspace }
    let unselected: [Refusal] = workspace == nil ? [.noWorkspaceSelected] : []
    Group(.toolbar) {
      Button("New Workspace", unless: product.refusalsOfWorkspaces) {
        $1.present(WorkspaceDialog())
      }
      Button("Edit Workspace", unless: product.refusalsOfWorkspaces + unselected) {
        if let workspace { $1.present(WorkspaceDialog(editing: workspace, in: $1.subscription)) }
      }
      Button(
        "Delete Workspace",
        purpose: .destroy,
        unless: workspace.map(product.refusals(ofDeleting:)) ?? unselected
      ) {
        if let workspace { $1.present(DeleteWorkspace(workspace: workspace.id)) }
      }
    }
    Group(.grid, "Workspaces") {
      for column in ["Name", "Language", "Person Partitions"] + (showsID ? ["ID"] : []) {
        ColumnHeader(column, menu: \.isColumnsMenuOpen)
      }
      for workspace in product.workspaces {
        Row(
          workspace.name,
          columns: [
            "Language: \(workspace.language.rawValue)", product.partitionNames(of: workspace),
          ] + (showsID ? ["ID: \(workspace.id)"] : []),
          isSelected: workspace.id == selectedWorkspace
        ) { screen, _ in screen.selectedWorkspace = workspace.id }
      }
    }
    // [I] It can be opened without the right click on a header, too.
    MenuButton("Columns", \.isColumnsMenuOpen, of: self) {
      MenuItem("ID", isChecked: showsID) { $0.showsID = $1 }
    }
  }

  @ScreenBuilder<Self>
  private func partitionsTab(_ product: Subscription) -> [Element<Self>] {
    let partition = product.partitions.first { $0.id == selectedPartition }
    let unselected: [Refusal] = partition == nil ? [.noPartitionSelected] : []
    Group(.toolbar) {
      Button("New Person Partition", unless: product.refusalsOfWorkspaces) {
        $1.present(PartitionDialog())
      }
      Button("Edit Person Partition", unless: product.refusalsOfWorkspaces + unselected) {
        if let partition { $1.present(PartitionDialog(editing: partition, in: $1.subscription)) }
      }
    }
    Group(.grid, "Person Partitions") {
      for column in ["Name", "Workspaces"] { ColumnHeader(column) }
      for partition in product.partitions {
        Row(
          partition.name,
          columns: [product.workspaces(with: partition.id).map(\.name).joined(separator: ", ")],
          isSelected: partition.id == selectedPartition
        ) { screen, _ in screen.selectedPartition = partition.id }
      }
    }
  }
}
