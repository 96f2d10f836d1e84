import ProcedureModel

/// What a verb says becomes of a thing.
enum StatedResult: Equatable {
  case appears, opens, closes, isMade, isGone, isListed, isAt, isSo
  case has(Expectation.Claim.State)

  /// Verbs that say that something comes about which was not so before.
  static let changes: Set<String> = ["appears", "opens", "loads", "launches"]

  /// What happens to the subject itself.
  static let intransitive: [String: Self] = [
    "opens": .opens, "open": .opens, "appears": .appears, "appear": .appears,
    "displays": .appears, "display": .appears, "loads": .opens, "launches": .opens,
    "closes": .closes, "close": .closes, "disappears": .closes, "vanishes": .closes,
    "refreshes": .isSo,
    "becomes": .isSo, "changes": .isSo, "expands": .has(.expanded), "starts": .isSo,
  ]
  /// What the subject does to something else.
  static let transitive: [String: Self] = [
    "opens": .opens, "displays": .appears, "shows": .appears, "launches": .opens,
    "closes": .closes, "creates": .isMade, "adds": .isMade, "saves": .isMade, "sends": .isMade,
    "generates": .isMade, "removes": .isGone, "deletes": .isGone, "returns": .isSo,
    "turns": .isSo, "moves": .isSo, "copies": .isSo, "updates": .isSo, "changes": .isSo,
    "distributes": .isSo, "publishes": .isSo, "enables": .isSo, "disables": .isSo,
    "applies": .isSo, "redirects": .isSo, "prompts": .isSo, "assigns": .isSo,
  ]
  /// Verbs whose object is mail that comes to the subject.
  static let mailing: Set<String> = [
    "receive", "receives", "get", "gets", "find", "finds", "sent", "notified", "informed",
    "emailed",
  ]
  /// Nouns of mail.
  static let letters: Set<String> = [
    "email", "e-mail", "mail", "invitation", "emails", "e-mails", "mails", "invitations",
  ]
  static let participles: [String: Self] = [
    "open": .appears, "displayed": .appears, "shown": .appears, "opened": .opens,
    "visible": .appears,
    "closed": .closes, "created": .isMade, "added": .isMade, "saved": .isMade, "sent": .isMade,
    "generated": .isMade, "uploaded": .isMade, "deleted": .isGone, "removed": .isGone,
    "gone": .isGone,
    "available": .isSo, "updated": .isSo, "selected": .has(.selected),
    "checked": .has(.selected), "ticked": .has(.selected), "enabled": .has(.enabled),
    "disabled": .has(.disabled), "grayed": .has(.disabled), "greyed": .has(.disabled),
    "unavailable": .has(.disabled), "expanded": .has(.expanded),
    "applied": .isSo, "moved": .isSo, "copied": .isSo, "indented": .isSo, "resized": .isSo,
    "published": .isSo, "activated": .isSo, "assigned": .isSo, "listed": .isListed,
    "empty": .has(.empty),
    "redirected": .isSo, "prompted": .isSo, "linked": .isSo, "converted": .isSo,
    "imported": .isSo, "exported": .isSo, "downloaded": .isSo, "ready": .isSo, "started": .isSo,
    "approved": .isSo, "shared": .isSo, "renamed": .isSo, "highlighted": .isSo,
  ]
}
