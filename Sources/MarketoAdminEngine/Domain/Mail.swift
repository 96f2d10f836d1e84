/// A mail that the product sent.
package struct Mail: Hashable, Sendable {
  package let recipient: String
  package let subject: String
  package let body: String

  package init(to recipient: String, subject: String, body: String) {
    self.recipient = recipient
    self.subject = subject
    self.body = body
  }
}
