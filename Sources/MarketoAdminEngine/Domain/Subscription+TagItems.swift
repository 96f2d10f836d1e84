/// One of what the screen of tags lists.
package enum TagItem: Hashable, Sendable {
  case channel(Channel.ID)
  case tag(TagType.ID)
  case value(String, of: TagType.ID)
}

extension Subscription {
  package func isHidden(_ item: TagItem) -> Bool {
    switch item {
    case .channel(let id): channels.first { $0.id == id }?.isHidden ?? false
    case .tag(let id): tagTypes.first { $0.id == id }?.isHidden ?? false
    case .value(let name, let id):
      tagTypes.first { $0.id == id }?.values.first { $0.name == name }?.isHidden ?? false
    }
  }

  /// Whether it is still there.
  package func contains(_ item: TagItem) -> Bool {
    switch item {
    case .channel(let id): channels.contains { $0.id == id }
    case .tag(let id): tagTypes.contains { $0.id == id }
    case .value(let name, let id):
      tagTypes.contains { $0.id == id && $0.values.contains { $0.name == name } }
    }
  }

  /// Programs of today keep what is hidden; new ones can't have it.
  package mutating func set(
    _ item: TagItem, isHidden: Bool, by actor: Actor
  ) throws(Refusal) {
    try actor.require(.accessTags)
    guard contains(item) else { throw .noTagSelected }
    switch item {
    case .channel(let id):
      for index in channels.indices where channels[index].id == id {
        channels[index].isHidden = isHidden
      }
    case .tag(let id):
      for index in tagTypes.indices where tagTypes[index].id == id {
        tagTypes[index].isHidden = isHidden
      }
    case .value(let name, let id):
      guard let tag = tagTypes.firstIndex(where: { $0.id == id }),
        let value = tagTypes[tag].values.firstIndex(where: { $0.name == name })
      else { return }
      tagTypes[tag].values[value].isHidden = isHidden
    }
  }

  /// Why it can't be deleted: a channel that programs use can only be hidden.
  package func refusals(ofDeleting item: TagItem) -> [Refusal] {
    guard contains(item) else { return [.noTagSelected] }
    guard case .channel(let id) = item, let channel = channels.first(where: { $0.id == id }),
      channel.isInUse
    else { return [] }
    return [.channelInUse(channel.name)]
  }

  package mutating func delete(_ item: TagItem, by actor: Actor) throws(Refusal) {
    try actor.require(.accessTags)
    if let refusal = refusals(ofDeleting: item).first { throw refusal }
    switch item {
    case .channel(let id): channels.removeAll { $0.id == id }
    case .tag(let id): tagTypes.removeAll { $0.id == id }
    case .value(let name, let id):
      for index in tagTypes.indices where tagTypes[index].id == id {
        tagTypes[index].values.removeAll { $0.name == name }
      }
    }
  }
}
