import EngineInterface

/// The menu that is on every screen.
struct GlobalMenu: Surface {
  /// The same item is a tile of the start screen, and has gone by all these nouns.
  private static let nouns = ["area", "tab", "menu", "tile", "section"]

  func body(_ desk: Desk) -> [Element<Self>] {
    if desk.isInProduct { globalMenu(desk) }
    // [I] Other applications are a tab of the browser away.
    if !desk.isInProduct || desk.subscription.identity == .adobe {
      Group(.navigation, "Other Applications") {
        if desk.isInProduct {
          Link(AdobeAdminConsole().name) { $1.go(to: AdobeAdminConsole()) }
        } else {
          Link(MyMarketo().name) { $1.go(to: MyMarketo()) }
        }
      }
    }
  }

  @ScreenBuilder<Self>
  private func globalMenu(_ desk: Desk) -> [Element<Self>] {
    Group(.navigation, "Global Menu") {
      for name in ["Marketing Activities", "Design Studio", "Database", "Analytics"] {
        Link(name, nouns: Self.nouns, isCurrent: desk.placeName == name) { _, desk in
          desk.go(to: Elsewhere(name: name, isInsideAdmin: false))
        }
      }
      if desk.actor.may(.accessAdmin) {
        Link("Admin", nouns: Self.nouns, isCurrent: desk.placeName == AdminHome().name) {
          $1.go(to: AdminHome())
        }
      }
    }
  }
}
