extension Role {
  /// The role as people write it: "tree item".
  package var words: String {
    switch self {
    case .alertdialog: "alert dialog"
    case .checkbox: "check box"
    case .columnheader: "column header"
    case .combobox: "drop-down list"
    case .img: "image"
    case .listbox: "list box"
    case .listitem: "list item"
    case .menubar: "menu bar"
    case .menuitem, .menuitemcheckbox, .menuitemradio: "menu item"
    case .progressbar: "progress bar"
    case .radio: "radio button"
    case .radiogroup: "group of radio buttons"
    case .searchbox: "search box"
    case .spinbutton: "number field"
    case .tablist: "list of tabs"
    case .tabpanel: "tab panel"
    case .textbox: "text field"
    case .treegrid: "tree grid"
    case .treeitem: "tree item"
    case .alert, .banner, .button, .cell, .dialog, .document, .grid, .group, .heading, .link,
      .list, .main, .menu, .navigation, .option, .paragraph, .region, .row, .search, .slider,
      .status, .switch, .tab, .table, .toolbar, .tooltip, .tree:
      rawValue
    }
  }

  /// Several of them: "check boxes", "tree items".
  package var plural: String { words + (words.hasSuffix("x") ? "es" : "s") }

  /// With its article: "a tree item".
  package var withArticle: String {
    ("aeio".contains(rawValue.first ?? "x") ? "an " : "a ") + words
  }
}
