/// What was called, and what went wrong, by day.
enum Stats {
  static let usageToday: Endpoint.Handler = { [usage($0.product, daysAgo: 0)] }
  static let usageOfWeek: Endpoint.Handler = { call in
    .array((0..<7).map { usage(call.product, daysAgo: $0) })
  }
  static let errorsToday: Endpoint.Handler = { [errors($0.product, daysAgo: 0)] }
  static let errorsOfWeek: Endpoint.Handler = { call in
    .array((0..<7).map { errors(call.product, daysAgo: $0) })
  }

  private static func usage(_ product: Subscription, daysAgo: Int) -> JSON {
    let (day, calls) = calls(of: product, daysAgo: daysAgo)
    let users = product.users.compactMap { user -> JSON? in
      let count = calls.count { $0.user == user.id }
      return count == 0 ? nil : ["userId": .string(user.login), "count": .int(count)]
    }
    return ["date": .string("\(day)"), "total": .int(calls.count), "users": .array(users)]
  }

  private static func errors(_ product: Subscription, daysAgo: Int) -> JSON {
    let (day, calls) = calls(of: product, daysAgo: daysAgo)
    let codes = calls.compactMap(\.errorCode)
    let errors = Set(codes).sorted().map { code -> JSON in
      ["errorCode": .string(code), "count": .int(codes.count { $0 == code })]
    }
    return ["date": .string("\(day)"), "total": .int(codes.count), "errors": .array(errors)]
  }

  private static func calls(
    of product: Subscription,
    daysAgo: Int
  ) -> (day: CivilDate, calls: [CallRecord]) {
    let day = product.now.quotaDay.advanced(byDays: -daysAgo)
    return (day, product.calls.filter { $0.time.quotaDay == day && $0.isCounted })
  }
}
