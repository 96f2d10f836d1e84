extension Subscription {
  /// Why no workspace can be made or changed at all.
  package var refusalsOfWorkspaces: [Refusal] { hasWorkspaces ? [] : [.workspacesAreOff] }

  /// Why no workspace, or not this one, can be as the draft says.
  package func refusals(of draft: WorkspaceDraft, for id: Workspace.ID? = nil) -> [Refusal] {
    var refusals = refusalsOfWorkspaces
    if draft.name.isBlank { refusals.append(.isEmpty("Name")) }
    let name = draft.name.lowercased()
    if let other = workspaces.first(where: { $0.name.lowercased() == name }), other.id != id {
      refusals.append(.workspaceNameInUse(other.name))
    }
    if !draft.hasAllPartitions, draft.partitions.isEmpty {
      refusals.append(.isEmpty("Person Partitions"))
    }
    // [I] The primary one is among them.
    let primary = partition(named: draft.primaryPartition)?.id
    if !(primary.map { draft.hasAllPartitions || draft.partitions.contains($0) } ?? false) {
      refusals.append(.isEmpty("Primary Person Partition"))
    }
    if brandedDomains.count > 1, draft.brandedDomain == nil {
      refusals.append(.isEmpty("Primary Branded Domain"))
    }
    return refusals
  }

  package func partition(named name: String?) -> PersonPartition? {
    partitions.first { $0.name == name }
  }

  package mutating func createWorkspace(
    _ draft: WorkspaceDraft,
    by actor: Actor
  ) throws(Refusal) {
    try actor.require(.accessWorkspacesAndPartitions)
    if let refusal = refusals(of: draft).first { throw refusal }
    var workspace = Workspace(
      id: nextID(), name: draft.name, language: draft.language, hasAssets: true)
    apply(draft, to: &workspace)
    workspaces.append(workspace)
  }

  /// Rule 48: the language stays.
  package mutating func updateWorkspace(
    _ id: Workspace.ID,
    to draft: WorkspaceDraft,
    by actor: Actor
  ) throws(Refusal) {
    try actor.require(.accessWorkspacesAndPartitions)
    guard let index = workspaces.firstIndex(where: { $0.id == id }) else {
      throw .noWorkspaceSelected
    }
    if let refusal = refusals(of: draft, for: id).first { throw refusal }
    apply(draft, to: &workspaces[index])
  }

  private func apply(_ draft: WorkspaceDraft, to workspace: inout Workspace) {
    workspace.name = draft.name
    workspace.partitions = draft.hasAllPartitions ? nil : draft.partitions
    workspace.primaryPartition =
      partition(named: draft.primaryPartition)?.id ?? PersonPartition.standard.id
    workspace.brandedDomain = draft.brandedDomain ?? ""
  }

  /// Why this workspace can't be deleted (rule 47).
  package func refusals(ofDeleting workspace: Workspace) -> [Refusal] {
    if workspace.id == Workspace.standard.id { return [.defaultWorkspace] }
    return workspace.hasAssets ? [.workspaceHasAssets(workspace.name)] : []
  }

  package mutating func deleteWorkspace(_ id: Workspace.ID, by actor: Actor) throws(Refusal) {
    try actor.require(.accessWorkspacesAndPartitions)
    guard let workspace = workspaces.first(where: { $0.id == id }) else {
      throw .noWorkspaceSelected
    }
    if let refusal = refusals(ofDeleting: workspace).first { throw refusal }
    workspaces.removeAll { $0.id == id }
    for index in users.indices { users[index].grants.remove(id) }
  }

  // MARK: Person partitions

  /// Why no partition, or not this one, can be as the draft says.
  package func refusals(of draft: PartitionDraft, for id: PersonPartition.ID? = nil) -> [Refusal] {
    var refusals = refusalsOfWorkspaces
    if draft.name.isBlank { refusals.append(.isEmpty("Name")) }
    let name = draft.name.lowercased()
    if let other = partitions.first(where: { $0.name.lowercased() == name }), other.id != id {
      refusals.append(.partitionNameInUse(other.name))
    }
    return refusals + primaryUses(of: id, outside: draft.workspaces)
  }

  /// [I] A workspace keeps its primary partition.
  private func primaryUses(
    of id: PersonPartition.ID?, outside chosen: Set<Workspace.ID>
  ) -> [Refusal] {
    workspaces.filter { workspace in
      workspace.partitions != nil && workspace.primaryPartition == id
        && !chosen.contains(workspace.id)
    }
    .map { .isPrimary(of: $0.name) }
  }

  package mutating func createPartition(
    _ draft: PartitionDraft,
    by actor: Actor
  ) throws(Refusal) {
    try actor.require(.accessWorkspacesAndPartitions)
    if let refusal = refusals(of: draft).first { throw refusal }
    let partition = PersonPartition(id: nextID(), name: draft.name)
    partitions.append(partition)
    assign(partition.id, to: draft.workspaces)
  }

  package mutating func updatePartition(
    _ id: PersonPartition.ID,
    to draft: PartitionDraft,
    by actor: Actor
  ) throws(Refusal) {
    try actor.require(.accessWorkspacesAndPartitions)
    guard let index = partitions.firstIndex(where: { $0.id == id }) else {
      throw .noPartitionSelected
    }
    if let refusal = refusals(of: draft, for: id).first { throw refusal }
    partitions[index].name = draft.name
    assign(id, to: draft.workspaces)
  }

  /// Gives a partition to these workspaces and to no other; one that has all has it anyway.
  private mutating func assign(_ partition: PersonPartition.ID, to chosen: Set<Workspace.ID>) {
    for index in workspaces.indices where workspaces[index].partitions != nil {
      let isChosen = chosen.contains(workspaces[index].id)
      workspaces[index].partitions?.set(partition, isIn: isChosen)
    }
  }

  package func workspaces(with partition: PersonPartition.ID) -> [Workspace] {
    workspaces.filter { $0.partitions?.contains(partition) ?? true }
  }
}

/// What is said of a workspace in its dialog.
package struct WorkspaceDraft: Hashable, Sendable {
  package var name = ""
  package var language = Settings.Location.Language.english
  package var partitions: Set<PersonPartition.ID> = []
  package var hasAllPartitions = false
  /// By name.
  package var primaryPartition: String?
  package var brandedDomain: String?

  package init() {}
}

/// What is said of a person partition in its dialog.
package struct PartitionDraft: Hashable, Sendable {
  package var name = ""
  package var workspaces: Set<Workspace.ID> = []

  package init() {}
}
