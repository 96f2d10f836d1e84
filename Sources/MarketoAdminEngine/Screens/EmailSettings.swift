import EngineInterface

/// Email: from whom mails come, what is put into them, and the domains of their links.
struct EmailSettings: Place {
  /// As they were typed; without, as they are kept.
  var mails: Settings.Mails?
  var sender: MailSender?
  var selectedDomain: String?

  var name: String { AdminArea.email.name }

  func body(_ desk: Desk) -> [Element<Self>] {
    let product = desk.subscription
    let kept = product.settings.mails
    let sender = product.sender(of: desk.actor)
    Group(.tablist) {
      Tab("Email", isSelected: true)  // [I] Its name.
      // What is on these two is told in several ways.
      for tab in ["Domain", "Bot Activity"] {
        Tab(tab, isSelected: false) { $1.go(to: Elsewhere(name: tab, isInsideAdmin: true)) }
      }
    }
    field("From Email", \.email, of: sender)
    field("From Label", \.label, of: sender)
    field("Unsubscribe HTML", \.unsubscribeHTML, of: kept)
    field("Unsubscribe Text", \.unsubscribeText, of: kept)
    field("View as Web Page HTML", \.webPageHTML, of: kept)
    field("View as Web Page Text", \.webPageText, of: kept)
    Group(.region, "Custom Object Retrieval Limits") {
      field("Parent Retrieval Limit", \.parentLimit, of: kept)
      ReadOnlyText("Child Retrieval Limit", (mails ?? kept).childLimit.map { "\($0)" } ?? "")
    }
    Button("Save Changes", purpose: .confirm, unless: product.refusals(of: mails ?? kept)) {
      screen, desk throws(Refusal) in
      try desk.subscription.setMails(
        screen.mails ?? kept, sender: screen.sender ?? sender, by: desk.actor)
      desk.tell(OwnTexts.saved)
    }
    Group(.region, "Branding Domains") { domains(product) }
  }

  private func field(
    _ name: String, _ text: WritableKeyPath<MailSender, String>, of kept: MailSender
  ) -> TextBox<Self> {
    TextBox(name) {
      ($0.sender ?? kept)[keyPath: text]
    } set: { screen, typed in
      screen.sender = screen.sender ?? kept
      screen.sender?[keyPath: text] = typed
    }
  }

  private func field(
    _ name: String, _ text: WritableKeyPath<Settings.Mails, String>, of kept: Settings.Mails
  ) -> TextBox<Self> {
    TextBox(name) {
      ($0.mails ?? kept)[keyPath: text]
    } set: { screen, typed in
      screen.mails = screen.mails ?? kept
      screen.mails?[keyPath: text] = typed
    }
  }

  /// [I] Nothing is asked before a domain is deleted.
  @ScreenBuilder<Self>
  private func domains(_ product: Subscription) -> [Element<Self>] {
    let domain = selectedDomain.flatMap { product.brandedDomains.contains($0) ? $0 : nil }
    Group(.toolbar) {
      Button("Add") { $1.present(BrandingDomain()) }
      Button("Edit", unless: domain == nil ? [.noDomainSelected] : []) {
        if let domain { $1.present(BrandingDomain(editing: domain)) }
      }
      Button(
        "Delete", purpose: .destroy,
        unless: domain.map(product.refusals(ofDeletingDomain:)) ?? [.noDomainSelected]
      ) { _, desk throws(Refusal) in
        if let domain { try desk.subscription.deleteDomain(domain, by: desk.actor) }
      }
      // What it asks for is told, and not what it does to the row.
      Button("Add SSL", unless: domain == nil ? [.noDomainSelected] : []) {
        $1.go(to: Elsewhere(name: "Add SSL", isInsideAdmin: true))
      }
    }
    Group(.grid, "Branding Domains") {
      for column in ["Domain", "Primary"] { ColumnHeader(column) }
      for name in product.brandedDomains {
        Row(
          name, columns: [product.isPrimary(name) ? "Primary" : ""], isSelected: name == domain
        ) { screen, _ in screen.selectedDomain = name }
      }
    }
  }
}

/// A domain to be added or renamed; with workspaces, a second page asks which of them have it.
struct BrandingDomain: Dialog {
  /// Nil for a new one.
  let domain: String?
  var typed: String
  var isPrimary = false
  var hasCertificate = false
  var workspaces: Set<Workspace.ID> = []
  var isSecondPage = false

  init(editing domain: String? = nil) {
    self.domain = domain
    typed = domain ?? ""
  }

  // [I] Here and below: the documentation shows the dialog, and names two of its boxes.
  var title: String { domain == nil ? "Add Branding Domain" : "Edit Branding Domain" }

  func body(_ desk: Desk) -> [Element<Self>] {
    let product = desk.subscription
    if isSecondPage {
      if domain == nil {
        Group(.group, "Primary Domain") {
          for workspace in product.workspaces {
            CheckBox(workspace.name, isChecked: workspaces.contains(workspace.id)) {
              $0.workspaces.set(workspace.id, isIn: $1)
            }
          }
        }
      }
    } else {
      TextBox("Branding Domain", \.typed, required: true)
      if domain == nil {
        if !product.hasWorkspaces { CheckBox("Make Primary Domain", \.isPrimary) }
        CheckBox("Generate SSL Certificate", \.hasCertificate)
      }
    }
    Button("Cancel", purpose: .cancel) { $1.dismiss() }
    let isEmpty: [Refusal] = typed.isBlank ? [.isEmpty("Branding Domain")] : []
    if product.hasWorkspaces, !isSecondPage {
      Button("Next", purpose: .confirm, unless: isEmpty) { dialog, _ in
        dialog.isSecondPage = true
      }
    } else {
      Button("Save", purpose: .confirm, unless: isEmpty) { dialog, desk throws(Refusal) in
        try dialog.save(at: &desk)
      }
    }
  }

  private func save(at desk: inout Desk) throws(Refusal) {
    if let domain {
      try desk.subscription.renameDomain(domain, to: typed, by: desk.actor)
    } else {
      let all = Set(desk.subscription.workspaces.map(\.id))
      try desk.subscription.addDomain(
        typed, primaryIn: isPrimary ? all : workspaces, hasCertificate: hasCertificate,
        by: desk.actor)
    }
    desk.dismiss()
  }
}
