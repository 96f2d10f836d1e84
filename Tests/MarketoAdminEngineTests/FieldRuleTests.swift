import EngineInterface
import MarketoAdminEngine
import Testing

/// What the product keeps to in the fields of people.
struct FieldRuleTests {
  @Test(arguments: [
    ("Email Address", "Email Address is a field of the product"),
    ("Renewal Date", "Renewal Date is in use: Smart Campaign: Renewals"),
    ("Middle Name", nil),
  ])
  func `only a custom field that nothing uses is hidden or renamed`(
    name: String, reason: String?
  ) throws {
    var engine = MarketoAdmin()
    try engine.open("Field Management")
    #expect(try engine.reasons("Field Actions") == ["no field is selected"])
    try engine.click(name, .row)
    #expect(try engine.reasons(name) == (reason.map { [$0] } ?? []))
    try engine.click("Field Actions")
    #expect(
      try engine.control("Hide Field", .menuitem).disabledReasons == (reason.map { [$0] } ?? []))
  }

  @Test func `a hidden field comes back`() throws {
    var engine = MarketoAdmin()
    try engine.open("Field Management")
    try engine.click("Middle Name", .row)
    let before = engine
    try engine.click("Field Actions")
    try engine.click("Hide Field")
    #expect(engine.changes(since: before) == [])
    try engine.click("Hide")
    #expect(engine.changes(since: before).count == 1)
    try engine.click("Field Actions")
    try engine.click("Unhide Field")
    #expect(engine.changes(since: before) == [])
  }

  @Test(arguments: [
    (".Net", "Name begins with ."), ("[x]", "Name begins with ["), ("&", "Name begins with &"),
    ("last name", "a field with the name Last Name already exists"), (" ", "Name is empty"),
  ])
  func `not every name will do`(name: String, reason: String) throws {
    var engine = MarketoAdmin()
    try engine.openNewField("Person", "String")
    try engine.fill("API Name", "x")
    try engine.fill("Name", name)
    #expect(try engine.reasons("Create") == [reason])
  }

  @Test func `the API name follows the name until one is typed`() throws {
    var engine = MarketoAdmin()
    try engine.openNewField("Person", "String")
    try engine.fill("Name", "Shoe Size (EU)")
    #expect(try engine.control("API Name", .textbox).value == "ShoeSizeEU")
    try engine.fill("API Name", String(repeating: "x", count: 256))
    #expect(try engine.reasons("Create") == ["API Name has more than 255 characters"])
    try engine.fill("API Name", "shoes")
    try engine.fill("Name", "Shoes")
    try engine.click("Create")
    #expect(engine.subscription.fields.last?.apiName == "shoes")
  }

  @Test func `a program's members have 20 fields of some types`() throws {
    var engine = MarketoAdmin()
    try engine.openNewField("Program Member", "Currency")
    try engine.fill("Name", "Meal")
    #expect(
      try engine.reasons("Create")
        == ["a field of a program's members can't have the type Currency"])
    try engine.choose("Type", "String")
    for number in 1...20 {
      try engine.fill("Name", "Meal \(number)")
      try engine.click("Create")
      try engine.click("New Custom Field")
      try engine.choose("Object", "Program Member")
      try engine.choose("Type", "String")
    }
    try engine.fill("Name", "Meal 21")
    #expect(try engine.reasons("Create") == ["there are 20 fields of program members already"])
  }

  @Test(arguments: [
    ("Behavioral Score", ["a field of the type Score keeps it"]), ("Renewal Date", []),
    ("First Name", ["First Name is a field of the product"]),
  ])
  func `a score keeps its type, as the product's fields do`(
    name: String, reasons: [String]
  ) throws {
    var engine = MarketoAdmin()
    try engine.open("Field Management")
    try engine.click(name, .row)
    try engine.click("Field Actions")
    #expect(try engine.control("Change Type", .menuitem).disabledReasons == reasons)
  }

  @Test func `what is sensitive is so at once`() throws {
    var engine = MarketoAdmin()
    try engine.open("Field Management")
    try engine.click("Middle Name", .row)
    try engine.check("Mark Field as Sensitive", .checkbox)
    #expect(try engine.control("Mark Field as Sensitive", .checkbox).isChecked == true)
    #expect(engine.subscription.fields.filter(\.isSensitive).map(\.name) == ["Middle Name"])
  }

  @Test func `the names of all fields are exported`() throws {
    var engine = MarketoAdmin()
    try engine.open("Field Management")
    let before = engine
    try engine.click("Export Field Names")
    #expect(engine.changes(since: before).map(\.kind) == ["file"])
    #expect(engine.subscription.files.last?.rows.contains(["Middle Name", "MiddleName"]) == true)
  }
}

extension MarketoAdmin {
  fileprivate mutating func openNewField(_ object: String, _ type: String) throws {
    try open("Field Management")
    try click("New Custom Field")
    try choose("Object", object)
    try choose("Type", type)
  }
}
