extension Settings {
  /// From where landing pages come, and how they behave.
  package struct LandingPages: Hashable, Sendable {
    /// What can be on or off.
    package enum Option: String, CaseIterable, Sendable {
      /// A form shows what is known of the person who comes back.
      case formPrefill = "Form Prefill"
      case preventsEmbedding =
        "Do not allow Marketo pages to be embedded in external web pages"
      case injectsPrefillAtEnd = "Inject Prefill Script at End of Head"
      case removesFavicons = "Remove default favicon links"
      case personalizedURLs = "Enable Personalized URLs"
    }

    package var domain = ""
    /// Where people are sent while a page is not there.
    package var fallbackPage = ""
    package var homepage = ""
    /// [I] None is on at first.
    package var options: Set<Option> = []

    package init() {}
  }
}

extension Subscription {
  /// The part of the address that a customer's own domain is mapped to.
  ///
  /// [I] What it looks like.
  package var accountString: String { "mkto-\(munchkinID.lowercased())" }

  package mutating func setLandingPages(
    _ settings: Settings.LandingPages, by actor: Actor
  ) throws(Refusal) {
    try actor.require(.accessLandingPages)
    self.settings.landingPages = settings
  }
}
