import EngineInterface
import MarketoAdminEngine
import Testing

/// What the product keeps to in channels, tags and the limits of campaigns.
struct ProgramRuleTests {
  @Test func `a channel that programs use is hidden and not deleted`() throws {
    var engine = MarketoAdmin()
    try engine.open("Tags")
    try engine.expand("Channel")
    try engine.click("Webinar", .treeitem)
    try engine.click("Tag Actions")
    #expect(
      try engine.control("Delete", .menuitem).disabledReasons
        == ["programs use the channel Webinar, so it can only be hidden"])
    try engine.click("Hide")
    #expect(engine.controls("Webinar", .treeitem).isEmpty)
    try engine.check("Show Hidden", .checkbox)
    try engine.click("Tag Actions")
    try engine.click("Unhide")
    try engine.check("Show Hidden", .checkbox, false)
    #expect(!engine.controls("Webinar", .treeitem).isEmpty)
  }

  @Test func `a channel that no program uses is deleted`() throws {
    var engine = MarketoAdmin()
    try engine.open("Tags")
    try engine.expand("Channel")
    try engine.click("Roadshow", .treeitem)
    let before = engine
    try engine.click("Tag Actions")
    try engine.click("Delete")
    #expect(engine.changes(since: before).map(\.kind) == ["channel"])
    #expect(try engine.reasons("Tag Actions") == ["no channel, tag or value is selected"])
  }

  @Test func `a status that people have is not removed`() throws {
    var engine = MarketoAdmin()
    try engine.open("Tags")
    try engine.expand("Channel")
    for (channel, reasons) in [
      ("Roadshow", []), ("Webinar", ["people have the status Invited, so it can't be removed"]),
    ] {
      try engine.click(channel, .treeitem)
      try engine.click("Tag Actions")
      try engine.click("Edit")
      #expect(try engine.reasons("X") == reasons, "\(channel)")
      try engine.click("Cancel")
    }
  }

  @Test func `an event has a status for who is registered and for who came`() throws {
    var engine = MarketoAdmin()
    try engine.open("Tags")
    try engine.click("New")
    try engine.click("New Channel")
    try engine.fill("Channel", "roadshow")
    try engine.fill("Status", "Asked")
    try engine.choose("Success", "Asked")
    try engine.choose("Applies to", "Default")
    #expect(engine.controls("Registered", .combobox).isEmpty)
    #expect(
      try engine.reasons("Create") == ["a channel with the name Roadshow already exists"])
    try engine.fill("Channel", "Party")
    try engine.choose("Applies to", "Event")
    #expect(try engine.reasons("Create") == ["Registered is empty", "Attended is empty"])
    try engine.choose("Registered", "Asked")
    try engine.choose("Attended", "Asked")
    try engine.fill("Step", "first")
    #expect(
      try engine.reasons("Create") == ["the step of the status Asked is not a whole number"])
    try engine.fill("Step", "10")
    try engine.fill("Status 2", "Asked")
    #expect(try engine.reasons("Create") == ["the status Asked is there twice"])
  }

  @Test func `a status that is renamed is no longer the success`() throws {
    var engine = MarketoAdmin()
    try engine.open("Tags")
    try engine.expand("Channel")
    try engine.click("Roadshow", .treeitem)
    try engine.click("Tag Actions")
    try engine.click("Edit")
    try engine.fill("Status 4", "Came")
    #expect(try engine.reasons("Save") == ["Success is empty", "Attended is empty"])
  }

  @Test func `a tag has a name, a value and a type of program`() throws {
    var engine = MarketoAdmin()
    try engine.open("Tags")
    try engine.click("New")
    try engine.click("New Tag Type")
    #expect(
      try engine.reasons("Create")
        == ["Tag Type is empty", "Value is empty", "Applies to is empty"])
    try engine.fill("Tag Type", "program owner")
    try engine.fill("Value", "Ida")
    try engine.click("Add Another")
    try engine.fill("Value 2", "Ida")
    try engine.check("Event", .checkbox)
    #expect(
      try engine.reasons("Create")
        == [
          "a tag type with the name Program Owner already exists", "the value Ida is there twice",
        ])
  }

  @Test func `a value is added to a tag that does not have it`() throws {
    var engine = MarketoAdmin()
    try engine.open("Tags")
    try engine.click("New")
    try engine.click("New Tag Value")
    #expect(try engine.reasons("Create") == ["Tag Type is empty"])
    try engine.choose("Tag Type", "Program Owner")
    try engine.fill("Value", "Anna")
    #expect(try engine.reasons("Create") == ["the value Anna is there twice"])
  }

  @Test func `the number of Custom is a whole number`() throws {
    var engine = MarketoAdmin()
    try engine.open("Communication Limits")
    try engine.click("Edit")
    #expect(engine.controls("Custom Per Day", .textbox).isEmpty)
    try engine.choose("Per Day", "Custom")
    for text in ["", "many", "0", "-1", "1.5"] {
      try engine.fill("Custom Per Day", text)
      #expect(
        try engine.reasons("Save") == ["Custom Per Day is not a whole number of 1 or more"])
    }
    try engine.fill("Custom Per Day", "12")
    try engine.click("Save")
    #expect(engine.subscription.settings.mailLimits.perDay.text == "12")
  }

  @Test func `a blank limit of campaigns is none`() throws {
    var engine = MarketoAdmin()
    for (text, limit) in [("20,000", 20_000), ("", nil)] {
      try engine.open("Smart Campaign")
      let edit = try #require(engine.controls("Edit", .button).first)
      engine.apply(.activate(edit.id))
      try engine.fill("Limit", "some")
      #expect(try engine.reasons("Save") == ["Limit is not a whole number of 1 or more"])
      try engine.fill("Limit", text)
      try engine.click("Save")
      #expect(engine.subscription.settings.campaignLimit == limit)
    }
  }

  @Test(arguments: [
    ("Communication Limits", "Access Communication Limit"), ("Tags", "Access Tags"),
    ("Field Management", "Access Field Management"), ("Smart Campaign", "Access Smart Campaign"),
    ("Landing Pages", "Access Landing Pages"), ("Email", "Access Email Admin"),
  ])
  func `an area opens with the permission of its name`(area: String, permission: String) throws {
    var with = MarketoAdmin.under(["permissions": "Access Admin, \(permission)"])
    try with.open(area)
    #expect(with.screen.name == area)
    var without = MarketoAdmin.under(["permissions": "Access Admin, Access Users"])
    try without.open(area)
    #expect(without.screen.name == "Admin")
    #expect(without.observation.messages == [OwnTexts.limitedAccess])
  }
}

extension MarketoAdmin {
  /// Opens an area from the home of Admin.
  mutating func open(_ area: String) throws {
    try click("Admin", .link)
    try click(area, .link)
  }

  mutating func choose(_ name: String, _ option: String) throws {
    apply(.choose(try control(name, .combobox).id, option: option))
  }
}
