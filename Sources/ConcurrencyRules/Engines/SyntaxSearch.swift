import CSharpSyntax

extension SyntaxTree {
  /// The innermost node whose text holds a range.
  func innermostNode(containing range: TextRange) -> SyntaxNode? {
    var current = root
    while true {
      guard let child = current.childNodes.first(where: { $0.range.contains(range) }) else { return current }
      current = child
    }
  }
}

extension SyntaxNode {
  /// The attribute lists in the first slot of declarations, statements, lambdas; those of a compilation unit.
  var attributeLists: [SyntaxNode] {
    switch kind {
    case .compilationUnit: nodeList(2).filter { $0.kind == .attributeList }
    default: nodeList(0).filter { $0.kind == .attributeList }
    }
  }
}

/// The simple name of an attribute's name.
enum AttributeName {
  static func bare(_ name: SyntaxNode) -> SyntaxNode {
    name.kind == .qualifiedName ? name.requiredNode(2) : name
  }
}

/// The value of a string literal, for texts in attributes.
enum StringLiteral {
  /// `nil` for anything that is not one literal without interpolation; escapes other than `\"` and `\\` are kept.
  static func value(_ node: SyntaxNode) -> String? {
    guard node.kind == .stringLiteralExpression else { return nil }
    var text = Substring(node.text)
    if text.hasPrefix("@\"") {
      text = text.dropFirst(2).dropLast()
      return String(text).split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"")
    }
    guard text.count >= 2, text.hasPrefix("\"") else { return nil }
    text = text.dropFirst().dropLast()
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        if character != "\"" && character != "\\" { result.append("\\") }
        result.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}
