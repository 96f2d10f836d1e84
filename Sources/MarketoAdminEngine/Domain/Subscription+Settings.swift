/// What the subscription is set to, and who may.
extension Subscription {
  /// Why the security settings can't be as they stand in their dialog.
  package func refusals(ofRequiringSSO isRequired: Bool) -> [Refusal] {
    isRequired && !settings.sso.isEnabled ? [.ssoIsOff] : []  // [I]
  }

  package mutating func setSecurity(
    _ policy: Settings.PasswordPolicy,
    requiresSSO: Bool,
    by actor: Actor
  ) throws(Refusal) {
    try actor.require(.accessLoginSettings)
    if let refusal = refusals(ofRequiringSSO: requiresSSO).first { throw refusal }
    settings.passwords = policy
    settings.sso.isRequired = requiresSSO
  }

  /// Why no login rule can be like this.
  package func refusals(
    ofLoginRule mode: LoginRule.Mode?, addresses: [String], isEnabled: Bool
  ) -> [Refusal] {
    (isEnabled && mode == nil ? [.noModeChosen] : [])
      + refusals(ofAddresses: addresses, isEnabled: isEnabled)
  }

  /// Rule 35: all addresses are allowed ones, or all are blocked ones.
  package mutating func restrictLogins(
    _ mode: LoginRule.Mode?,
    to addresses: [String],
    isEnabled: Bool,
    by actor: Actor
  ) throws(Refusal) {
    try actor.require(.accessLoginSettings)
    let refusals = refusals(ofLoginRule: mode, addresses: addresses, isEnabled: isEnabled)
    if let refusal = refusals.first { throw refusal }
    if let mode { settings.loginRule.mode = mode }
    settings.loginRule.isEnabled = isEnabled
    settings.loginRule.addresses = addresses.filter { !$0.isBlank }.compactMap(AddressPattern.init)
  }

  package mutating func setLinkExpiration(
    _ expiration: Settings.LinkExpiration,
    by actor: Actor
  ) throws(Refusal) {
    try actor.require(.accessLoginSettings)
    settings.linkExpiration = expiration
  }

  package mutating func setLocation(
    _ location: Settings.Location,
    by actor: Actor
  ) throws(Refusal) {
    try actor.require(.accessLocation)
    settings.location = location
  }

  package mutating func setCurrency(
    _ currency: Settings.Currency,
    by actor: Actor
  ) throws(Refusal) {
    try actor.require(.accessLocation)
    settings.currency = currency
  }

  package mutating func set(
    _ feature: Feature,
    isEnabled: Bool,
    by actor: Actor
  ) throws(Refusal) {
    try actor.require(.accessTreasureChest)
    enabledFeatures.set(feature, isIn: isEnabled)
  }

  /// Why single sign-on can't be as its dialog says.
  package func refusals(of sso: Settings.SSO) -> [Refusal] {
    guard sso.isEnabled else { return settings.sso.isRequired ? [.ssoIsInNeed] : [] }
    var refusals: [Refusal] = []
    if sso.issuerID.isBlank { refusals.append(.isEmpty("Issuer ID")) }
    if sso.entityID.isBlank { refusals.append(.isEmpty("Entity ID")) }
    if sso.certificate.isBlank { refusals.append(.isEmpty("Identity Provider Certificate")) }
    return refusals
  }

  package mutating func setSSO(_ sso: Settings.SSO, by actor: Actor) throws(Refusal) {
    try actor.require(.accessSingleSignOn)
    if let refusal = refusals(of: sso).first { throw refusal }
    settings.sso = sso
  }

  /// Why no webhook can be as its dialog says.
  package func refusals(of webhook: Webhook) -> [Refusal] {
    if webhook.url.isBlank { return [.isEmpty("URL")] }
    return webhooks.contains { $0.url == webhook.url } ? [.webhookInUse(webhook.url)] : []
  }

  package mutating func createWebhook(_ webhook: Webhook, by actor: Actor) throws(Refusal) {
    try actor.require(.accessWebhooks)
    if let refusal = refusals(of: webhook).first { throw refusal }
    webhooks.append(webhook)
  }
}
