extension Settings {
  /// What is put into mails, and what their scripts may read.
  package struct Mails: Hashable, Sendable {
    /// [I] The texts at first, but for the variables in them.
    package var unsubscribeHTML =
      "<a href=\"%mkt_opt_out_prefix%UnsubscribePage.html?mkt_unsubscribe=1"
      + "&mkt_tok=##MKT_TOK##\">Unsubscribe</a>"
    package var unsubscribeText =
      "%mkt_opt_out_prefix%UnsubscribePage.html?mkt_unsubscribe=1&mkt_tok=##MKT_TOK##"
    package var webPageHTML =
      "<a href=\"%mkt_webview_url%?mkt_tok=##MKT_TOK##\">See this as a web page</a>"
    package var webPageText = "%mkt_webview_url%?mkt_tok=##MKT_TOK##"
    /// How many parents of custom objects a script may read, as it was typed.
    package var parentLimit = "10"

    package init() {}

    /// How many children: the more parents, the fewer.
    package var childLimit: Int? {
      Int(parentLimit).flatMap { (10...100).contains($0) ? 1_000 / $0 : nil }
    }
  }
}

/// From whom the mails of a user come, unless a mail says otherwise.
package struct MailSender: Hashable, Sendable {
  package var email = ""
  package var label = ""
}

extension Subscription {
  /// Why mails can't be like this: the message that lets people leave may not be empty.
  package func refusals(of mails: Settings.Mails) -> [Refusal] {
    var refusals: [Refusal] = []
    if mails.unsubscribeHTML.isBlank { refusals.append(.isEmpty("Unsubscribe HTML")) }
    if mails.unsubscribeText.isBlank { refusals.append(.isEmpty("Unsubscribe Text")) }
    if mails.childLimit == nil { refusals.append(.parentLimit) }
    return refusals
  }

  /// Keeps what holds for all mails, and from whom those of the signed-in person come.
  package mutating func setMails(
    _ mails: Settings.Mails, sender: MailSender, by actor: Actor
  ) throws(Refusal) {
    try actor.require(.accessEmailAdmin)
    if let refusal = refusals(of: mails).first { throw refusal }
    if sender != self.sender(of: actor) {
      guard let user = actor.user else { throw .noAccount }
      senders[user] = sender
    }
    settings.mails = mails
  }

  package func sender(of actor: Actor) -> MailSender {
    actor.user.flatMap { senders[$0] } ?? MailSender()
  }

  // MARK: Branding domains

  /// Whether mails have this domain where nobody says otherwise: in all of the product, or in one
  /// of its workspaces.
  package func isPrimary(_ domain: String) -> Bool {
    workspaces.contains { workspace in
      (workspace.brandedDomain.isEmpty ? brandedDomains.first : workspace.brandedDomain) == domain
    }
  }

  package mutating func addDomain(
    _ name: String, primaryIn chosen: Set<Workspace.ID>, hasCertificate: Bool, by actor: Actor
  ) throws(Refusal) {
    try actor.require(.accessEmailAdmin)
    try requireNew(name)
    keepPrimaries()
    brandedDomains.append(name)
    certifiedDomains.set(name, isIn: hasCertificate)
    for index in workspaces.indices where chosen.contains(workspaces[index].id) {
      workspaces[index].brandedDomain = name
    }
  }

  package mutating func renameDomain(
    _ old: String, to name: String, by actor: Actor
  ) throws(Refusal) {
    try actor.require(.accessEmailAdmin)
    guard old != name else { return }
    try requireNew(name)
    for index in brandedDomains.indices where brandedDomains[index] == old {
      brandedDomains[index] = name
    }
    for index in workspaces.indices where workspaces[index].brandedDomain == old {
      workspaces[index].brandedDomain = name
    }
  }

  private func requireNew(_ name: String) throws(Refusal) {
    if name.isBlank { throw .isEmpty("Branding Domain") }
    if brandedDomains.contains(where: { $0.lowercased() == name.lowercased() }) {
      throw .domainExists
    }
  }

  /// Where there is one domain, nothing needs to say which is the primary one.
  private mutating func keepPrimaries() {
    for index in workspaces.indices where workspaces[index].brandedDomain.isEmpty {
      workspaces[index].brandedDomain = brandedDomains.first ?? ""
    }
  }

  /// Why a domain can't be deleted.
  package func refusals(ofDeletingDomain domain: String) -> [Refusal] {
    isPrimary(domain) ? [.primaryDomain(domain)] : []
  }

  package mutating func deleteDomain(_ domain: String, by actor: Actor) throws(Refusal) {
    try actor.require(.accessEmailAdmin)
    if let refusal = refusals(ofDeletingDomain: domain).first { throw refusal }
    brandedDomains.removeAll { $0 == domain }
  }
}
