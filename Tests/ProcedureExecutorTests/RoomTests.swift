import Diagnostics
import EngineInterface
import MarketoAdminEngine
import ProcedureModel
import TestSupport
import Testing
import ToDoEngine

@testable import ProcedureExecutor

/// Resolving: from words to controls.
struct ResolvingTests {
  private let place = SourceRange(
    file: "page.md", start: .init(line: 1, column: 1), end: .init(line: 1, column: 2))

  private func target(_ text: String, _ noun: ControlNoun? = nil, _ word: String = "") -> Target {
    Target(
      text: text, range: place, form: .label, isMarked: true,
      noun: word.isEmpty ? nil : Noun(text: word, range: place, control: noun))
  }

  @Test(arguments: [
    ("Users & Roles", "users and roles"), ("Save\u{2026}", "Save"), ("Name:", "Name"),
    ("Don\u{2019}t ask", "Don't ask"), ("New\u{00A0}Role", "New  Role"),
  ])
  func `labels that differ in case, space and signs match`(one: String, other: String) {
    #expect(LabelMatching.matches(one, other))
    #expect(!LabelMatching.matches(one, other + "s"))
  }

  @Test(arguments: [
    ("The name is empty", "name", true), ("The names are empty", "name", false),
    ("", "name", false), ("100 %", "%", true),
  ])
  func `a text stands in another one in whole words`(text: String, part: String, holds: Bool) {
    #expect(LabelMatching.holds(text, part) == holds)
  }

  @Test func `the noun tells which of two controls is meant`() {
    let screen = Screen(
      name: "Roles",
      controls: [
        Control(id: "button", role: .button, name: "Roles"),
        Control(id: "tab", role: .tab, name: "Roles"),
      ])
    let resolver = Resolver(screen: screen, product: MarketoAdmin.product)
    func found(_ target: Target) -> [Role] {
      resolver.candidates(for: target, to: .activate, in: screen.reachable).controls.map(\.role)
    }
    #expect(found(target("Roles")) == [.button, .tab])
    #expect(found(target("Roles", .tab, "tab")) == [.tab])
    #expect(found(target("Roles", .checkbox, "checkbox")) == [])
    #expect(
      resolver.candidates(
        for: target("Roles", .checkbox, "checkbox"), to: .activate, in: screen.reachable
      ).otherKinds.count == 2)
  }
}

/// Acting: values and effects.
struct ActingTests {
  private func field(_ label: String) -> Control {
    Control(id: "field", role: .textbox, name: label)
  }

  @Test(arguments: [
    ("Email", "api.user@example.com"), ("IP Address", "192.0.2.1"),
    ("Access Expires", "2030-12-31"), ("Role Name", "Example Role"), ("Description", "An example"),
  ])
  func `a value is of the kind that the label tells`(label: String, text: String) {
    var values = ValueBook(given: [:])
    #expect(values.text(for: field(label)).text == text)
    #expect(values.text(for: field(label)).reason == .madeUp)
  }

  @Test func `a given value comes first, and no address comes twice`() {
    var values = ValueBook(given: ["role name": "Guest"])
    #expect(values.text(for: field("Role Name")).text == "Guest")
    #expect(values.text(for: field("Email")).text != values.text(for: field("Email")).text)
  }

  @Test func `a dialog that opens and one that closes are effects`() {
    func observation(_ controls: [Control]) -> Observation {
      Observation(screen: Screen(name: "Board", controls: controls), messages: [], facts: [])
    }
    let dialog = Control(id: "dialog", role: .dialog, name: "Details", isModal: true)
    #expect(
      Effect.difference(from: observation([]), to: observation([dialog]))
        == [.dialogOpened("Details")])
    #expect(
      Effect.difference(from: observation([dialog]), to: observation([]))
        == [.dialogClosed("Details")])
    #expect(Effect.difference(from: observation([dialog]), to: observation([dialog])) == [])
  }
}

/// Searching: what is tried leaves no trace, and costs what it may.
struct SearchingTests {
  private func session() async -> Session<ToDoBoard<AllGestures>> {
    let board = ToDoBoard<AllGestures>()
    return await Session(
      engine: board,
      terms: RunTerms(
        product: ToDoBoard<AllGestures>.product, account: SearchAccount(), explains: true),
      memory: RunMemory(values: ValueBook(given: [:])),
      circumstances: Circumstances())
  }

  @Test func `what is tried leaves no trace, and is counted`() async {
    let session = await session()
    let before = session.observation
    let after = await session.trying(session.search(.nearby)) { session in
      _ = await session.perform(.drag("task Milk", onto: "Done"))
      return session.observation
    }
    #expect(after != before && after != nil)
    let now = await session.engine.observe()
    #expect(now == before)
    #expect(session.terms.account.spent == [.nearby: 1])
  }

  @Test func `a question that has cost all it may is not answered`() async {
    let session = await session()
    let search = session.search(.theOne)
    search.spend(Question.theOne.budget)
    let answer = await session.trying(search) { _ in true }
    #expect(answer == nil)
  }

  @Test func `what is collapsed is found with the way there`() async {
    var session = await session()
    _ = await session.perform(.setExpanded("lists", false))
    let found = await session.firstExpansion { session in
      session.screen.reachable.first { $0.name == "Today" }
    } within: { _ in
      true
    }
    #expect(found?.route == [.setExpanded("lists", true)])
    #expect(session.screen.reachable.allSatisfy { $0.name != "Today" })
  }
}

/// Running: what a required page leaves is worked out once.
struct SharedRunTests {
  @Test func `two pages that require the same page share its run`() async throws {
    let role = "help/users-and-roles/create-a-role-for-api-access.md"
    let shared = SharedRuns<MarketoAdmin>()
    var results: [PageResult] = []
    for path in helpSite.keys.sorted() {
      guard let page = helpSite[path], page.requiredLinks.contains(where: { $0.resolved == role })
      else { continue }
      let runner = PageRunner(
        engine: MarketoAdmin(), pages: PageGraph(helpSite.values), circumstances: Circumstances(),
        values: [:],
        shared: shared)
      results.append(await runner.run(page))
    }
    let told = shared.completing(results).flatMap(\.prerequisites).filter { $0.path == role }
    #expect(told.count > 1)
    #expect(told.first?.isShared == false)
    #expect(told.contains { $0.isShared })
  }
}
