import CSharpSyntax

/// Moving whole lines of code to the left or right.
enum Indentation {
  /// The text with all lines but the first further to the right; empty ones stay empty.
  static func shifted(_ text: String, by indentation: String) -> String {
    let unit = Array(indentation.utf8)
    return mapLines(of: text) { line in line.isEmpty || line.first == 0x0D ? line : unit + line }
  }

  /// The text with all lines but the first that begin with an indentation having the other one instead.
  static func replaced(_ indentation: String, by other: String, in text: String) -> String {
    let wanted = Array(indentation.utf8)
    let unit = Array(other.utf8)
    return mapLines(of: text) { line in
      line.starts(with: wanted) ? unit + Array(line.dropFirst(wanted.count)) : line
    }
  }

  /// Whether moving lines would change a text literal: one of the node's tokens goes over several.
  static func isFixed(_ node: SyntaxNode) -> Bool {
    var token = node.firstToken
    let last = node.lastToken
    while true {
      if node.tree.slice(token.range).contains(0x0A) { return true }
      guard token != last, let next = token.next else { return false }
      token = next
    }
  }

  private static func mapLines(of text: String, _ change: ([UInt8]) -> [UInt8]) -> String {
    var result: [UInt8] = []
    for (index, line) in Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if index > 0 { result.append(0x0A) }
      result += index == 0 ? Array(line) : change(Array(line))
    }
    return String(decoding: result, as: UTF8.self)
  }
}
