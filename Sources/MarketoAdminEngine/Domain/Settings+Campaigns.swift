extension Settings {
  /// How many e-mails a person gets at most.
  package struct MailLimits: Hashable, Sendable {
    /// Within a calendar day of the subscription's time zone, from midnight to midnight.
    package var perDay = Limit()
    package var perSevenDays = Limit()
    /// Beyond the limits, e-mails that are not operational are not sent.
    package var blocksNonOperational = false

    package init() {}
  }

  /// A limit that is chosen from a list, or typed where none of the list will do.
  package struct Limit: Hashable, Sendable {
    /// [I] Which numbers there are, and the word for none: the documentation shows 1, 5 and Custom.
    package enum Choice: String, CaseIterable, Sendable {
      case none = "No Limit"
      case one = "1"
      case two = "2"
      case three = "3"
      case four = "4"
      case five = "5"
      case ten = "10"
      case custom = "Custom"
    }

    package var choice = Choice.none
    /// The number that counts with Custom, as it was typed.
    package var custom = ""

    package init() {}

    package var text: String { choice == .custom ? custom : choice.rawValue }

    fileprivate func refusals(_ name: String) -> [Refusal] {
      choice == .custom && custom.wholeNumber == nil ? [.notANumber(name)] : []
    }
  }
}

extension Subscription {
  /// Why there can't be these limits.
  ///
  /// [I] None is below 1.
  package func refusals(of limits: Settings.MailLimits) -> [Refusal] {
    limits.perDay.refusals("Custom Per Day") + limits.perSevenDays.refusals("Custom Per 7 Days")
  }

  package mutating func setMailLimits(
    _ limits: Settings.MailLimits, by actor: Actor
  ) throws(Refusal) {
    try actor.require(.accessCommunicationLimit)
    if let refusal = refusals(of: limits).first { throw refusal }
    settings.mailLimits = limits
  }

  /// Why a campaign can't have this limit; a blank one is none.
  package func refusals(ofCampaignLimit text: String) -> [Refusal] {
    text.isBlank || text.wholeNumber != nil ? [] : [.notANumber("Limit")]
  }

  /// Of how many people a campaign runs at most; with more, it does not run at all.
  package mutating func setCampaignLimit(_ text: String, by actor: Actor) throws(Refusal) {
    try actor.require(.accessSmartCampaign)
    if let refusal = refusals(ofCampaignLimit: text).first { throw refusal }
    settings.campaignLimit = text.wholeNumber
  }
}

extension Subscription {
  package mutating func trackOpens(byCampaign: Bool, by actor: Actor) throws(Refusal) {
    try actor.require(.accessSmartCampaign)
    settings.tracksOpensByCampaign = byCampaign
  }
}

extension String {
  /// A whole number of 1 or more; in thousands it may have commas.
  var wholeNumber: Int? {
    let digits = filter { $0 != "," && $0 != " " }
    guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let number = Int(digits), number > 0
    else { return nil }
    return number
  }
}
