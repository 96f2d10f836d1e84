/// The people of the database.
enum Leads {
  static let get: Endpoint.Handler = { call throws(APIError) in
    let field = try call.parameter("filterType")
    let values = try call.parameter("filterValues").split(separator: ",").map(String.init)
    guard ["id", "email"].contains(field) else { throw .badValue("filterType") }
    let people = call.product.people.filter { person in
      values.contains(field == "id" ? String(person.id) : person.email)
        // Rule 5: people of other workspaces are not seen.
        && mayRead(person, call)
    }
    return .array(people.map(record))
  }

  static let sync: Endpoint.Handler = { call throws(APIError) in
    let action = Action(rawValue: call.body["action"]?.string ?? Action.createOrUpdate.rawValue)
    guard let action else { throw .badValue("action") }
    var results: [JSON] = []
    for input in try input(of: call) { results.append(sync(input, action, &call)) }
    return .array(results)
  }

  static let delete: Endpoint.Handler = { call throws(APIError) in
    var results: [JSON] = []
    for input in try input(of: call) {
      guard let person = call.product.people.first(where: { $0.id == input["id"]?.int }) else {
        results.append(skipped("1004", "Lead not found"))
        continue
      }
      guard mayWrite(person, call) else {
        results.append(noAccess)
        continue
      }
      call.product.people.removeAll { $0.id == person.id }
      results.append(["id": .int(person.id), "status": "deleted"])
    }
    return .array(results)
  }

  /// Rule 46: workspaces are not looked at here.
  static let export: Endpoint.Handler = { call in
    [["exportId": .string("export-\(call.product.calls.count)"), "status": "Created"]]
  }

  private enum Action: String {
    case createOrUpdate
    case createOnly
    case updateOnly
  }

  /// At most 300 records.
  private static func input(of call: APICall) throws(APIError) -> [JSON] {
    guard let input = call.body["input"]?.array, !input.isEmpty else { throw .isBlank("input") }
    guard input.count <= 300 else { throw .badValue("input") }
    return input
  }

  private static func sync(_ input: JSON, _ action: Action, _ call: inout APICall) -> JSON {
    guard let email = input["email"]?.string, !email.isBlank else {
      return skipped("1003", "Email cannot be blank")
    }
    let index = call.product.people.firstIndex { $0.email.lowercased() == email.lowercased() }
    switch (index, action) {
    case (.some, .createOnly): return skipped("1005", "Lead already exists")
    case (nil, .updateOnly): return skipped("1004", "Lead not found")
    case (.some(let index), _):
      guard mayWrite(call.product.people[index], call) else { return noAccess }
      write(input, to: &call.product.people[index])
      call.product.people[index].updatedAt = call.product.now
      return ["id": .int(call.product.people[index].id), "status": "updated"]
    case (nil, _):
      let id = (call.product.people.map(\.id).max() ?? 0) + 1
      var person = Person(id: id, email: email, firstName: "", lastName: "")
      guard mayWrite(person, call) else { return noAccess }
      write(input, to: &person)
      person.createdAt = call.product.now
      person.updatedAt = call.product.now
      call.product.people.append(person)
      return ["id": .int(id), "status": "created"]
    }
  }

  private static func write(_ input: JSON, to person: inout Person) {
    if let name = input["firstName"]?.string { person.firstName = name }
    if let name = input["lastName"]?.string { person.lastName = name }
  }

  private static func mayWrite(_ person: Person, _ call: APICall) -> Bool {
    let permissions = call.product.apiPermissions(of: call.user, in: person.workspace)
    return permissions.contains(.readWritePerson)
  }

  private static func mayRead(_ person: Person, _ call: APICall) -> Bool {
    let permissions = call.product.apiPermissions(of: call.user, in: person.workspace)
    return permissions.contains(.readOnlyPerson) || permissions.contains(.readWritePerson)
  }

  private static let noAccess = skipped("1008", "Lead partition access not permitted")

  private static func skipped(_ code: String, _ message: String) -> JSON {
    [
      "status": "skipped",
      "reasons": [["code": .string(code), "message": .string(message)]],
    ]
  }

  private static func record(_ person: Person) -> JSON {
    [
      "id": .int(person.id), "firstName": .string(person.firstName),
      "lastName": .string(person.lastName), "email": .string(person.email),
      "createdAt": .string(person.createdAt.iso8601),
      "updatedAt": .string(person.updatedAt.iso8601),
    ]
  }
}
