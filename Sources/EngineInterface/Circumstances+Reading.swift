import Algorithms

/// Why a text gives no circumstance.
package enum CircumstanceError: Error, Hashable {
  case unknownKey(String, known: [String])
  case unknownValue(String, of: String, known: [String])
  /// A record whose text begins with none of the kinds.
  case unknownKind(String, of: String, kinds: [String])
  case notADay(String, of: String)
  /// A value that there is only with a value of another circumstance.
  case isMissing(Circumstance.Need, for: String, value: String)
}

extension ProductDescription {
  /// Reads circumstances by their keys, as people write them: a list has commas.
  ///
  /// - Throws: `CircumstanceError` for the first text, in the order of the keys, that gives none.
  package func circumstances(
    reading texts: [String: String]
  ) throws(CircumstanceError) -> Circumstances {
    var read = Circumstances()
    for (key, text) in texts.sorted(by: { $0.key < $1.key }) {
      guard let circumstance = circumstances.first(where: { $0.key == key }) else {
        throw .unknownKey(key, known: circumstances.map(\.key))
      }
      read.values[key] = try circumstance.value(reading: text)
    }
    for circumstance in circumstances {
      guard let value = read[circumstance.key], let need = circumstance.needs[value],
        let other = circumstances.first(where: { $0.key == need.key }),
        (read[need.key] ?? other.standard) != need.value
      else { continue }
      throw .isMissing(need, for: circumstance.key, value: value)
    }
    return read
  }
}

extension Circumstance {
  fileprivate func value(reading text: String) throws(CircumstanceError) -> Circumstances.Value {
    switch domain {
    case .choice(let known): return .one(try member(text, of: known))
    case .subset(let known):
      var members: [String] = []
      for part in text.listed { members.append(try member(part, of: known)) }
      return .several(members)
    case .records(let kinds):
      var records: [NamedRecord] = []
      for part in text.listed {
        guard let record = NamedRecord(part, of: kinds) else {
          throw .unknownKind(part, of: key, kinds: kinds)
        }
        records.append(record)
      }
      return .records(records)
    case .date:
      guard text.isDay else { throw .notADay(text, of: key) }
      return .one(text)
    }
  }

  private func member(_ text: String, of known: [String]) throws(CircumstanceError) -> String {
    guard let member = known.first(where: { $0.lowercased() == text.lowercased() }) else {
      throw .unknownValue(text, of: key, known: known)
    }
    return member
  }
}

extension String {
  /// The parts between commas, without the spaces around them.
  fileprivate var listed: [String] {
    split(separator: ",").map { String($0.trimming { $0 == " " }) }
  }

  /// Whether it is a day that a calendar has, such as 2026-01-15.
  fileprivate var isDay: Bool {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], utf8.allSatisfy({ $0 != UInt8(ascii: "+") }) else {
      return false
    }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3, numbers[0] > 0, (1...12).contains(numbers[1]) else { return false }
    let (year, month) = (numbers[0], numbers[1])
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...lengths[month - 1]).contains(numbers[2])
  }
}
