/// Which logins the history shows.
package struct LoginFilter: Hashable, Sendable {
  package enum Period: String, CaseIterable, Sendable {
    case today = "Today"
    case lastSevenDays = "Last 7 Days"
    case lastThirtyDays = "Last 30 Days"

    var days: Int {
      switch self {
      case .today: 1
      case .lastSevenDays: 7
      case .lastThirtyDays: 30
      }
    }
  }

  package var period = Period.lastThirtyDays
  /// Days as they were typed; they count instead of the period where there are any.
  package var from = ""
  package var to = ""
  /// A user's e-mail address; nil is everyone.
  package var user: String?
  package var onlyFailed = false

  package init() {}
}

extension Subscription {
  /// Why a filter can't be applied.
  package func refusals(of filter: LoginFilter) -> [Refusal] {
    [filter.from, filter.to].allSatisfy { $0.isBlank || CivilDate($0) != nil } ? [] : [.notADate]
  }

  /// The newest first, at most thirty days of them.
  package func logins(matching filter: LoginFilter) -> [LoginRecord] {
    let first = CivilDate(filter.from) ?? now.date.advanced(byDays: 1 - filter.period.days)
    let last = CivilDate(filter.to) ?? now.date
    let earliest = max(first, now.date.advanced(byDays: -29))
    let wanted = filter.user.flatMap(user(email:))?.id
    return logins.reversed().filter { login in
      (earliest...max(earliest, last)).contains(login.time.date)
        && (filter.user == nil || login.user == wanted)
        && (!filter.onlyFailed || login.hasFailed)
    }
  }
}
