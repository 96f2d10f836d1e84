/// A file that the product hands to the person's browser.
package struct ExportedFile: Hashable, Sendable {
  package let name: String
  /// Its rows, the header first; a cell each.
  package let rows: [[String]]
}

extension Subscription {
  /// The users as a spreadsheet.
  package mutating func exportUsers() {
    let rows = users.map { user in
      [user.email, user.firstName, user.lastName, roleNames(of: user).joined(separator: ", ")]
    }
    files.append(
      ExportedFile(
        name: "Users.xlsx", rows: [["Email", "First Name", "Last Name", "Roles"]] + rows)
    )
  }

  /// The roles with their permissions, and how many of each group they hold.
  package mutating func exportRoles() {
    let groups = Permission.roots
    let rows = roles.map { role in
      let held = role.permissions.intersection(release.permissions)
      let names = held.members.map(release.name).joined(separator: ", ")
      return [role.name, role.description, names]
        + groups.map { group in
          let branch = group.branch.intersection(release.permissions)
          return "\(held.intersection(branch).count) of \(branch.count)"
        }
    }
    let header = ["Name", "Description", "Permissions"] + groups.map(\.name)
    files.append(ExportedFile(name: "Roles.csv", rows: [header] + rows))
  }

  /// The fields, with the names that programs call them by.
  package mutating func exportFieldNames() {
    let rows = fields.map { [$0.name, $0.apiName] }
    files.append(ExportedFile(name: "Field Names.xlsx", rows: [["Name", "API Name"]] + rows))
  }

  /// What is there to describe people and programs with.
  package mutating func exportObjects() {
    let rows =
      fields.map { [$0.object.rawValue, $0.name] } + channels.map { ["Channel", $0.name] }
      + tagTypes.map { ["Tag", $0.name] }
    files.append(ExportedFile(name: "All Objects.csv", rows: [["Object", "Name"]] + rows))
  }

  package mutating func exportUses(of field: PersonField) {
    let rows = field.uses.map { [$0] }
    files.append(ExportedFile(name: "Used By \(field.name).xlsx", rows: [["Asset"]] + rows))
  }

  /// The logins of six months.
  package mutating func exportLogins() {
    let start = now + -183 * 86_400
    let rows = logins.filter { $0.time >= start }.map(row(of:))
    files.append(ExportedFile(name: "Login History.csv", rows: [LoginRecord.columns] + rows))
  }

  /// A login in the columns of the list.
  package func row(of login: LoginRecord) -> [String] {
    let user = user(login.user)
    return [
      login.time.iso8601, user?.fullName ?? "", user?.email ?? "",
      user.map(roleNames(of:))?.joined(separator: ", ") ?? "", Workspace.standard.name,
      login.address,
    ]
  }
}

extension LoginRecord {
  package static let columns = ["Time", "Name", "Email", "Role", "Workspace", "IP"]
}
