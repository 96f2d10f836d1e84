extension Subscription {
  package var endpoint: String { "https://\(munchkinID).mktorest.com/rest" }
  package var identityURL: String { "https://\(munchkinID).mktorest.com/identity" }
  package var soapUserID: String { "stepcheck_\(munchkinID)" }
  package var soapEndpoint: String { "https://\(munchkinID).mktoapi.com/soap/mktows/3_1" }

  /// Why addresses, as they were typed, are not a list to go by.
  ///
  /// [I] A rule without any would let nobody in, or everybody.
  package func refusals(ofAddresses addresses: [String], isEnabled: Bool) -> [Refusal] {
    (isEnabled && addresses.allSatisfy(\.isBlank) ? [.isEmpty("IP Address")] : [])
      + addresses.filter { !$0.isBlank && AddressPattern($0) == nil }.map { .notAnAddress($0) }
  }

  /// Rule 45: calls from other addresses are refused.
  package mutating func restrictAPI(
    to addresses: [String],
    isEnabled: Bool,
    by actor: Actor
  ) throws(Refusal) {
    try actor.require(.accessAdmin)
    if let refusal = refusals(ofAddresses: addresses, isEnabled: isEnabled).first { throw refusal }
    settings.apiAllowlist.isEnabled = isEnabled
    settings.apiAllowlist.addresses = addresses.filter { !$0.isBlank }.compactMap(
      AddressPattern.init)
  }

  package mutating func setSOAPKey(_ key: String, by actor: Actor) throws(Refusal) {
    try actor.require(.accessSOAPAPI)
    settings.soapEncryptionKey = key
  }

  /// Calls of the past seven days, by the e-mail of the user in whose name they came.
  package func callsByUser(bulkOnly: Bool = false) -> [(user: String, count: Int)] {
    let first = now.quotaDay.advanced(byDays: -6)
    let recent = calls.filter {
      $0.isCounted && $0.time.quotaDay >= first && (!bulkOnly || $0.isBulk)
    }
    return users.compactMap { user in
      let count = recent.count { $0.user == user.id }
      return count == 0 ? nil : (user.email, count)
    }
  }
}

/// A call to the API, for quotas, usage and errors.
package struct CallRecord: Hashable, Sendable {
  package let time: Instant
  package let user: User.ID
  /// Nil where it was answered.
  package let errorCode: String?
  package let isBulk: Bool

  /// Some errors count against no limit.
  package var isCounted: Bool { errorCode.map { !APIError.uncounted.contains($0) } ?? true }
}

/// A person in the database: what calls read and write.
package struct Person: Hashable, Sendable {
  package let id: Int
  package var email: String
  package var firstName: String
  package var lastName: String
  /// The workspace whose people it is among.
  package var workspace = Workspace.standard.id
  package var createdAt = Instant.standard
  package var updatedAt = Instant.standard

  package init(id: Int, email: String, firstName: String, lastName: String) {
    self.id = id
    self.email = email
    self.firstName = firstName
    self.lastName = lastName
  }

  package static let standard = [
    Person(id: 1, email: "pat.person@example.com", firstName: "Pat", lastName: "Person"),
    Person(id: 2, email: "lee.lead@example.com", firstName: "Lee", lastName: "Lead"),
  ]
}
