import CSharpSemantics
import CSharpSyntax

extension Fix {
  /// The fix with what it claims of the finding's own file (``Fix/claims``), and whether it changes declarations.
  ///
  /// Claimed are functions whose parameters, result or `async` change, since another fix may count on what they were when
  /// it changes their bodies, and what an `await` is taken away from, since another fix may want to configure it.
  func claiming(in tree: SyntaxTree) -> Fix {
    var fix = self
    var claims: Set<TextRange> = []
    for edit in edits {
      guard edit.path == nil else {
        fix.changesDeclarations = true
        continue
      }
      if edit.range.isEmpty && isUsingDirective(edit.newText) { continue }
      claims.formUnion(Fix.awaitedExpressions(losingAwaitBy: edit, in: tree))
      switch EditPlace(edit.range, in: tree) {
      case .body: break
      case .lambda(let node): claims.insert(node.range)
      case .member(let node):
        claims.insert(node.range)
        fix.changesDeclarations = true
      case .outside: fix.changesDeclarations = true
      }
    }
    fix.claims = claims.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    return fix
  }

  private static func awaitedExpressions(losingAwaitBy edit: TextEdit, in tree: SyntaxTree) -> [TextRange] {
    var ranges: [TextRange] = []
    var token = edit.range.isEmpty ? nil : tree.token(at: edit.range.start)
    while let current = token, current.range.start < edit.range.end {
      if current.kind == .awaitKeyword, edit.range.contains(current.range), let parent = current.parent {
        ranges.append(parent.range)
      }
      token = current.next
    }
    return ranges
  }
}

/// What an edit changes of the innermost function that it lies in.
private enum EditPlace {
  case body
  /// What a lambda or anonymous method is, outside its body.
  case lambda(SyntaxNode)
  /// What a member or local function is, outside its body.
  case member(SyntaxNode)
  /// Code that belongs to no function.
  case outside

  init(_ range: TextRange, in tree: SyntaxTree) {
    var node = tree.token(at: range.start)?.parent
    while let current = node {
      if current.kind == .globalStatement {
        self = .body
        return
      }
      if let function = FunctionSyntax(declaredBy: current), current.range.contains(range) {
        if let body = function.body, body.range.contains(range) {
          self = .body
        } else {
          let isLambda = function.kind == .lambda || function.kind == .anonymousMethod
          self = isLambda ? .lambda(current) : .member(current)
        }
        return
      }
      node = current.parent
    }
    self = .outside
  }
}
