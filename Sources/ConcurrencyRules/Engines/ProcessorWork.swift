import CSharpSemantics
import CSharpSyntax

/// Calls that are known to keep the processor busy: sending them to the pool may be right (D32).
enum ProcessorWork {
  private static let namespaces = [
    "System.Security.Cryptography", "System.IO.Compression", "System.Drawing", "SkiaSharp", "SixLabors.ImageSharp",
    "ImageMagick",
  ]
  private static let types: Set<String> = [
    "System.Threading.Tasks.Parallel", "System.Linq.ParallelEnumerable", "System.Linq.ParallelQuery",
    "BCrypt.Net.BCrypt",
  ]
  /// Names that say so even where they do not bind.
  private static let writtenNames: Set<String> = ["AsParallel"]

  static func isKnown(_ call: ForwardedCall, model: SemanticModel) -> Bool {
    var found = false
    call.expression.walk { node in
      guard !found else { return false }
      switch node.kind {
      case .invocationExpression, .objectCreationExpression, .implicitObjectCreationExpression:
        if isKnown(node, model: model) { found = true }
      case .identifierName:
        if writtenNames.contains(node.text) || (node.text == "Parallel" && isFrameworkParallel(node, model: model)) {
          found = true
        }
      default: break
      }
      return !found
    }
    if !found, call.isMethodGroup, let method = model.symbol(of: call.expression).symbol { return isMarked(method) }
    return found
  }

  private static func isKnown(_ node: SyntaxNode, model: SemanticModel) -> Bool {
    guard let method = model.symbol(of: node).symbol else { return false }
    if isMarked(method) { return true }
    guard let type = method.containingType?.qualifiedName else { return false }
    return types.contains(type) || namespaces.contains { type.hasPrefix($0 + ".") }
  }

  private static func isMarked(_ method: Symbol) -> Bool {
    method.attributes.contains { attribute in
      attribute.attributeClass.isErrorType
        ? ["CpuBound", "CpuBoundAttribute"].contains(attribute.writtenName)
        : attribute.attributeClass.name == "CpuBoundAttribute"
    }
  }

  private static func isFrameworkParallel(_ node: SyntaxNode, model: SemanticModel) -> Bool {
    guard let symbol = model.symbol(of: node).symbol else { return true }
    return types.contains(symbol.qualifiedName)
  }
}
