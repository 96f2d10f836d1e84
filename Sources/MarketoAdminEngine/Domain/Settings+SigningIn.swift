extension Settings {
  package struct SSO: Hashable, Sendable {
    package var isEnabled = false
    /// Rule 32: who has no Bypass Single Sign-On can't sign in with a password.
    package var isRequired = false
    package var issuerID = ""
    package var entityID = ""
    package var userIDLocation = UserIDLocation.nameIdentifier
    /// The name of its file; what is in it is not looked at.
    package var certificate = ""
    package var redirects = RedirectPages()

    /// As a subscription has it whose users come in by it; the values are invented.
    static let inUse: SSO = {
      var sso = SSO()
      sso.isEnabled = true
      sso.issuerID = "https://idp.example.com"
      sso.entityID = "http://saml.marketo.com/sp"
      sso.certificate = "example-provider.cer"
      return sso
    }()

    /// Where the identity provider's answer says who the user is [I: their names].
    package enum UserIDLocation: String, CaseIterable, Sendable {
      case nameIdentifier = "In Name Identifier Element"
      case attribute = "In Attribute Element"
    }

    /// Where those are sent who come in, go out, or can't come in.
    package struct RedirectPages: Hashable, Sendable {
      package var login = ""
      package var logout = ""
      package var error = ""

      package init() {}
    }

    package init() {}
  }

  package struct PasswordPolicy: Hashable, Sendable {
    package enum Template: String, CaseIterable, Sendable {
      case standard = "Standard"
      case highSecurity = "High Security"
      case custom = "Custom"
    }

    /// What a password has to hold [I: their names].
    package enum Characteristic: String, CaseIterable, Sendable {
      case lowercase = "Lowercase letter"
      case uppercase = "Uppercase letter"
      case digit = "Number"
      case symbol = "Symbol"
    }

    /// Rule 34: after what time a password has to be set anew [I: which there are].
    package enum Expiration: String, CaseIterable, Sendable {
      case never = "Never"
      case thirtyDays = "30 days"
      case sixtyDays = "60 days"
      case ninetyDays = "90 days"
      case halfAYear = "180 days"

      package var days: Int? {
        switch self {
        case .never: nil
        case .thirtyDays: 30
        case .sixtyDays: 60
        case .ninetyDays: 90
        case .halfAYear: 180
        }
      }
    }

    /// After what time without a click a person has to sign in again [I: which there are].
    package enum Timeout: String, CaseIterable, Sendable {
      case quarterOfAnHour = "15 minutes"
      case halfAnHour = "30 minutes"
      case oneHour = "1 hour"
      case eightHours = "8 hours"
    }

    package var template = Template.standard
    /// Those of a template of one's own.
    package var characteristics: Set<Characteristic> = []
    package var expiration = Expiration.never
    package var inactiveSessionTimeout = Timeout.eightHours

    package init() {}
  }

  /// How long the links hold that reports and alerts are sent with [I: which there are].
  package enum LinkExpiration: String, CaseIterable, Sendable {
    case oneDay = "1 day"
    case threeDays = "3 days"
    case sevenDays = "7 days"
    case fourteenDays = "14 days"
    case thirtyDays = "30 days"
  }
}
