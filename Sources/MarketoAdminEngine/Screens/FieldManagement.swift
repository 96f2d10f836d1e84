import EngineInterface

/// Field Management: the fields of people, and what can be done with the selected one.
struct FieldManagement: Place {
  var selected: PersonField.ID?
  var isActionsOpen = false

  var name: String { AdminArea.fieldManagement.name }

  func body(_ desk: Desk) -> [Element<Self>] {
    let product = desk.subscription
    let field = product.field(selected)
    Group(.toolbar) {
      Button("New Custom Field") { $1.present(NewField()) }
      MenuButton(
        "Field Actions", \.isActionsOpen, of: self, unless: field == nil ? [.noFieldSelected] : []
      ) {
        if let field { actions(field, product) }
      }
      Button("Export Field Names") { _, desk in
        desk.subscription.exportFieldNames()
        desk.tell(OwnTexts.exported("Field Names.xlsx"))
      }
      Button("Export All Objects") { _, desk in
        desk.subscription.exportObjects()
        desk.tell(OwnTexts.exported("All Objects.csv"))
      }
    }
    Group(.grid, "Fields") {
      for column in ["Name", "Object", "Type", "API Name"] { ColumnHeader(column) }
      for field in product.fields {
        Row(
          field.name,
          columns: [
            field.object.rawValue, field.kind.rawValue, field.apiName,
            field.isHidden ? "Hidden" : "",
          ],
          isSelected: field.id == selected
        ) { screen, _ in screen.selected = field.id }
        .called(["field"])
      }
    }
    if let field { details(field, product) }
  }

  @ScreenBuilder<Self>
  private func actions(_ field: PersonField, _ product: Subscription) -> [Element<Self>] {
    if field.isHidden {
      MenuItem("Unhide Field") { _, desk throws(Refusal) in
        try desk.subscription.set(field.id, isHidden: false, by: desk.actor)
      }
    } else {
      MenuItem("Hide Field", unless: product.refusals(ofHiding: field)) {
        $1.present(HideField(field: field.id))
      }
    }
    MenuItem("Change Type", unless: product.refusals(ofChangingTypeOf: field)) {
      $1.present(ChangeFieldType(field: field.id, kind: field.kind))
    }
    // What there is to block is told in part.
    MenuItem("Block Field Updates") {
      $1.go(to: Elsewhere(name: "Block Field Updates", isInsideAdmin: true))
    }
    MenuItem("Edit Import Aliases") { $1.present(ImportAliases(field)) }
    MenuItem("Export Used By") { _, desk in
      desk.subscription.exportUses(of: field)
      desk.tell(OwnTexts.exported("Used By \(field.name).xlsx"))
    }
  }

  /// What is shown of the selected one: a click on its name renames it.
  @ScreenBuilder<Self>
  private func details(_ field: PersonField, _ product: Subscription) -> [Element<Self>] {
    Group(.region, "Field") {  // [I] Its name.
      Button(field.name, unless: product.refusals(ofRenaming: field)) {
        $1.present(RenameField(field: field.id, name: field.name))
      }
      ReadOnlyText("API Name", field.apiName)
      Text("Type: \(field.kind.rawValue)")
      Link("Used By") { $1.present(UsesOfField(field: field.id)) }
      CheckBox("Mark Field as Sensitive", isChecked: field.isSensitive) {
        desk, isSensitive throws(Refusal) in
        try desk.subscription.set(field.id, isSensitive: isSensitive, by: desk.actor)
      }
      CheckBox("HTML Encode Tokens in Emails", isChecked: field.isEncoded) {
        desk, isEncoded throws(Refusal) in
        try desk.subscription.set(field.id, isEncoded: isEncoded, by: desk.actor)
      }
      if field.kind == .formula {
        // How a formula is put together is not told.
        Button("Edit Rules") { $1.go(to: Elsewhere(name: "Edit Rules", isInsideAdmin: true)) }
      }
    }
  }
}
