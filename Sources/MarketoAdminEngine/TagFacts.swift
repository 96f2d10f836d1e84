import EngineInterface

extension Subscription {
  /// How programs are described.
  var tagFacts: [Fact] { channels.map(\.fact) + tagTypes.map(\.fact) }

  /// Where something of a person is kept.
  var fieldFacts: [Fact] { fields.map(\.fact) }
}

extension Channel {
  fileprivate var fact: Fact {
    var attributes: [Fact.Attribute] = [
      .init("applies to", programType.rawValue),
      .init("statuses", list: statuses.map { .init($0.name) }),
      .init("steps", statuses.map { "\($0.step)" }.joined(separator: ", ")),
      .init("success", success),
    ]
    if let registered { attributes.append(.init("registered at check-in", registered)) }
    if let attended { attributes.append(.init("attended at check-in", attended)) }
    if isHidden { attributes.append(.init("shown", "no")) }
    return Fact(kind: FactKind.channel.name, name: name, id: "\(id)", attributes: attributes)
  }
}

extension TagType {
  fileprivate var fact: Fact {
    var attributes: [Fact.Attribute] = [
      .init("values", list: values.map { .init($0.name) }),
      .init(
        "applies to", list: ProgramType.allCases.filter(programTypes.contains).map(\.item)),
      .init("required", isRequired ? "yes" : "no"),
    ]
    let hidden = values.filter(\.isHidden)
    if !hidden.isEmpty {
      attributes.append(.init("hidden values", list: hidden.map { .init($0.name) }))
    }
    if isHidden { attributes.append(.init("shown", "no")) }
    return Fact(kind: FactKind.tagType.name, name: name, id: "\(id)", attributes: attributes)
  }
}

extension ProgramType {
  fileprivate var item: Fact.Attribute.Item { .init(rawValue) }
}

extension PersonField {
  fileprivate var fact: Fact {
    var attributes: [Fact.Attribute] = [
      .init("object", object.rawValue),
      .init("type", kind.rawValue),
      .init("API name", apiName),
    ]
    if isHidden { attributes.append(.init("shown", "no")) }
    if isSensitive { attributes.append(.init("sensitive", "yes")) }
    if !isEncoded { attributes.append(.init("HTML encoded", "no")) }
    if !aliases.isEmpty {
      attributes.append(.init("import aliases", list: aliases.map { .init($0) }))
    }
    let kind = isCustom ? FactKind.customField : .standardField
    return Fact(kind: kind.name, name: name, id: "\(id)", attributes: attributes)
  }
}
