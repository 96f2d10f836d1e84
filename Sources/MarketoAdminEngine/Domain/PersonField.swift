/// A field in which something of a person is kept.
package struct PersonField: Hashable, Sendable, Identifiable {
  package enum Object: String, CaseIterable, Sendable {
    case person = "Person"
    case programMember = "Program Member"
    case opportunity = "Opportunity"
  }

  package enum Kind: String, CaseIterable, Sendable {
    case boolean = "Boolean"
    case currency = "Currency"
    case date = "Date"
    case datetime = "Datetime"
    case email = "Email"
    case float = "Float"
    case formula = "Formula"
    case integer = "Integer"
    case percent = "Percent"
    case phone = "Phone"
    case score = "Score"
    case string = "String"
    case textArea = "Text Area"
    case url = "URL"

    /// Those that a field of a program's members can have.
    static let ofMembers: Set = [
      boolean, date, datetime, float, integer, string, url,
    ]

    /// A score and a formula stay what they are.
    var canChange: Bool { self != .score && self != .formula }
  }

  package let id: Int
  package var name: String
  /// What programs call it.
  package var apiName: String
  package var object = Object.person
  package var kind = Kind.string
  /// Made by the customer, and not by the product.
  package var isCustom = false
  package var isHidden = false
  /// Forms never show what it holds.
  package var isSensitive = false
  /// Characters of its tokens are encoded in mails.
  ///
  /// [I] So it is at first.
  package var isEncoded = true
  /// Headers of lists to import that mean this field.
  package var aliases: [String] = []
  /// The forms, lists and campaigns that it is used in.
  package var uses: [String] = []
}

extension PersonField {
  /// [I] Which there are at first, and what uses them: a few of the product's own, and three that a
  /// customer may have made.
  static let standard = [
    PersonField(
      id: 1, name: "Email Address", apiName: "Email", kind: .email,
      uses: ["Form: Contact Us", "Smart List: All Customers"]),
    PersonField(id: 2, name: "First Name", apiName: "FirstName", uses: ["Form: Contact Us"]),
    PersonField(id: 3, name: "Last Name", apiName: "LastName", uses: ["Form: Contact Us"]),
    PersonField(id: 4, name: "Original Referrer", apiName: "OriginalReferrer"),
    PersonField(id: 5, name: "Middle Name", apiName: "MiddleName", isCustom: true),
    PersonField(
      id: 6, name: "Renewal Date", apiName: "RenewalDate", kind: .date, isCustom: true,
      uses: ["Smart Campaign: Renewals"]),
    PersonField(
      id: 7, name: "Behavioral Score", apiName: "BehavioralScore", kind: .score, isCustom: true),
  ]

  /// [I] Made of the letters and digits of the name.
  package static func apiName(for name: String) -> String {
    String(name.filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
  }
}

/// What is said of a new field in its dialog.
package struct FieldDraft: Hashable, Sendable {
  package var object: PersonField.Object?
  package var kind: PersonField.Kind?
  package var name = ""
  /// As it was typed; without, it follows the name.
  package var typedAPIName: String?

  package init() {}

  package var apiName: String { typedAPIName ?? PersonField.apiName(for: name) }
}
