/// The candidate that someone most likely meant, if any is near enough; ASCII case doesn't count.
package func nearest(to text: String, among candidates: some Sequence<String>) -> String? {
  let written = Array(text.lowercased())
  guard written.count <= 64 else { return nil }
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let distance = editDistance(written, Array(candidate.lowercased()))
    // A third of the letters may be wrong; of short words one.
    guard distance <= max(1, min(written.count, candidate.count) / 3) else { continue }
    if let best, best.distance <= distance { continue }
    best = (candidate, distance)
  }
  return best?.candidate
}

/// How many letters have to be inserted, deleted, replaced or swapped with their neighbour.
package func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  if a.isEmpty { return b.count }
  if b.isEmpty { return a.count }
  var beforePrevious: [Int] = []
  var previous = Array(0...b.count)
  for i in 1...a.count {
    var current = [i]
    current.reserveCapacity(b.count + 1)
    for j in 1...b.count {
      let substitution = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      var distance = min(previous[j] + 1, current[j - 1] + 1, substitution)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        distance = min(distance, beforePrevious[j - 2] + 1)
      }
      current.append(distance)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[b.count]
}
