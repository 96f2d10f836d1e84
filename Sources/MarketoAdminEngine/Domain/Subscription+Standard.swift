extension Subscription {
  /// The records at the start of a run; the users are invented.
  package static let standard: Subscription = {
    var product = Subscription(users: users, roles: AccessRole.standard)
    let yesterday = Instant.standard + -86_400
    product.logins = [
      LoginRecord(time: yesterday, user: 3, address: "192.0.2.3", hasFailed: true),
      LoginRecord(time: .standard + -3_600, user: 1, address: "192.0.2.1", hasFailed: false),
    ]
    return product
  }()

  private static let users = [
    User(
      id: 1,
      email: "ada.admin@example.com",
      firstName: "Ada",
      lastName: "Admin",
      grants: [AccessRole.admin.id]
    ),
    User(
      id: 2,
      email: "omar.owner@example.com",
      firstName: "Omar",
      lastName: "Owner",
      grants: [AccessRole.admin.id]
    ),
    User(
      id: 3,
      email: "mia.marketer@example.com",
      firstName: "Mia",
      lastName: "Marketer",
      grants: [AccessRole.marketingUser.id]
    ),
    User(
      id: 4,
      email: "ana.analyst@example.com",
      firstName: "Ana",
      lastName: "Analyst",
      grants: [AccessRole.analyticsUser.id]
    ),
  ]
}
