/// Which lines two texts don't share, by Myers' algorithm in its linear-space form ("An O(ND) difference algorithm and
/// its variations", 1986): a shortest script of deletions and insertions.
struct LineDifference {
  let old: [ArraySlice<UInt8>]
  let new: [ArraySlice<UInt8>]
  private(set) var isDeleted: [Bool]
  private(set) var isInserted: [Bool]

  init(old oldText: [UInt8], new newText: [UInt8]) {
    old = LineDifference.lines(oldText)
    new = LineDifference.lines(newText)
    isDeleted = Array(repeating: false, count: old.count)
    isInserted = Array(repeating: false, count: new.count)
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int {
      if let known = numbers[line] { return known }
      let number = numbers.count
      numbers[line] = number
      return number
    }
    compare(old.map(number), new.map(number))
  }

  /// Lines with their line feeds; the last one may have none.
  private static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (index, byte) in text.enumerated() where byte == 0x0a {
      lines.append(text[start...index])
      start = index + 1
    }
    if start < text.count { lines.append(text[start...]) }
    return lines
  }

  private struct Box {
    var a: Range<Int>
    var b: Range<Int>
  }

  private mutating func compare(_ a: [Int], _ b: [Int]) {
    var boxes = [Box(a: 0..<a.count, b: 0..<b.count)]
    while let box = boxes.popLast() {
      var (aLow, aHigh) = (box.a.lowerBound, box.a.upperBound)
      var (bLow, bHigh) = (box.b.lowerBound, box.b.upperBound)
      while aLow < aHigh, bLow < bHigh, a[aLow] == b[bLow] {
        aLow += 1
        bLow += 1
      }
      while aLow < aHigh, bLow < bHigh, a[aHigh - 1] == b[bHigh - 1] {
        aHigh -= 1
        bHigh -= 1
      }
      if aLow == aHigh || bLow == bHigh {
        for index in aLow..<aHigh { isDeleted[index] = true }
        for index in bLow..<bHigh { isInserted[index] = true }
        continue
      }
      let snake = middleSnake(a[aLow..<aHigh], b[bLow..<bHigh])
      boxes.append(Box(a: aLow..<aLow + snake.a.lowerBound, b: bLow..<bLow + snake.b.lowerBound))
      boxes.append(Box(a: aLow + snake.a.upperBound..<aHigh, b: bLow + snake.b.upperBound..<bHigh))
    }
  }

  /// The stretch of equal lines (possibly empty) in the middle of a shortest script, relative to the slices' starts.
  private func middleSnake(_ a: ArraySlice<Int>, _ b: ArraySlice<Int>) -> Box {
    let (n, m) = (a.count, b.count)
    let delta = n - m
    let isOdd = delta % 2 != 0
    let limit = (n + m + 1) / 2
    // Furthest reaching points by diagonal k (-limit...limit), forwards and backwards.
    let origin = limit + 1
    var forward = Array(repeating: 0, count: 2 * limit + 3)
    var backward = forward
    for d in 0...limit {
      for k in stride(from: -d, through: d, by: 2) {
        let down = k == -d || k != d && forward[origin + k - 1] < forward[origin + k + 1]
        let startX = down ? forward[origin + k + 1] : forward[origin + k - 1] + 1
        var (x, y) = (startX, startX - k)
        while x < n, y < m, a[a.startIndex + x] == b[b.startIndex + y] {
          x += 1
          y += 1
        }
        forward[origin + k] = x
        if isOdd, abs(delta - k) <= d - 1, x + backward[origin + delta - k] >= n {
          return Box(a: startX..<x, b: startX - k..<y)
        }
      }
      for k in stride(from: -d, through: d, by: 2) {
        let down = k == -d || k != d && backward[origin + k - 1] < backward[origin + k + 1]
        let startX = down ? backward[origin + k + 1] : backward[origin + k - 1] + 1
        var (x, y) = (startX, startX - k)
        while x < n, y < m, a[a.endIndex - 1 - x] == b[b.endIndex - 1 - y] {
          x += 1
          y += 1
        }
        backward[origin + k] = x
        if !isOdd, abs(delta - k) <= d, x + forward[origin + delta - k] >= n {
          return Box(a: n - x..<n - startX, b: m - y..<m - (startX - k))
        }
      }
    }
    // Not reached: within the limit the two searches always meet. Splitting here keeps the result correct.
    return Box(a: n..<n, b: 0..<0)
  }
}
