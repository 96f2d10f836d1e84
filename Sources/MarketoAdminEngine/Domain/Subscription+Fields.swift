/// The fields of people: what a customer can do with their own, and with those of the product.
extension Subscription {
  package func field(_ id: PersonField.ID?) -> PersonField? { fields.first { $0.id == id } }

  /// Why no field can be as its dialog says.
  package func refusals(of draft: FieldDraft) -> [Refusal] {
    var refusals: [Refusal] = []
    if draft.object == nil { refusals.append(.isEmpty("Object")) }
    if draft.kind == nil { refusals.append(.isEmpty("Type")) }
    refusals += self.refusals(ofFieldName: draft.name)
    if draft.apiName.isBlank { refusals.append(.isEmpty("API Name")) }
    if draft.apiName.count > 255 { refusals.append(.apiNameTooLong) }
    guard draft.object == .programMember else { return refusals }
    if let kind = draft.kind, !PersonField.Kind.ofMembers.contains(kind) {
      refusals.append(.notOfMembers(kind.rawValue))
    }
    if fields.count(where: { $0.object == .programMember }) >= 20 {
      refusals.append(.tooManyMemberFields)
    }
    return refusals
  }

  /// Why no field, or not this one, can have the name.
  package func refusals(
    ofFieldName name: String, for id: PersonField.ID? = nil
  ) -> [Refusal] {
    if name.isBlank { return [.isEmpty("Name")] }
    if let first = name.first, ".&+[]".contains(first) { return [.beginsWith(first)] }
    // [I] For all objects: it is told that people and members of programs share no name.
    let taken = fields.first { $0.name.lowercased() == name.lowercased() }
    return taken.map { $0.id == id ? [] : [.fieldNameInUse($0.name)] } ?? []
  }

  package mutating func createField(_ draft: FieldDraft, by actor: Actor) throws(Refusal) {
    try actor.require(.accessFieldManagement)
    if let refusal = refusals(of: draft).first { throw refusal }
    fields.append(
      PersonField(
        id: nextID(), name: draft.name, apiName: draft.apiName, object: draft.object ?? .person,
        kind: draft.kind ?? .string, isCustom: true))
  }

  /// Why a field can't be hidden: it is the product's own, or something uses it.
  package func refusals(ofHiding field: PersonField) -> [Refusal] {
    if !field.isCustom { return [.standardField(field.name)] }
    if field.object == .opportunity { return [.opportunityField] }
    return refusals(ofUsesOf: field)
  }

  /// Why a field can't have another name.
  package func refusals(ofRenaming field: PersonField) -> [Refusal] {
    field.isCustom ? refusals(ofUsesOf: field) : [.standardField(field.name)]
  }

  private func refusals(ofUsesOf field: PersonField) -> [Refusal] {
    field.uses.isEmpty ? [] : [.fieldInUse(field.name, by: field.uses)]
  }

  /// Why a field can't have another type.
  package func refusals(ofChangingTypeOf field: PersonField) -> [Refusal] {
    if !field.isCustom { return [.standardField(field.name)] }
    if field.object == .programMember { return [.memberFieldType] }
    return field.kind.canChange ? [] : [.typeStays(field.kind.rawValue)]
  }

  package mutating func set(
    _ id: PersonField.ID, isHidden: Bool, by actor: Actor
  ) throws(Refusal) {
    try change(id, by: actor, unless: { isHidden ? $0.refusals(ofHiding: $1) : [] }) {
      $0.isHidden = isHidden
    }
  }

  package mutating func rename(
    _ id: PersonField.ID, to name: String, by actor: Actor
  ) throws(Refusal) {
    try change(
      id, by: actor,
      unless: { $0.refusals(ofRenaming: $1) + $0.refusals(ofFieldName: name, for: id) }
    ) { $0.name = name }
  }

  package mutating func setType(
    of id: PersonField.ID, to kind: PersonField.Kind, by actor: Actor
  ) throws(Refusal) {
    try change(id, by: actor, unless: { $0.refusals(ofChangingTypeOf: $1) }) { $0.kind = kind }
  }

  package mutating func setAliases(
    of id: PersonField.ID, to aliases: [String], by actor: Actor
  ) throws(Refusal) {
    try change(id, by: actor) { $0.aliases = aliases.filter { !$0.isBlank } }
  }

  package mutating func set(
    _ id: PersonField.ID, isSensitive: Bool, by actor: Actor
  ) throws(Refusal) {
    try change(id, by: actor) { $0.isSensitive = isSensitive }
  }

  package mutating func set(
    _ id: PersonField.ID, isEncoded: Bool, by actor: Actor
  ) throws(Refusal) {
    try change(id, by: actor) { $0.isEncoded = isEncoded }
  }

  private mutating func change(
    _ id: PersonField.ID, by actor: Actor,
    unless refusals: (Subscription, PersonField) -> [Refusal] = { _, _ in [] },
    _ body: (inout PersonField) -> Void
  ) throws(Refusal) {
    try actor.require(.accessFieldManagement)
    guard let index = fields.firstIndex(where: { $0.id == id }) else { throw .noFieldSelected }
    if let refusal = refusals(self, fields[index]).first { throw refusal }
    body(&fields[index])
  }
}
