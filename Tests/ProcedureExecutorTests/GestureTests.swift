import Diagnostics
import EngineInterface
import MarketoAdminEngine
import ProcedureExecutor
import ProcedureModel
import TestSupport
import Testing
import ToDoEngine

/// What is done otherwise than by a click is done so, or not at all.
struct GestureTests {
  private func check<G: Gestures>(
    _ steps: String, _: G.Type, given: [String: String] = [:]
  ) async throws -> PageResult {
    let site = readSite(["page.md": "# How to Do It\n\n\(steps)\n"])
    return try await ProcedureExecutorTests.check(
      "page.md", of: site, on: ToDoBoard<G>(), given: given)
  }

  @Test(arguments: [
    "1. Drag **Milk** onto **Done**.", "1. Drag the **Milk** task to the **Done** list.",
    "1. Drag and drop **Milk** into **Done**.",
  ])
  func `a drag is a drag`(step: String) async throws {
    let result = try await check(step, AllGestures.self)
    #expect(result.errors == [])
    #expect(result.changes == ["- task Milk", "+ done task Milk"])
    #expect(result.deeds == [.dragged(onto: "Done")])
  }

  @Test(arguments: [
    "1. Drag **Milk** onto **Done**.", "1. Double-click **Milk**.", "1. Right-click **Milk**.",
    "1. Hover over **Milk**.", "1. Press **Esc**.",
  ])
  func `what the engine can't take is told, and nothing is done instead`(
    step: String
  ) async throws {
    let result = try await check(
      "\(step)\n1. Select **Bread**.\n1. Click **Rename**.", ClicksOnly.self)
    #expect(result.errors == [])
    #expect(result.changes == [])
    #expect(result.findings.first?.rule == .notPerformable)
    #expect(
      result.steps.map(\.outcome) == [.notPerformable, .passed, .blocked(by: .step("1"))])
  }

  @Test func `a page of which nothing can be performed was not checked`() async throws {
    let result = try await check("1. Drag **Milk** onto **Done**.", ClicksOnly.self)
    #expect(result.errors == ["nothing-checked 1"])
  }

  @Test(arguments: [
    "Drag **Cheese** onto **Done**.", "Drag **Milk** onto **Finished**.",
    "Double-click **Cheese**.",
  ])
  func `what is not there is an error, whatever the engine takes`(step: String) async throws {
    #expect(try await check("1. \(step)", AllGestures.self).errors == ["control-not-found 3"])
    #expect(try await check("1. \(step)", ClicksOnly.self).errors.contains("control-not-found 3"))
  }

  @Test(arguments: ["Collapse **Lists**.", "Collapse the **Lists** section."])
  func `collapsing collapses`(step: String) async throws {
    let result = try await check("1. \(step)", ClicksOnly.self)
    #expect(result.errors == [])
    #expect(result.deeds == [.collapsed])
  }

  @Test(arguments: [
    "Press **Esc**.", "Press the Escape key.", "Press **Escape** on your keyboard.",
  ])
  func `a double click opens, and Escape closes`(step: String) async throws {
    let result = try await check("1. Double-click **Milk**.\n1. \(step)", AllGestures.self)
    #expect(result.errors == [])
    #expect(result.deeds == [.doubleActivated, .pressed(.init(key: "Escape", modifiers: []))])
    #expect(
      result.steps.flatMap(\.actions).flatMap(\.deeds).flatMap(\.effects)
        == [.dialogOpened("Details"), .dialogClosed("Details")])
  }

  @Test(arguments: [
    "Select **Milk** and **Bread**.", "Hold down **Ctrl** and select **Milk** and **Bread**.",
    "Select **Milk**, **Bread**, and **Salt**.",
  ])
  func `several rows are selected where the list takes several`(step: String) async throws {
    let steps = "1. \(step)\n1. Click **Finish**."
    let result = try await check(steps, AllGestures.self, given: ["selection": "several"])
    #expect(result.errors == [])
    #expect(result.changes.count { $0.hasPrefix("+ done task") } == (step.contains("Salt") ? 3 : 2))
    let single = try await check(steps, AllGestures.self)
    #expect(single.errors == ["wrong-control-kind 3"])
    let finding = try #require(single.findings.first { $0.severity == .error })
    #expect(
      finding.message == "\"Tasks\" allows only one selected row, and \"Milk\" is already selected")
  }

  @Test func `a row that is selected in a step of its own takes the place of the other`()
    async throws
  {
    let steps = "1. Select **Milk**.\n1. Select **Bread**.\n1. Click **Finish**."
    let result = try await check(steps, AllGestures.self)
    #expect(result.errors == [])
    #expect(result.changes == ["- task Bread", "+ done task Bread"])
  }

  @Test(arguments: ["Right-click the **Language** header.", "Right-click **Language**."])
  func `the built-in engine opens the menu of a header`(step: String) async throws {
    let result = try await ProcedureExecutorTests.check(
      text: """
        # See the ID of a Workspace

        1. Go to the **Admin** area and click **Workspaces & Partitions**.
        1. \(step)
        1. Under **Columns**, select **ID**.
        """, given: ["workspaces": "on"])
    #expect(result.errors == [])
    #expect(result.deeds.contains(.contextMenuOpened))
  }

  @Test(arguments: [("Enter", true), ("Escape", false), ("Tab", false)])
  func `the built-in engine takes keys in its dialogs`(key: String, isMade: Bool) async throws {
    let result = try await ProcedureExecutorTests.check(
      text: """
        # How to Do It

        1. Go to the **Admin** area and click **Users & Roles**.
        1. Click the **Roles** tab and then **New Role**.
        1. Enter `Guest` in the **Role Name** field.
        1. Press **\(key)**.
        """)
    #expect(result.changes.contains { $0.hasPrefix("+ role Guest") } == isMade)
    #expect(result.errors.isEmpty == isMade)
  }
}

extension PageResult {
  fileprivate var deeds: [Deed.Kind] {
    steps.flatMap(\.actions).flatMap(\.deeds).map(\.kind)
  }
}
