import CSharpSemantics
import CSharpSyntax

/// Passing a cancellation token to a call (T6).
enum TokenArgument {
  /// The edits that pass a token to a call.
  ///
  /// - Parameters:
  ///   - name: the token parameter's name.
  ///   - index: its place among the parameters that arguments are written for.
  ///   - expanded: where the arguments begin that a `params` parameter takes one by one although the parameter of the
  ///     method that takes the token wants them in one collection, and their type.
  /// - Returns: `nil` if there is no place for it: a `params` list without elements.
  static func edits(
    passing token: String, name: String, at index: Int, to call: SyntaxNode,
    wrapping expanded: (start: Int, elementType: TypeSymbol)? = nil
  ) -> [TextEdit]? {
    guard let list = ArgumentListSyntax(call.childNodes.last { $0.kind == .argumentList }) else {
      // `new T { … }`: the list is missing.
      guard let type = ObjectCreationExpressionSyntax(call)?.type else { return nil }
      return [.insertion("(" + token + ")", at: type.range.end)]
    }
    let arguments = Array(list.arguments)
    let named = arguments.firstIndex { ArgumentSyntax($0)?.nameColon != nil }
    if let expanded {
      guard named == nil, expanded.start < arguments.count, index == expanded.start + 1 else { return nil }
      let (open, close) = brackets(expanded.elementType, in: call.tree)
      let first = arguments[expanded.start]
      let last = arguments[arguments.count - 1]
      return [.insertion(open, at: first.range.start), .insertion(close + ", " + token, at: last.range.end)]
    }
    let positional = named ?? arguments.count
    if positional > index, index < arguments.count {
      return [.insertion(token + ", ", at: arguments[index].range.start)]
    }
    let argument = positional == index && named == nil ? token : name + ": " + token
    guard let last = arguments.last else {
      return [.insertion(argument, at: list.openParenToken.range.end)]
    }
    return [.insertion(separator(behind: last, of: arguments) + argument, at: last.range.end)]
  }

  /// Arguments that stand on lines of their own are followed by one on its own line.
  private static func separator(behind last: SyntaxNode, of arguments: [SyntaxNode]) -> String {
    let tree = last.tree
    guard arguments.count > 1, let indentation = tree.indentation(before: last.range.start),
      last.lastToken.trailingTriviaRange.isEmpty
    else { return ", " }
    return "," + tree.lineEnd + indentation
  }

  /// What stands around the elements of a collection: brackets where the file has collection expressions.
  private static func brackets(_ elementType: TypeSymbol, in tree: SyntaxTree) -> (String, String) {
    var usesCollectionExpressions = false
    tree.root.walk { node in
      if node.kind == .collectionExpression { usesCollectionExpressions = true }
      return !usesCollectionExpressions
    }
    return usesCollectionExpressions ? ("[", "]") : ("new \(elementType.minimalDisplayString)[] { ", " }")
  }
}
