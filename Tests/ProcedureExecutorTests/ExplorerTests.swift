import EngineInterface
import ProcedureExecutor
import Testing
import ToDoEngine

/// Which screens an engine has is found by using it.
struct ExplorerTests {
  @Test func `every screen is found, with the way there`() {
    let screens = Explorer.screens(of: ToDoList(), under: Circumstances())
    #expect(screens.map(\.name) == ["My Tasks", "New Task", "Delete Task"])
    #expect(screens.map(\.way) == [[], ["New Task"], ["Water the plants", "Delete Task"]])
  }

  @Test func `what is not there under the circumstances is not found`() {
    let screens = Explorer.screens(
      of: ToDoList(), under: Circumstances(["acting-as": .one("Guest")]))
    #expect(screens.map(\.name) == ["My Tasks", "Delete Task"])
  }
}
