/// A moment on the engine's own clock, which runs only when it is advanced.
package struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  package let seconds: Int

  package init(seconds: Int) { self.seconds = seconds }

  /// The beginning of a day, in UTC.
  package init(_ date: CivilDate) { self.init(seconds: date.daysSince1970 * 86_400) }

  /// The engine's own day, on which every run starts.
  package static let standard = Instant(CivilDate(year: 2026, month: 1, day: 15)) + 9 * 3_600

  package static func + (left: Instant, seconds: Int) -> Instant {
    Instant(seconds: left.seconds + seconds)
  }
  package static func - (left: Instant, right: Instant) -> Int { left.seconds - right.seconds }
  package static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

  /// The day in UTC.
  package var date: CivilDate { CivilDate(daysSince1970: seconds.floorDivided(by: 86_400)) }

  /// The day by whose midnight quotas are counted: 12:00 AM CST, six hours after UTC's.
  package var quotaDay: CivilDate { (self + -6 * 3_600).date }

  /// "2026-01-15T09:00:00Z".
  package var iso8601: String {
    let second = seconds - seconds.floorDivided(by: 86_400) * 86_400
    let parts = [second / 3_600, second / 60 % 60, second % 60].map { $0.padded(to: 2) }
    return "\(date)T\(parts.joined(separator: ":"))Z"
  }
}

/// A day of the calendar.
package struct CivilDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int

  package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads "2026-12-31" and "12/31/2026"; nil where that is no day.
  package init?(_ text: String) {
    let dashed = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    let slashed = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    switch (dashed.count, slashed.count) {
    case (3, _):
      guard let year = dashed[0], let month = dashed[1], let day = dashed[2] else { return nil }
      self.init(year: year, month: month, day: day)
    case (_, 3):
      guard let month = slashed[0], let day = slashed[1], let year = slashed[2] else { return nil }
      self.init(year: year, month: month, day: day)
    default: return nil
    }
    // What no calendar has does not come back the same.
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day),
      CivilDate(daysSince1970: daysSince1970) == self
    else { return nil }
  }

  // Years begin in March here, so that the leap day is the last of a year.
  private static let daysBefore1970 = 719_468

  init(daysSince1970 days: Int) {
    let days = days + Self.daysBefore1970
    let era = days.floorDivided(by: 146_097)
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
      month: month,
      day: dayOfYear - (153 * shifted + 2) / 5 + 1
    )
  }

  var daysSince1970: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear.floorDivided(by: 400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - Self.daysBefore1970
  }

  package func advanced(byDays days: Int) -> CivilDate {
    CivilDate(daysSince1970: daysSince1970 + days)
  }

  package static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  package var description: String {
    "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
  }
}

extension Int {
  /// Rounded towards minus infinity.
  func floorDivided(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : (self - divisor + 1) / divisor
  }

  /// With zeros in front.
  func padded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
