/// A kind of program.
package enum ProgramType: String, CaseIterable, Sendable {
  case standard = "Default"
  case event = "Event"
  case eventWithWebinar = "Event with Webinar"
  case engagement = "Engagement"
  case email = "Email"
}

/// What programs are described by: a tag, and the values that it can have.
package struct TagType: Hashable, Sendable, Identifiable {
  package struct Value: Hashable, Sendable {
    package var name: String
    package var isHidden = false
  }

  package let id: Int
  package var name: String
  package var values: [Value]
  package var programTypes: Set<ProgramType>
  /// Who makes a program has to give it a value.
  package var isRequired = false
  package var isHidden = false
}

/// By what a program reaches people, and the statuses that they go through in it.
package struct Channel: Hashable, Sendable, Identifiable {
  package struct Status: Hashable, Sendable {
    package var name: String
    /// People go on to a status of the same step or of a higher one.
    package var step: Int
  }

  package let id: Int
  package var name: String
  package var programType: ProgramType
  package var statuses: [Status]
  /// The status that is the program's aim.
  package var success: String
  /// The statuses that the check-in at an event knows and sets, for programs that are events.
  package var registered: String?
  package var attended: String?
  package var isHidden = false
  /// Whether programs use it; their people have its statuses.
  package var isInUse = false
}

extension Channel {
  /// [I] Which there are at first: Webinar is told to come with the product, Roadshow is an example.
  static let standard = [
    Channel(
      id: 1, name: "Roadshow", programType: .event,
      statuses: [
        .init(name: "Invited", step: 10), .init(name: "Registered", step: 20),
        .init(name: "No Show", step: 30), .init(name: "Attended", step: 30),
      ],
      success: "Attended", registered: "Registered", attended: "Attended"),
    Channel(
      id: 2, name: "Webinar", programType: .eventWithWebinar,
      statuses: [
        .init(name: "Invited", step: 10), .init(name: "Registered", step: 20),
        .init(name: "Attended", step: 30),
      ],
      success: "Attended", isInUse: true),
  ]
}

extension TagType {
  /// [I] An example of the documentation.
  static let standard = [
    TagType(
      id: 1, name: "Program Owner",
      values: ["Anna", "Arun", "Reza"].map { Value(name: $0) },
      programTypes: Set(ProgramType.allCases))
  ]
}

/// What is said of a channel in its dialog.
package struct ChannelDraft: Hashable, Sendable {
  package struct Status: Hashable, Sendable {
    package var name = ""
    package var step = ""
    /// The people in it, which keep it from being removed.
    package var isInUse = false

    package init() {}
  }

  package var name = ""
  package var programType: ProgramType?
  package var statuses: [Status] = []
  package var success: String?
  package var registered: String?
  package var attended: String?

  /// Two statuses to begin with.
  package init() {
    addStatus()
    addStatus()
  }

  package init(_ channel: Channel) {
    name = channel.name
    programType = channel.programType
    success = channel.success
    registered = channel.registered
    attended = channel.attended
    for status in channel.statuses {
      var draft = Status()
      draft.name = status.name
      draft.step = "\(status.step)"
      draft.isInUse = channel.isInUse
      statuses.append(draft)
    }
  }

  /// [I] The step of a new one is ten more than the last.
  package mutating func addStatus() {
    var status = Status()
    status.step = "\((statuses.last.flatMap { Int($0.step) } ?? 0) + 10)"
    statuses.append(status)
  }

  /// The statuses that have a name.
  package var names: [String] { statuses.map(\.name).filter { !$0.isBlank } }
}

/// What is said of a tag in its dialog.
package struct TagTypeDraft: Hashable, Sendable {
  package var name = ""
  package var values = [""]
  package var programTypes: Set<ProgramType> = []
  package var isRequired = false

  package init() {}

  package init(_ tag: TagType) {
    name = tag.name
    values = tag.values.map(\.name)
    programTypes = tag.programTypes
    isRequired = tag.isRequired
  }
}
