import CSharpSyntax

/// How new statements are laid out in place of a statement: like the code around it, unless the configuration says
/// otherwise.
struct BlockLayout {
  /// What stands between two statements: a line end with the indentation, or a blank where all is on one line.
  let newLine: String
  private let indentation: String
  private let unit: String
  private let isBraceOnOwnLine: Bool
  private let isOneLine: Bool

  init(at statement: SyntaxNode, settings: RuleSettings = RuleSettings()) {
    let tree = statement.tree
    let own = tree.indentation(before: statement.range.start)
    isOneLine = own == nil
    indentation = own ?? ""
    newLine = own.map { tree.lineEnd + $0 } ?? " "
    unit = BlockLayout.unit(around: statement, settings)
    isBraceOnOwnLine = BlockLayout.isBraceOnOwnLine(around: statement, settings)
  }

  /// All on one line.
  static let oneLine = BlockLayout()

  private init() {
    newLine = " "
    indentation = ""
    unit = ""
    isBraceOnOwnLine = false
    isOneLine = true
  }

  /// `header { statements }`; a statement's own lines are indented by the caller.
  func block(_ header: String, _ statements: [String]) -> String {
    if isOneLine { return header + " { " + statements.joined(separator: " ") + " }" }
    let open = isBraceOnOwnLine ? newLine + "{" : " {"
    return header + open + statements.map { newLine + unit + $0 }.joined() + newLine + "}"
  }

  /// What stands before and behind the only statement of `header { … }`.
  func wrapping(_ header: String) -> (before: String, after: String) {
    if isOneLine { return (header + " { ", " }") }
    let open = isBraceOnOwnLine ? newLine + "{" : " {"
    return (header + open + newLine + unit, newLine + "}")
  }

  /// The indentation of what a block at the statement's place holds.
  var inner: String { indentation + unit }

  private static func unit(around node: SyntaxNode, _ settings: RuleSettings) -> String {
    if settings.value("indent_style")?.lowercased() == "tab" { return "\t" }
    if let written = settings.value("indent_size"), let size = Int(written), (1...16).contains(size) {
      return String(repeating: " ", count: size)
    }
    let tree = node.tree
    for ancestor in node.ancestors where ancestor.kind == .block {
      guard let first = ancestor.nodeList(2).first, let inner = tree.indentation(before: first.range.start),
        let outer = tree.indentation(before: ancestor.requiredToken(3).range.start), inner.hasPrefix(outer),
        inner.count > outer.count
      else { continue }
      return String(inner.dropFirst(outer.count))
    }
    return "    "
  }

  private static func isBraceOnOwnLine(around node: SyntaxNode, _ settings: RuleSettings) -> Bool {
    if let written = settings.value("csharp_new_line_before_open_brace")?.lowercased() {
      return written == "all" || written.contains("control_blocks")
    }
    let tree = node.tree
    for ancestor in node.ancestors where ancestor.kind == .block {
      let open = ancestor.requiredToken(1)
      let close = ancestor.requiredToken(3)
      // A block on one line says nothing.
      guard tree.slice(TextRange(start: open.range.end, end: close.range.start)).contains(0x0A) else { continue }
      return tree.indentation(before: open.range.start) != nil
    }
    return true
  }
}
