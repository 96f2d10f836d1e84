/// The nouns that help pages have for parts of a user interface.
package enum ControlNoun: String, CaseIterable, Sendable {
  case button, tab, menu, dropDown, checkbox, radioButton, toggle, field, list, table, row, option
  case icon, link, dialog, page, panel, section, area, tree, column, tile

  /// How the noun is written, in lower case and singular.
  package var spellings: [String] {
    switch self {
    case .button: ["button"]
    case .tab: ["tab"]
    case .menu: ["menu", "menu item", "command"]
    case .dropDown:
      [
        "drop-down", "dropdown", "drop-down list", "dropdown list", "drop-down menu",
        "dropdown menu", "combo box", "drop down", "drop down menu", "selector", "picker",
      ]
    case .checkbox: ["checkbox", "check box", "tick box"]
    case .radioButton: ["radio button"]
    case .toggle: ["toggle", "switch", "slider"]
    case .field: ["field", "box", "text box", "textbox", "text field", "input", "search bar"]
    case .list: ["list"]
    case .table: ["table", "grid"]
    case .row: ["row", "line", "entry"]
    case .option: ["option", "item", "value", "choice"]
    case .icon: ["icon", "logo"]
    case .link: ["link", "hyperlink"]
    case .dialog: ["dialog", "dialog box", "modal", "pop-up", "popup", "window", "wizard"]
    case .page: ["page", "screen", "view", "tool"]
    case .panel: ["panel", "pane", "sidebar", "side panel"]
    case .section: ["section", "group", "heading", "category"]
    case .area: ["area"]
    case .tree: ["tree", "folder", "node"]
    case .column: ["column", "column header", "column heading", "header"]
    case .tile: ["tile", "card"]
    }
  }

  /// The noun spelled so; plurals and capitals included.
  package init?(spelled text: String) {
    guard let noun = Self.bySpelling[text.lowercased()] else { return nil }
    self = noun
  }

  private static let bySpelling: [String: ControlNoun] = {
    var table: [String: ControlNoun] = [:]
    for noun in allCases {
      for spelling in noun.spellings {
        table[spelling] = noun
        table[spelling + (spelling.hasSuffix("x") ? "es" : "s")] = noun
      }
    }
    return table
  }()
}
