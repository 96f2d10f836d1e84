extension Settings {
  /// Rule 36: what new users inherit, and each may change.
  package struct Location: Hashable, Sendable {
    package enum Language: String, CaseIterable, Sendable {
      case english = "English"
      case french = "French"
      case german = "German"
      case japanese = "Japanese"
      case portuguese = "Portuguese"
      case spanish = "Spanish"
    }

    /// [I] Which there are, here and below: the documentation names none.
    package enum Locale: String, CaseIterable, Sendable {
      case unitedStates = "English (United States)"
      case unitedKingdom = "English (United Kingdom)"
      case france = "French (France)"
      case germany = "German (Germany)"
      case japan = "Japanese (Japan)"
    }

    package enum TimeZone: String, CaseIterable, Sendable {
      case chicago = "America/Chicago"
      case newYork = "America/New York"
      case losAngeles = "America/Los Angeles"
      case london = "Europe/London"
      case berlin = "Europe/Berlin"
      case tokyo = "Asia/Tokyo"
    }

    package var language = Language.english
    package var locale = Locale.unitedStates
    package var timeZone = TimeZone.chicago

    package init() {}
  }

  package enum Currency: String, CaseIterable, Sendable {
    case usDollar = "US Dollar (USD)"
    case euro = "Euro (EUR)"
    case pound = "British Pound (GBP)"
    case yen = "Japanese Yen (JPY)"
  }
}
