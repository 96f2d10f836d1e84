/// Tags and channels: how programs are described.
extension Subscription {
  // MARK: Channels

  /// Why no channel, or not this one, can be as the draft says.
  package func refusals(of draft: ChannelDraft, for id: Channel.ID? = nil) -> [Refusal] {
    var refusals: [Refusal] = []
    if draft.name.isBlank { refusals.append(.isEmpty("Channel")) }
    let name = draft.name.lowercased()
    // [I] Names are unique, of statuses too.
    if let other = channels.first(where: { $0.name.lowercased() == name }), other.id != id {
      refusals.append(.channelNameInUse(other.name))
    }
    if draft.programType == nil { refusals.append(.isEmpty("Applies to")) }
    if draft.names.isEmpty { refusals.append(.isEmpty("Status")) }
    for (index, name) in draft.names.enumerated() where draft.names[..<index].contains(name) {
      refusals.append(.statusTwice(name))
    }
    for status in draft.statuses where !status.name.isBlank && Int(status.step) == nil {
      refusals.append(.stepIsNoNumber(status.name))
    }
    if !draft.holds(draft.success) { refusals.append(.isEmpty("Success")) }
    // An event needs to know who came.
    if draft.programType == .event {
      if !draft.holds(draft.registered) { refusals.append(.isEmpty("Registered")) }
      if !draft.holds(draft.attended) { refusals.append(.isEmpty("Attended")) }
    }
    return refusals
  }

  package mutating func createChannel(_ draft: ChannelDraft, by actor: Actor) throws(Refusal) {
    try actor.require(.accessTags)
    if let refusal = refusals(of: draft).first { throw refusal }
    var channel = Channel(
      id: nextID(), name: draft.name, programType: .standard, statuses: [], success: "")
    draft.apply(to: &channel)
    channels.append(channel)
  }

  package mutating func updateChannel(
    _ id: Channel.ID, to draft: ChannelDraft, by actor: Actor
  ) throws(Refusal) {
    try actor.require(.accessTags)
    guard let index = channels.firstIndex(where: { $0.id == id }) else { throw .noTagSelected }
    if let refusal = refusals(of: draft, for: id).first { throw refusal }
    draft.apply(to: &channels[index])
  }

  // MARK: Tags

  /// Why no tag, or not this one, can be as the draft says.
  package func refusals(of draft: TagTypeDraft, for id: TagType.ID? = nil) -> [Refusal] {
    var refusals: [Refusal] = []
    if draft.name.isBlank { refusals.append(.isEmpty("Tag Type")) }
    let name = draft.name.lowercased()
    // [I] Names are unique, of a tag's values too.
    if let other = tagTypes.first(where: { $0.name.lowercased() == name }), other.id != id {
      refusals.append(.tagNameInUse(other.name))
    }
    refusals += self.refusals(ofValues: draft.values, besides: [])
    if draft.programTypes.isEmpty { refusals.append(.isEmpty("Applies to")) }
    return refusals
  }

  /// Why these can't be the values of a tag; blank ones are left out.
  private func refusals(ofValues values: [String], besides others: [String]) -> [Refusal] {
    let named = values.filter { !$0.isBlank }
    if named.isEmpty { return [.isEmpty("Value")] }
    return named.indices.filter { (others + named[..<$0]).contains(named[$0]) }
      .map { .valueTwice(named[$0]) }
  }

  package mutating func createTagType(_ draft: TagTypeDraft, by actor: Actor) throws(Refusal) {
    try actor.require(.accessTags)
    if let refusal = refusals(of: draft).first { throw refusal }
    var tag = TagType(id: nextID(), name: draft.name, values: [], programTypes: [])
    draft.apply(to: &tag)
    tagTypes.append(tag)
  }

  package mutating func updateTagType(
    _ id: TagType.ID, to draft: TagTypeDraft, by actor: Actor
  ) throws(Refusal) {
    try actor.require(.accessTags)
    guard let index = tagTypes.firstIndex(where: { $0.id == id }) else { throw .noTagSelected }
    if let refusal = refusals(of: draft, for: id).first { throw refusal }
    draft.apply(to: &tagTypes[index])
  }

  /// Why a tag can't have these values besides those it has.
  package func refusals(ofAdding values: [String], toTag name: String?) -> [Refusal] {
    guard let tag = tagTypes.first(where: { $0.name == name }) else {
      return [.isEmpty("Tag Type")]
    }
    return refusals(ofValues: values, besides: tag.values.map(\.name))
  }

  package mutating func addValues(
    _ values: [String], toTag name: String?, by actor: Actor
  ) throws(Refusal) {
    try actor.require(.accessTags)
    if let refusal = refusals(ofAdding: values, toTag: name).first { throw refusal }
    guard let index = tagTypes.firstIndex(where: { $0.name == name }) else { return }
    tagTypes[index].values += values.filter { !$0.isBlank }.map { TagType.Value(name: $0) }
  }
}

extension ChannelDraft {
  fileprivate func holds(_ status: String?) -> Bool { status.map(names.contains) ?? false }

  fileprivate func apply(to channel: inout Channel) {
    channel.name = name
    channel.programType = programType ?? .standard
    channel.statuses = statuses.filter { !$0.name.isBlank }.map { status in
      Channel.Status(name: status.name, step: Int(status.step) ?? 0)
    }
    channel.success = success ?? ""
    channel.registered = programType == .event ? registered : nil
    channel.attended = programType == .event ? attended : nil
  }
}

extension TagTypeDraft {
  fileprivate func apply(to tag: inout TagType) {
    let hidden = Set(tag.values.filter(\.isHidden).map(\.name))
    tag.name = name
    tag.values = values.filter { !$0.isBlank }.map {
      TagType.Value(name: $0, isHidden: hidden.contains($0))
    }
    tag.programTypes = programTypes
    tag.isRequired = isRequired
  }
}
