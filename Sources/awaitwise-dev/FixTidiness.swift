import CSharpSyntax

/// What a reader would dislike about a text that a fix left behind, compilers don't mind it.
enum FixTidiness {
  /// Faults that the new text has and the old one had not.
  static func faults(old: SyntaxTree, new: SyntaxTree) -> [String] {
    var faults: [String] = []
    if commentCount(new) < commentCount(old) { faults.append("a comment is lost") }
    let (before, after) = (Lines(old.bytes), Lines(new.bytes))
    if before.endKinds.count == 1, after.endKinds.count > 1 { faults.append("line ends are mixed") }
    if after.trailingSpaces > before.trailingSpaces { faults.append("white space at the end of a line") }
    if after.doubleBlanks > before.doubleBlanks { faults.append("two blank lines") }
    if after.blanksAtEdges > before.blanksAtEdges { faults.append("a blank line behind { or before }") }
    if after.tabs > before.tabs, before.tabs == 0 { faults.append("tabs among spaces") }
    if after.spaces > before.spaces, before.spaces == 0 { faults.append("spaces among tabs") }
    return faults
  }

  private static func commentCount(_ tree: SyntaxTree) -> Int {
    var count = 0
    var token = tree.firstSourceToken
    while let current = token {
      // Lines of documentation comments are counted one by one in one piece of trivia.
      for comment in current.comments { count += tree.slice(comment.range).count { $0 == 0x0A } + 1 }
      token = current.next
    }
    return count
  }

  /// Facts of a text's lines.
  private struct Lines {
    var endKinds: Set<[UInt8]> = []
    var trailingSpaces = 0
    var doubleBlanks = 0
    var blanksAtEdges = 0
    /// Lines that begin with each.
    var tabs = 0
    var spaces = 0

    init(_ bytes: [UInt8]) {
      var previous: ArraySlice<UInt8> = []
      var start = 0
      var isFirst = true
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        var next = min(end + 1, bytes.count)
        if end < bytes.count, bytes[end] == 0x0D, next < bytes.count, bytes[next] == 0x0A { next += 1 }
        if next > end { endKinds.insert(Array(bytes[end..<next])) }
        let line = bytes[start..<end]
        if line.last == 0x20 || line.last == 0x09 { trailingSpaces += 1 }
        if line.first == 0x20 { spaces += 1 }
        if line.first == 0x09 { tabs += 1 }
        let content = Lines.content(line)
        if !isFirst, content.isEmpty, previous.isEmpty { doubleBlanks += 1 }
        if content.isEmpty, previous.last == UInt8(ascii: "{") { blanksAtEdges += 1 }
        if previous.isEmpty, !isFirst, content.first == UInt8(ascii: "}") { blanksAtEdges += 1 }
        previous = content
        isFirst = false
        start = next
      }
    }

    private static func content(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
      var line = line
      while line.last == 0x20 || line.last == 0x09 { line.removeLast() }
      while line.first == 0x20 || line.first == 0x09 { line.removeFirst() }
      return line
    }
  }
}
