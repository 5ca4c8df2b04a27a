import CSharpSyntax

/// Whether annotations of reference types mean something at a place: by the last `#nullable` before it, else by the
/// project.
enum NullableContext {
  static func isEnabled(at place: ByteOffset, in tree: SyntaxTree, byDefault: Bool) -> Bool {
    var isEnabled = byDefault
    for directive in tree.directives
    where directive.kind == .nullableDirectiveTrivia && directive.isActive && directive.range.start < place {
      if directive.target == .warningsKeyword { continue }
      switch directive.setting {
      case .enableKeyword: isEnabled = true
      case .disableKeyword: isEnabled = false
      case .restoreKeyword: isEnabled = byDefault
      default: break
      }
    }
    return isEnabled
  }
}

extension RuleContext {
  /// Whether nullable annotations are enabled at a place.
  func isNullableEnabled(at node: SyntaxNode) -> Bool {
    NullableContext.isEnabled(at: node.range.start, in: node.tree, byDefault: project.isNullableEnabled)
  }
}
