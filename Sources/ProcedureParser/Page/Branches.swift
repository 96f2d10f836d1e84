/// Makes of branches inside one list a list for each way: a reader of "Cloud" does the common
/// steps, and those of "Cloud" where the others are.
///
///     1. Go to Admin.                        1. Go to Admin.      1. Go to Admin.
///     {% ifversion cloud %}                  2. Click Add.        2. Click New.
///     2. Click Add.                     =    3. Click Save.       3. Click Save.
///     {% else %}
///     2. Click New.
///     {% endif %}
///     3. Click Save.
struct Branches {
  /// Ways beyond these are read one after the other: no page has so many.
  private static let limit = 12

  /// The parts of a section, in which branches stand only for whole ways.
  static func woven(_ parts: [PagePart]) -> [PagePart] {
    guard parts.contains(where: { $0.holdsBranches }) else { return parts }
    var woven: [PagePart] = []
    var index = 0
    while index < parts.count {
      let end = endOfList(parts, from: index)
      let names = names(of: parts[index..<end])
      if end > index, names.count > 1, names.count <= limit {
        for name in names {
          let way = parts[index..<end].flatMap { $0.taking(name) }
          woven.append(parts[index].with(.branch(name, joined(way))))
        }
        index = end
      } else if end > index {
        woven += joined(parts[index..<end].flatMap(\.withoutBranches))
        index = end
      } else if case .branch(_, let inside) = parts[index].kind,
        isAlone(parts, index)
      {
        // One zone, or one tab, is no way among others.
        woven += inside
        index += 1
      } else {
        woven.append(parts[index])
        index += 1
      }
    }
    return woven
  }

  /// Where the list ends that begins at an index, with branches among its steps; the index itself
  /// where there is none of that.
  private static func endOfList(_ parts: [PagePart], from start: Int) -> Int {
    guard case .list(let list) = parts[start].kind, list.isOrdered else { return start }
    var end = start + 1
    while end < parts.count {
      switch parts[end].kind {
      case .branch(_, let inside):
        guard case .list(let list)? = inside.first?.kind, list.isOrdered else {
          return isWoven(parts[start..<end]) ? end : start
        }
      case .list(let next) where next.isOrdered: break
      default: return isWoven(parts[start..<end]) ? end : start
      }
      end += 1
    }
    return isWoven(parts[start..<end]) ? end : start
  }

  /// One list of those that only the tags of branches keep apart.
  private static func joined(_ parts: [PagePart]) -> [PagePart] {
    parts.reduce(into: []) { joined, part in
      guard case .list(let list) = part.kind, list.isOrdered, let last = joined.last,
        case .list(var first) = last.kind, first.isOrdered
      else { return joined.append(part) }
      first.items += list.items
      joined[joined.count - 1].kind = .list(first)
    }
  }

  private static func isWoven(_ parts: ArraySlice<PagePart>) -> Bool {
    parts.contains { $0.holdsBranches }
  }

  private static func isAlone(_ parts: [PagePart], _ index: Int) -> Bool {
    func isBranch(_ index: Int) -> Bool {
      guard parts.indices.contains(index), case .branch = parts[index].kind else { return false }
      return true
    }
    return !isBranch(index - 1) && !isBranch(index + 1)
  }

  /// The names of the ways, in their order; a single branch is a part of every way.
  private static func names(of parts: ArraySlice<PagePart>) -> [String] {
    var names: [String] = []
    for part in parts { part.addBranches(to: &names, besides: Array(parts)) }
    return names
  }
}

extension PagePart {
  /// Whether it is a branch, or there are some in the items of the list that it is.
  fileprivate var holdsBranches: Bool {
    switch kind {
    case .branch: true
    case .list(let list): list.items.contains { $0.parts.contains { $0.holdsBranches } }
    default: false
    }
  }

  fileprivate func addBranches(to names: inout [String], besides parts: [PagePart]) {
    switch kind {
    case .branch(let name, _):
      let isSingle = parts.count { if case .branch = $0.kind { true } else { false } } < 2
      if !isSingle, !names.contains(name) { names.append(name) }
    case .list(let list):
      for item in list.items {
        for part in item.parts { part.addBranches(to: &names, besides: item.parts) }
      }
    default: break
    }
  }

  /// Its content where it is a branch: one that stands alone is a part of every way.
  fileprivate var withoutBranches: [PagePart] {
    if case .branch(_, let inside) = kind { inside } else { [self] }
  }

  /// What one way has of the part.
  fileprivate func taking(_ way: String) -> [PagePart] {
    switch kind {
    case .branch(let name, let inside): return name == way ? inside : []
    case .list(var list):
      for index in list.items.indices {
        let parts = list.items[index].parts
        guard parts.contains(where: \.holdsBranches) else { continue }
        let branches = parts.compactMap { part in
          if case .branch(let name, _) = part.kind { name } else { nil }
        }
        // Where the way has no branch of its own, the first one stands for it.
        let own = branches.contains(way) ? way : branches.first
        list.items[index].parts = parts.flatMap { part in
          if case .branch(let name, let inside) = part.kind {
            name == own ? inside : []
          } else {
            part.taking(way)
          }
        }
      }
      return [with(.list(list))]
    default: return [self]
    }
  }
}
