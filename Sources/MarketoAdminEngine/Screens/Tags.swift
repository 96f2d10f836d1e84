import EngineInterface

/// Tags: the channels, and the tags with their values, in a tree.
struct Tags: Place {
  /// What can be opened in the tree.
  enum Branch: Hashable {
    case channels
    case tag(TagType.ID)
  }

  var selected: TagItem?
  var opened: Set<Branch> = []
  var isNewOpen = false
  var isActionsOpen = false
  var showsHidden = false

  var name: String { AdminArea.tags.name }

  func body(_ desk: Desk) -> [Element<Self>] {
    let product = desk.subscription
    Group(.toolbar) {
      MenuButton("New", \.isNewOpen, of: self) {
        MenuItem("New Tag Type") { $1.present(TagTypeDialog()) }
        MenuItem("New Tag Value") { $1.present(NewTagValue()) }
        MenuItem("New Channel") { $1.present(ChannelDialog()) }
      }
      MenuButton("Tag Actions", \.isActionsOpen, of: self, unless: selectedItem(product).refusals) {
        actions(product)
      }
      CheckBox("Show Hidden", \.showsHidden)
    }
    Group(.tree, "Tags") {
      branch("Channel", .channels, item: nil, isHidden: false) {
        for channel in product.channels {
          leaf(channel.name, .channel(channel.id), isHidden: channel.isHidden)
        }
      }
      for tag in product.tagTypes {
        branch(tag.name, .tag(tag.id), item: .tag(tag.id), isHidden: tag.isHidden) {
          for value in tag.values {
            leaf(value.name, .value(value.name, of: tag.id), isHidden: value.isHidden)
          }
        }
      }
    }
  }

  /// [I] Which of them are there for what: the documentation has Edit and Delete for channels, and
  /// Hide for channels and values.
  @ScreenBuilder<Self>
  private func actions(_ product: Subscription) -> [Element<Self>] {
    let item = selectedItem(product).item
    if let item {
      if let dialog = editor(of: item, in: product) {
        MenuItem("Edit") { $1.present(dialog) }
      }
      let isHidden = product.isHidden(item)
      MenuItem(isHidden ? "Unhide" : "Hide") { _, desk throws(Refusal) in
        try desk.subscription.set(item, isHidden: !isHidden, by: desk.actor)
      }
      MenuItem("Delete", purpose: .destroy, unless: product.refusals(ofDeleting: item)) {
        _, desk throws(Refusal) in
        try desk.subscription.delete(item, by: desk.actor)
      }
    }
  }

  private func editor(of item: TagItem, in product: Subscription) -> (any Dialog)? {
    switch item {
    case .channel(let id): product.channels.first { $0.id == id }.map(ChannelDialog.init(editing:))
    case .tag(let id): product.tagTypes.first { $0.id == id }.map(TagTypeDialog.init(editing:))
    case .value: nil
    }
  }

  /// What is selected; without it, why there is nothing to do.
  private func selectedItem(_ product: Subscription) -> (item: TagItem?, refusals: [Refusal]) {
    guard let selected, product.contains(selected) else { return (nil, [.noTagSelected]) }
    return (selected, [])
  }

  @ScreenBuilder<Self>
  private func leaf(_ name: String, _ item: TagItem, isHidden: Bool) -> [Element<Self>] {
    if !isHidden || showsHidden {
      TreeItem(name, isCurrent: selected == item) { screen, _ in screen.selected = item }
    }
  }

  /// A click on it selects it, and opens it too, as a click on the plus sign does.
  @ScreenBuilder<Self>
  private func branch(
    _ name: String, _ branch: Branch, item: TagItem?, isHidden: Bool,
    @ScreenBuilder<Self> content: @escaping () -> [Element<Self>]
  ) -> [Element<Self>] {
    if !isHidden || showsHidden {
      TreeItem(name, isCurrent: item != nil && selected == item) { screen, _ in
        screen.selected = item
        screen.opened.insert(branch)
      }
      .branch(
        isExpanded: opened.contains(branch),
        set: { $0.opened.set(branch, isIn: $1) },
        content: content
      )
      .called(["drop-down"])
    }
  }
}
