package import EngineInterface
package import ProcedureModel

extension ControlNoun {
  /// The roles of the controls that people call so.
  package var roles: Set<Role> {
    switch self {
    case .button: [.button]
    case .tab: [.tab]
    case .menu:
      [.combobox, .listbox, .menu, .menubar, .menuitem, .menuitemcheckbox, .menuitemradio]
    case .dropDown: [.combobox, .listbox, .menu]
    case .checkbox: [.checkbox, .switch]
    case .radioButton: [.radio]
    case .toggle: [.switch, .checkbox]
    case .field: [.textbox, .searchbox, .spinbutton, .combobox]
    case .list: [.list, .listbox, .grid, .combobox, .tree]
    case .table: [.table, .grid, .treegrid]
    case .row: [.row, .listitem, .treeitem]
    case .option:
      [.option, .menuitem, .radio, .checkbox, .treeitem, .listitem, .menuitemcheckbox, .row]
    case .icon: [.button, .img, .link]
    case .link: [.link]
    case .dialog: [.dialog, .alertdialog]
    case .page: [.document, .link, .tab, .treeitem]
    case .panel: [.region, .group, .tabpanel, .navigation]
    case .section: [.group, .region, .heading, .tabpanel, .treeitem]
    case .area: [.group, .region, .tabpanel]
    case .tree: [.tree, .treeitem]
    case .column: [.columnheader]
    case .tile: [.button, .link, .group, .listitem, .region]
    }
  }

  /// Whether a control is one of these: by its role, by a noun of its own, or because it opens
  /// something ("menu", "drop-down").
  func admits(_ control: Control) -> Bool {
    if roles.contains(control.role) { return true }
    if spellings.contains(where: control.nouns.contains) { return true }
    switch self {
    case .menu, .dropDown: return control.role == .button && control.isExpanded != nil
    default: return false
    }
  }
}
