import EngineInterface

extension Subscription {
  /// What the subscription is set to, a fact for each area.
  var settingFacts: [Fact] {
    [
      setting("subscription", [.init("name", name)]),
      setting("password policy", settings.passwords.attributes),
      setting(
        "login IP rule",
        [
          .init("state", settings.loginRule.isEnabled ? "enabled" : "disabled"),
          .init("mode", settings.loginRule.mode.rawValue),
          list("addresses", settings.loginRule.addresses.map(\.text)),
        ]
      ),
      setting("link expiration", [.init("after", settings.linkExpiration.rawValue)]),
      setting(
        "location",
        [
          .init("language", settings.location.language.rawValue),
          .init("locale", settings.location.locale.rawValue),
          .init("time zone", settings.location.timeZone.rawValue),
          .init("currency", settings.currency.rawValue),
        ]
      ),
      setting("single sign-on", settings.sso.attributes),
      setting(
        "API allowlist",
        [
          .init("state", settings.apiAllowlist.isEnabled ? "enabled" : "disabled"),
          list("addresses", settings.apiAllowlist.addresses.map(\.text)),
        ]
      ),
      setting(
        "SOAP encryption key",
        [.init("key", settings.soapEncryptionKey.isEmpty ? "none" : settings.soapEncryptionKey)]
      ),
      setting(
        "communication limits",
        [
          .init("per day", settings.mailLimits.perDay.text),
          .init("per 7 days", settings.mailLimits.perSevenDays.text),
          .init(
            "non-operational emails",
            settings.mailLimits.blocksNonOperational ? "blocked" : "not blocked"),
        ]
      ),
      setting(
        "campaign limit", [.init("limit", settings.campaignLimit.map { "\($0)" } ?? "none")]),
      setting(
        "email opens", [.init("by campaign", settings.tracksOpensByCampaign ? "yes" : "no")]),
      setting("landing page settings", settings.landingPages.attributes),
      setting(
        "branding domains",
        [
          list("domains", brandedDomains), list("primary", brandedDomains.filter(isPrimary)),
          list("with certificate", brandedDomains.filter(certifiedDomains.contains)),
        ]
      ),
      setting(
        "Treasure Chest",
        [list("features", Feature.allCases.filter(enabledFeatures.contains).map(\.rawValue))]
      ),
    ]
  }

  /// What is put into mails, by the words that people have for it.
  var mailSettingFacts: [Fact] {
    let mails = settings.mails
    return [
      setting(
        "unsubscribe message",
        [.init("HTML", mails.unsubscribeHTML), .init("text", mails.unsubscribeText)]),
      setting(
        "view as web page message",
        [.init("HTML", mails.webPageHTML), .init("text", mails.webPageText)]),
      setting("mail scripts", [.init("parent retrieval limit", mails.parentLimit)]),
    ]
  }

  private func setting(_ name: String, _ attributes: [Fact.Attribute]) -> Fact {
    Fact(kind: FactKind.setting.name, name: name, attributes: attributes)
  }

  var workspaceFacts: [Fact] {
    workspaces.map { workspace in
      Fact(
        kind: FactKind.workspace.name,
        name: workspace.name,
        id: "\(workspace.id)",
        attributes: [
          .init("language", workspace.language.rawValue),
          .init("person partitions", partitionNames(of: workspace)),
          .init(
            "primary partition",
            partitions.first { $0.id == workspace.primaryPartition }?.name ?? "none"),
        ]
          + (workspace.brandedDomain.isEmpty
            ? [] : [.init("primary branded domain", workspace.brandedDomain)])
      )
    }
      + partitions.map { partition in
        Fact(
          kind: FactKind.personPartition.name,
          name: partition.name,
          id: "\(partition.id)",
          attributes: [list("workspaces", workspaces(with: partition.id).map(\.name))]
        )
      }
  }

  var webhookFacts: [Fact] {
    webhooks.map { webhook in
      Fact(
        kind: FactKind.webhook.name,
        name: webhook.url,
        attributes: [
          .init("request type", webhook.method.rawValue),
          .init("template", webhook.template.isEmpty ? "none" : webhook.template),
          .init("encoding", webhook.encoding.rawValue),
          .init("response type", webhook.responseType.rawValue),
        ]
      )
    }
  }
}

private func list(_ name: String, _ items: [String]) -> Fact.Attribute {
  .init(name, list: items.map { .init($0) })
}

extension Settings.PasswordPolicy {
  fileprivate var attributes: [Fact.Attribute] {
    [
      .init("template", template.rawValue),
      list(
        "characteristics",
        Characteristic.allCases.filter(characteristics.contains).map(\.rawValue)),
      .init("expiration", expiration.rawValue),
      .init("inactive session timeout", inactiveSessionTimeout.rawValue),
    ]
  }
}

extension Settings.LandingPages {
  fileprivate var attributes: [Fact.Attribute] {
    [
      .init("domain name", domain),
      .init("fallback page", fallbackPage),
      .init("homepage", homepage),
      list("options", Option.allCases.filter(options.contains).map(\.rawValue)),
    ]
    .filter { !$0.value.isEmpty }
  }
}

extension Settings.SSO {
  fileprivate var attributes: [Fact.Attribute] {
    [
      .init("state", isEnabled ? "enabled" : "disabled"),
      .init("required", isRequired ? "yes" : "no"),
      .init("issuer ID", issuerID),
      .init("entity ID", entityID),
      .init("user ID location", userIDLocation.rawValue),
      .init("certificate", certificate),
      .init("login URL", redirects.login),
      .init("logout URL", redirects.logout),
      .init("error URL", redirects.error),
    ]
    .filter { !$0.value.isEmpty }
  }
}
