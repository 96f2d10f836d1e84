package import EngineInterface

/// A to-do list: a second product, to see that nothing outside an engine knows the first one.
package struct ToDoList: SnapshotEngine {
  package static let product = ProductDescription(
    modelled: "a list of tasks",
    names: ["To Do"],
    circumstances: [
      Circumstance(
        "acting-as", summary: "whose list it is", domain: .choice(["Owner", "Guest"]),
        standard: "Owner", phrases: [.init("only the owner", means: "Owner")], isWho: true),
      Circumstance(
        "edition", summary: "what was bought", domain: .choice(["plain", "team"]),
        standard: "plain", phrases: [.init("the team edition", means: "team")]),
    ],
    actorKeys: ["acting-as"],
    factKinds: [
      FactKind("task", nouns: ["to-do", "item"]),
      FactKind("reminder", nouns: ["notification"], absence: "no reminder set"),
    ])

  struct Task: Hashable {
    var title: String
    var priority = "Normal"
    var isDone = false
  }

  enum Dialog: Hashable {
    case newTask(title: String, priority: String)
    case deleteTask
  }

  private var tasks = [Task(title: "Water the plants")]
  private var selected: Int?
  private var dialog: Dialog?
  private var isGuest = false
  private var isTeam = false
  private var message: String?

  package init() {}

  package mutating func begin(under circumstances: Circumstances) {
    isGuest = circumstances["acting-as"] == "Guest"
    isTeam = circumstances["edition"] == "team"
    (dialog, selected, message) = (nil, nil, nil)
  }

  // MARK: Observing

  package var observation: Observation {
    var controls: [Control] = []
    if !isGuest {
      let label = isTeam ? "Add to Team" : "New Task"
      controls.append(Control(id: "new", role: .button, name: label))
    }
    controls.append(
      Control(
        id: "delete", role: .button, name: "Delete Task",
        disabledReasons: selected == nil ? ["no task is selected"] : [], purpose: .destroy))
    controls.append(
      Control(
        id: "tasks", role: .list, name: "Tasks",
        children: tasks.indices.map { index in
          Control(
            id: .init("task \(index)"), role: .listitem, name: tasks[index].title,
            isSelected: index == selected)
        }))
    if let dialog { controls.append(control(dialog)) }
    return Observation(
      screen: Screen(name: "My Tasks", controls: controls), messages: message.map { [$0] } ?? [],
      facts: tasks.map { task in
        Fact(
          kind: "task", name: task.title, attributes: [.init("priority", task.priority)])
      })
  }

  private func control(_ dialog: Dialog) -> Control {
    switch dialog {
    case .newTask(let title, let priority):
      Control(
        id: "dialog", role: .dialog, name: "New Task", isModal: true,
        children: [
          Control(id: "title", role: .textbox, name: "Title", value: title, isRequired: true),
          Control(
            id: "priority", role: .combobox, name: "Priority", value: priority, isExpanded: true,
            children: ["Normal", "High", "Low"].map {
              Control(
                id: .init("priority \($0)"), role: .option, name: $0, isSelected: $0 == priority)
            }),
          Control(
            id: "add", role: .button, name: "Add",
            disabledReasons: title.isEmpty
              ? ["Title is empty"]
              : tasks.contains { $0.title == title } ? ["there is a task \(title) already"] : [],
            purpose: .confirm),
          Control(id: "cancel", role: .button, name: "Cancel", purpose: .cancel),
        ])
    case .deleteTask:
      Control(
        id: "dialog", role: .alertdialog, name: "Delete Task", isModal: true,
        children: [
          Control(id: "question", role: .paragraph, name: "This can't be undone."),
          Control(id: "yes", role: .button, name: "Yes", purpose: .destroy),
          Control(id: "no", role: .button, name: "No", purpose: .cancel),
        ])
    }
  }

  // MARK: Performing

  package mutating func apply(_ interaction: Interaction) {
    let screen = observation.screen
    guard let control = screen.reachable.first(where: { $0.id == interaction.control }),
      control.isEnabled
    else { return }
    message = nil
    switch interaction {
    case .activate(let id): activate(id)
    case .fill("title", let text):
      if case .newTask(_, let priority) = dialog {
        dialog = .newTask(title: text, priority: priority)
      }
    case .choose("priority", let option):
      if case .newTask(let title, _) = dialog { dialog = .newTask(title: title, priority: option) }
    default: break
    }
  }

  private mutating func activate(_ id: Control.ID) {
    switch (id, dialog) {
    case ("new", _): dialog = .newTask(title: "", priority: "Normal")
    case ("delete", _): dialog = .deleteTask
    case ("add", .newTask(let title, let priority)):
      tasks.append(Task(title: title, priority: priority))
      dialog = nil
      message = "Well begun is half done."
    case ("yes", _):
      if let selected { tasks.remove(at: selected) }
      (dialog, selected) = (nil, nil)
    case ("cancel", _), ("no", _): dialog = nil
    default:
      if let index = tasks.indices.first(where: { id == .init("task \($0)") }) { selected = index }
      for name in ["Normal", "High", "Low"] where id == .init("priority \(name)") {
        apply(.choose("priority", option: name))
      }
    }
  }
}

extension Control.ID: ExpressibleByStringLiteral {
  package init(stringLiteral path: String) { self.init(path) }
}
