import EngineInterface

/// A tag to be made or changed, with its values.
struct TagTypeDialog: Dialog {
  /// Nil for a new one.
  let tag: TagType.ID?
  var draft: TagTypeDraft

  init() {
    tag = nil
    draft = TagTypeDraft()
  }

  init(editing tag: TagType) {
    self.tag = tag.id
    draft = TagTypeDraft(tag)
  }

  var title: String { tag == nil ? "New Tag Type" : "Edit Tag Type" }

  func body(_ desk: Desk) -> [Element<Self>] {
    TextBox("Tag Type", \.draft.name, required: true)
    valueFields(\.draft.values, of: self)
    Group(.group, "Applies to", required: true) {
      for type in ProgramType.allCases {
        CheckBox(type.rawValue, isChecked: draft.programTypes.contains(type)) {
          $0.draft.programTypes.set(type, isIn: $1)
        }
      }
    }
    CheckBox("Required", \.draft.isRequired)
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button(
      tag == nil ? "Create" : "Save",
      purpose: .confirm,
      unless: desk.subscription.refusals(of: draft, for: tag)
    ) { dialog, desk throws(Refusal) in
      if let tag = dialog.tag {
        try desk.subscription.updateTagType(tag, to: dialog.draft, by: desk.actor)
      } else {
        try desk.subscription.createTagType(dialog.draft, by: desk.actor)
      }
      desk.dismiss()
    }
  }
}

/// Further values of a tag.
struct NewTagValue: Dialog {
  var tag: String?
  var values = [""]

  var title: String { "New Tag Value" }

  func body(_ desk: Desk) -> [Element<Self>] {
    ComboBox("Tag Type", \.tag, options: desk.subscription.tagTypes.map(\.name), required: true)
    valueFields(\.values, of: self)
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    Button(
      "Create", purpose: .confirm, unless: desk.subscription.refusals(ofAdding: values, toTag: tag)
    ) { dialog, desk throws(Refusal) in
      try desk.subscription.addValues(dialog.values, toTag: dialog.tag, by: desk.actor)
      desk.dismiss()
    }
  }
}

extension Surface {
  /// [I] A field each, of which all but the first have their number, and a button for one more.
  @ScreenBuilder<Self>
  fileprivate func valueFields(
    _ values: WritableKeyPath<Self, [String]>, of dialog: Self
  ) -> [Element<Self>] {
    for index in dialog[keyPath: values].indices {
      TextBox(
        index == 0 ? "Value" : "Value \(index + 1)", values.appending(path: \.[index]),
        required: index == 0)
    }
    Button("Add Another") { dialog, _ in dialog[keyPath: values].append("") }
  }
}
