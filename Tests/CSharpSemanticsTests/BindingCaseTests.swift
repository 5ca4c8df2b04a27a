import CSharpSyntax
import Foundation
import Testing

@testable import CSharpSemantics

/// C# texts whose comments say what the names above their carets are bound to: `// ^ SYMBOL : TYPE`. A symbol `?` is
/// unknown; either half may be left out. The expected answers are the C# compiler's.
@Suite struct BindingCaseTests {
  static let cases = ["Members", "Calls", "Locals", "Broken"]

  @Test(arguments: cases) func bindsAsTheCompilerDoes(_ name: String) throws {
    let text = try BindingCase.load(name)
    let framework = try BindingCase.load("Framework")
    let model = try #require(BindingCase.model([text, framework]))
    let expectations = BindingCase.expectations(in: text)
    #expect(expectations.count > 5)
    for expectation in expectations {
      let node = try #require(
        BindingCase.node(at: expectation.offset, in: model.tree), "\(name):\(expectation.line): no name")
      let answer = BindingCase.answer(node, model)
      if let symbol = expectation.symbol {
        #expect(answer.symbol == symbol, "\(name):\(expectation.line)")
      }
      if let type = expectation.type { #expect(answer.type == type, "\(name):\(expectation.line)") }
    }
  }

  /// Cut anywhere, a text must bind without a trap.
  @Test(arguments: cases) func survivesTruncation(_ name: String) throws {
    let text = try BindingCase.load(name)
    let framework = try BindingCase.load("Framework")
    let bytes = Array(text.utf8)
    var cut = 40
    while cut < bytes.count {
      let model = try #require(BindingCase.model([String(decoding: bytes[..<cut], as: UTF8.self), framework]))
      model.bindAll()
      cut += 331
    }
  }
}

enum BindingCase {
  struct Expectation {
    let line: Int
    /// Of the caret's column in the code line above.
    let offset: Int
    let symbol: String?
    let type: String?
  }

  static func load(_ name: String) throws -> String {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases")
    return try String(contentsOf: folder.appendingPathComponent(name + ".txt"), encoding: .utf8)
  }

  static func model(_ texts: [String], usings: [String] = []) -> SemanticModel? {
    var files: [FileDeclarations] = []
    for (index, text) in texts.enumerated() {
      guard let tree = parse(Array(text.utf8)) else { return nil }
      files.append(FileDeclarations(path: "File\(index).cs", tree: tree))
    }
    let compilation = Compilation(options: CompilationOptions(globalUsings: usings), files: files)
    return BindingContext(compilation: compilation).semanticModel(file: 0)
  }

  static func expectations(in text: String) -> [Expectation] {
    var result: [Expectation] = []
    var offset = 0
    var codeLine = 0
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let bytes = Array(line.utf8)
      if let slash = firstComment(bytes), let caret = bytes.firstIndex(of: UInt8(ascii: "^")) {
        _ = slash
        let rest = String(decoding: bytes[(caret + 1)...], as: UTF8.self).trimmingCharacters(in: .whitespaces)
        let parts = rest.components(separatedBy: " : ")
        let symbol = rest.hasPrefix(": ") ? nil : parts[0]
        let type = parts.count > 1 ? parts[1] : rest.hasPrefix(": ") ? String(rest.dropFirst(2)) : nil
        // A caret at the comment's own place stands for the first name of the line.
        result.append(
          Expectation(line: index + 1, offset: place(caret, bytes, slash, codeLine, text), symbol: symbol, type: type))
      } else {
        codeLine = offset
      }
      offset += bytes.count + 1
    }
    return result
  }

  private static func firstComment(_ bytes: [UInt8]) -> Int? {
    guard let first = bytes.firstIndex(where: { $0 != UInt8(ascii: " ") }), first + 1 < bytes.count,
      bytes[first] == UInt8(ascii: "/"), bytes[first + 1] == UInt8(ascii: "/")
    else { return nil }
    return first
  }

  /// `//^` points to the line's beginning, where no comment can stand before.
  private static func place(_ caret: Int, _ bytes: [UInt8], _ slash: Int, _ codeLine: Int, _ text: String) -> Int {
    caret == slash + 2 ? codeLine + slash : codeLine + caret
  }

  /// The expression or declaration that a token at an offset names.
  static func node(at offset: Int, in tree: SyntaxTree) -> SyntaxNode? {
    var found: SyntaxNode?
    tree.root.walk { node in
      guard node.range.indices.contains(offset) else { return false }
      found = node
      return true
    }
    return found
  }

  static func answer(_ node: SyntaxNode, _ model: SemanticModel) -> (symbol: String, type: String) {
    var node = node
    if let declared = declaration(node), let symbol = model.declaredSymbol(for: declared) {
      return (symbol.documentationCommentID, text(symbol.type))
    }
    if let parent = node.parent, isNameOf(node, parent) { node = parent }
    if let parent = node.parent, parent.kind == .invocationExpression, parent.requiredNode(0) == node { node = parent }
    let info = model.symbol(of: node)
    return (info.symbol?.documentationCommentID ?? "?", text(model.type(of: node).type))
  }

  private static func declaration(_ node: SyntaxNode) -> SyntaxNode? {
    switch node.kind {
    case .variableDeclarator, .singleVariableDesignation, .forEachStatement, .catchDeclaration, .parameter: node
    default: nil
    }
  }

  private static func isNameOf(_ node: SyntaxNode, _ parent: SyntaxNode) -> Bool {
    switch parent.kind {
    case .simpleMemberAccessExpression: parent.requiredNode(2) == node
    case .memberBindingExpression: parent.requiredNode(1) == node
    default: false
    }
  }

  private static func text(_ type: TypeSymbol?) -> String {
    guard let type else { return "-" }
    return type.isErrorType ? "?" : type.displayString
  }
}
