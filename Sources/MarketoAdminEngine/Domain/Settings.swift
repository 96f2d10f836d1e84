/// What the subscription is set to.
package struct Settings: Hashable, Sendable {
  /// Rule 19: with it, one login may serve in several subscriptions.
  package var usesUniversalID = false
  package var sso = SSO()
  package var passwords = PasswordPolicy()
  package var loginRule = LoginRule()
  package var location = Location()
  package var currency = Currency.usDollar
  package var linkExpiration = LinkExpiration.threeDays
  package var apiAllowlist = APIAllowlist()
  package var soapEncryptionKey = ""
  package var mailLimits = MailLimits()
  /// Nil where campaigns run however many people they are for.
  package var campaignLimit: Int?
  /// Whether an open counts for each campaign that sent the mail.
  package var tracksOpensByCampaign = false
  package var landingPages = LandingPages()
  package var mails = Mails()
  package var quotas = Quotas()
  /// Rule 44: until the announced day, which was put off several times.
  package var acceptsTokenInQuery = true

  package struct Quotas: Hashable, Sendable {
    package var callsPerDay = 50_000
    /// Within `windowSeconds`.
    package var callsPerWindow = 100
    package var windowSeconds = 20

    package init() {}
  }

  package init() {}
}

/// Rule 35: from where people may sign in: all addresses are allowed ones, or all are blocked ones.
package struct LoginRule: Hashable, Sendable {
  package enum Mode: String, CaseIterable, Sendable {
    case allow = "Allowed IP addresses"
    case block = "Block IP addresses"
  }

  package var isEnabled = false
  package var mode = Mode.allow
  package var addresses: [AddressPattern] = []

  package init() {}

  package func admits(_ address: String) -> Bool {
    guard isEnabled else { return true }
    let isListed = addresses.contains { $0.matches(address) }
    return mode == .allow ? isListed : !isListed
  }
}

/// Rule 45: from where the API may be called.
package struct APIAllowlist: Hashable, Sendable {
  package var isEnabled = false
  package var addresses: [AddressPattern] = []

  package init() {}

  package func admits(_ address: String) -> Bool {
    !isEnabled || addresses.contains { $0.matches(address) }
  }
}
