extension Subscription {
  /// Lets time pass; what falls due happens.
  package mutating func advance(by seconds: Int) {
    now = now + seconds
    for index in users.indices where users[index].state == .active {
      // Rule 23: on the day the access expires the user is told, and locked.
      guard let day = users[index].accessExpires, day <= now.date else { continue }
      users[index].state = .locked
      if !users[index].isAPIOnly {
        send(OwnTexts.accessExpired, to: users[index].email)
      }
    }
  }

  /// Goes on to a day, or back to it; what falls due on the way on happens.
  mutating func turn(to day: CivilDate) {
    guard day != now.date else { return }
    let morning = Instant(day) + (Instant.standard - Instant(Instant.standard.date))
    if morning < now { now = morning } else { advance(by: morning - now) }
  }

  mutating func send(_ subject: String, to recipient: String, body: String = "") {
    mails.append(Mail(to: recipient, subject: subject, body: body))
  }

  /// Rule 28: every Admin is told.
  mutating func sendToAdmins(_ subject: String) {
    for user in users where isAdmin(user) { send(subject, to: user.email) }
  }

  func isAdmin(_ user: User) -> Bool {
    !user.isAPIOnly && user.state == .active
      && user.grants.roles.contains { role($0)?.isAdmin ?? false }
  }
}
