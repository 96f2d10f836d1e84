/// WAI-ARIA roles, as far as engines show them.
package enum Role: String, CaseIterable, Sendable {
  case alert, alertdialog, banner, button, cell, checkbox, columnheader, combobox, dialog, document
  case grid, group, heading, img, link, list, listbox, listitem, main, menu, menubar, menuitem
  case menuitemcheckbox, menuitemradio, navigation, option, paragraph, progressbar, radio
  case radiogroup, region, row, search, searchbox, slider, spinbutton, status, `switch`, tab, table
  case tablist, tabpanel, textbox, toolbar, tooltip, tree, treegrid, treeitem

  /// What a person clicks.
  package var isClickable: Bool {
    switch self {
    case .button, .checkbox, .columnheader, .combobox, .link, .listitem, .menuitem,
      .menuitemcheckbox, .menuitemradio, .option, .radio, .row, .switch, .tab, .treeitem, .textbox,
      .searchbox, .spinbutton, .slider, .img:
      true
    case .alert, .alertdialog, .banner, .cell, .dialog, .document, .grid, .group, .heading, .list,
      .listbox, .main, .menu, .menubar, .navigation, .paragraph, .progressbar, .radiogroup,
      .region, .search, .status, .table, .tablist, .tabpanel, .toolbar, .tooltip, .tree, .treegrid:
      false
    }
  }

  /// What a person types into.
  package var isTypable: Bool {
    switch self {
    case .textbox, .searchbox, .spinbutton, .combobox: true
    default: false
    }
  }

  /// What holds things to choose from.
  package var isCollection: Bool {
    switch self {
    case .grid, .group, .list, .listbox, .menu, .menubar, .radiogroup, .table, .tree, .treegrid,
      .combobox:
      true
    default: false
    }
  }

  /// What is one of several things in a collection.
  package var isItem: Bool {
    switch self {
    case .checkbox, .listitem, .menuitem, .menuitemcheckbox, .menuitemradio, .option, .radio,
      .row, .treeitem:
      true
    default: false
    }
  }
}
