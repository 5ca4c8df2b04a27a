/// Which piece of work comes next. Pieces of one group go to one thread as long as there are groups that nobody has begun.
struct WorkQueue {
  /// What is left of each group; the biggest first.
  private var groups: [ArraySlice<Int>]
  private var firstUnbegun = 0

  /// - Parameter groupNames: of the pieces, by their index.
  init(_ groupNames: [String]) {
    var places: [String: Int] = [:]
    var groups: [[Int]] = []
    for (index, name) in groupNames.enumerated() {
      if let place = places[name] {
        groups[place].append(index)
      } else {
        places[name] = groups.count
        groups.append([index])
      }
    }
    self.groups = groups.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map { $0.element[...] }
  }

  /// - Parameter group: that the asking thread had its last piece from.
  /// - Returns: `nil` when all pieces are given out.
  mutating func next(near group: Int?) -> (index: Int, group: Int)? {
    if let group, let index = groups[group].popFirst() { return (index, group) }
    while firstUnbegun < groups.count {
      let group = firstUnbegun
      firstUnbegun += 1
      if let index = groups[group].popFirst() { return (index, group) }
    }
    // Helps where most is left.
    guard let group = groups.indices.max(by: { groups[$0].count < groups[$1].count }),
      let index = groups[group].popFirst()
    else { return nil }
    return (index, group)
  }
}
