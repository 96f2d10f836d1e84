/// An installed service of LaunchPoint: the way in for an integration.
package struct LaunchPointService: Hashable, Sendable {
  package typealias ID = Int

  package enum Kind: String, CaseIterable, Sendable {
    case custom = "Custom"
    case zoom = "Zoom"
    case goToWebinar = "GoToWebinar"

    package var name: String { rawValue }
  }

  package let id: ID
  package var displayName: String
  package let kind: Kind
  package var description: String
  /// Rule 37: a custom service has exactly one; others have none.
  package var apiUser: User.ID?
  package let clientID: String
  package let clientSecret: String
}

/// What is said of a service that is to be made or changed.
package struct ServiceDraft: Hashable, Sendable {
  package var displayName = ""
  package var kind: LaunchPointService.Kind?
  package var description = ""
  /// The e-mail address of the API only user.
  package var apiUser: String?

  package init() {}
}

/// What lets its bearer call the API.
package struct AccessToken: Hashable, Sendable {
  /// Seconds that a token is valid.
  package static let life = 3_600

  package let value: String
  package let service: LaunchPointService.ID
  package let issuedAt: Instant

  package var expiresAt: Instant { issuedAt + Self.life }
}

/// Identifiers that look random and are the same in every run.
struct Credentials {
  private var state: UInt64

  init(number: Int, purpose: UInt64) {
    state = UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15 &+ purpose
  }

  /// 8-4-4-4-12 hexadecimal digits.
  mutating func uuid() -> String {
    [8, 4, 4, 4, 12].map { text(of: $0, from: "0123456789abcdef") }.joined(separator: "-")
  }

  /// 32 letters and digits.
  mutating func secret() -> String {
    text(of: 32, from: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
  }

  private mutating func text(of length: Int, from alphabet: String) -> String {
    let characters = Array(alphabet)
    return String(
      (0..<length).map { _ in characters[Int(next() % UInt64(characters.count))] }
    )
  }

  /// SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
