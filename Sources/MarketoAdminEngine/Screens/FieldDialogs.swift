import EngineInterface

/// A custom field to be made.
struct NewField: Dialog {
  var draft = FieldDraft()

  var title: String { "New Custom Field" }

  func body(_ desk: Desk) -> [Element<Self>] {
    ComboBox("Object", \.draft.object, required: true)
    ComboBox("Type", \.draft.kind, required: true)
    TextBox("Name", \.draft.name, required: true)
    TextBox("API Name") {
      $0.draft.apiName
    } set: {
      $0.draft.typedAPIName = $1
    }
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button("Create", purpose: .confirm, unless: desk.subscription.refusals(of: draft)) {
      dialog, desk throws(Refusal) in
      try desk.subscription.createField(dialog.draft, by: desk.actor)
      desk.dismiss()
    }
  }
}

/// Asks whether a field is to be hidden.
struct HideField: Dialog {
  let field: PersonField.ID

  var title: String { "Hide Field" }
  var windowRole: Role { .alertdialog }

  func body(_ desk: Desk) -> [Element<Self>] {
    if let field = desk.subscription.field(field) { Text(OwnTexts.hideField(field.name)) }
    Button("Hide", purpose: .confirm) { dialog, desk throws(Refusal) in
      try desk.subscription.set(dialog.field, isHidden: true, by: desk.actor)
      desk.dismiss()
    }
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
  }
}

/// Gives a field another type, after a warning.
struct ChangeFieldType: Dialog {
  let field: PersonField.ID
  var kind: PersonField.Kind

  var title: String { "Change Type" }

  func body(_ desk: Desk) -> [Element<Self>] {
    ComboBox("Type", \.kind)
    Text(OwnTexts.typeWarning)
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button("Change", purpose: .confirm) { dialog, desk throws(Refusal) in
      try desk.subscription.setType(of: dialog.field, to: dialog.kind, by: desk.actor)
      desk.dismiss()
    }
  }
}

/// The headers by which a list to import means a field.
struct ImportAliases: Dialog {
  let field: PersonField.ID
  var aliases: [String]

  init(_ field: PersonField) {
    self.field = field.id
    aliases = field.aliases.isEmpty ? [""] : field.aliases
  }

  var title: String { "Edit Import Aliases" }

  func body(_ desk: Desk) -> [Element<Self>] {
    for index in aliases.indices {
      TextBox(index == 0 ? "Alias" : "Alias \(index + 1)", \.aliases[index])
    }
    Button("Add Another") { dialog, _ in dialog.aliases.append("") }
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button("Save", purpose: .confirm) { dialog, desk throws(Refusal) in
      try desk.subscription.setAliases(of: dialog.field, to: dialog.aliases, by: desk.actor)
      desk.dismiss()
    }
  }
}

/// Gives a field another name.
struct RenameField: Dialog {
  let field: PersonField.ID
  var name: String

  var title: String { "Rename Field" }

  func body(_ desk: Desk) -> [Element<Self>] {
    TextBox("Name", \.name, required: true)
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button(
      "Save", purpose: .confirm, unless: desk.subscription.refusals(ofFieldName: name, for: field)
    ) { dialog, desk throws(Refusal) in
      try desk.subscription.rename(dialog.field, to: dialog.name, by: desk.actor)
      desk.dismiss()
    }
  }
}

/// What uses a field.
struct UsesOfField: Dialog {
  let field: PersonField.ID

  var title: String { "Used By" }

  func body(_ desk: Desk) -> [Element<Self>] {
    Group(.list, "Assets") {
      for use in desk.subscription.field(field)?.uses ?? [] { Text(use, role: .listitem) }
    }
  }
}
