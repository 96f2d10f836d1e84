/// Why tags, channels, domains and fields are not as somebody wants them, in the engine's own words.
extension Refusal {
  static let noTagSelected = Refusal("no channel, tag or value is selected")
  static func channelNameInUse(_ name: String) -> Refusal {
    Refusal("a channel with the name \(name) already exists")
  }
  static func channelInUse(_ name: String) -> Refusal {
    Refusal("programs use the channel \(name), so it can only be hidden")
  }
  static func statusTwice(_ name: String) -> Refusal {
    Refusal("the status \(name) is there twice")
  }
  static func statusInUse(_ name: String) -> Refusal {
    Refusal("people have the status \(name), so it can't be removed")
  }
  static func stepIsNoNumber(_ status: String) -> Refusal {
    Refusal("the step of the status \(status) is not a whole number")
  }
  static func tagNameInUse(_ name: String) -> Refusal {
    Refusal("a tag type with the name \(name) already exists")
  }
  static func valueTwice(_ value: String) -> Refusal {
    Refusal("the value \(value) is there twice")
  }

  static let noDomainSelected = Refusal("no domain is selected")
  static let domainExists = Refusal(DocumentedTexts.domainExists)
  static func primaryDomain(_ domain: String) -> Refusal {
    Refusal("\(domain) is the primary domain: another one has to be made primary first")
  }
  static let parentLimit = Refusal("Parent Retrieval Limit is not a number from 10 to 100")

  static let noFieldSelected = Refusal("no field is selected")
  static func fieldNameInUse(_ name: String) -> Refusal {
    Refusal("a field with the name \(name) already exists")
  }
  static func beginsWith(_ character: Character) -> Refusal {
    Refusal("Name begins with \(character)")
  }
  static let apiNameTooLong = Refusal("API Name has more than 255 characters")
  static func notOfMembers(_ type: String) -> Refusal {
    Refusal("a field of a program's members can't have the type \(type)")
  }
  static let tooManyMemberFields = Refusal("there are 20 fields of program members already")
  static func standardField(_ name: String) -> Refusal {
    Refusal("\(name) is a field of the product")
  }
  static let opportunityField = Refusal("a field of an opportunity can't be hidden")
  static func fieldInUse(_ name: String, by uses: [String]) -> Refusal {
    Refusal("\(name) is in use: \(uses.joined(separator: ", "))")
  }
  static let memberFieldType = Refusal("a field of a program's members keeps its type")
  static func typeStays(_ type: String) -> Refusal {
    Refusal("a field of the type \(type) keeps it")
  }
}
