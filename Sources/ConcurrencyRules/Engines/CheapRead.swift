import CSharpSemantics
import CSharpSyntax

/// Whether values that look like plain reads are: some properties compute, wait, or tell about the thread that asks.
struct CheapRead {
  let context: RuleContext

  private var model: SemanticModel { context.model }

  /// Whether nothing that an expression reads does work of its own or depends on the thread that reads it.
  func holds(for expression: SyntaxNode) -> Bool {
    var result = true
    expression.walk { node in
      guard result, !(node.kind == .invocationExpression && node.requiredNode(0).text == "nameof") else { return false }
      if BlockingWaitFinder.nodeKinds.contains(node.kind), context.waits.wait(at: node) != nil { result = false }
      if node.kind == .identifierName, let symbol = model.symbol(of: node).symbol, !isCheap(symbol) { result = false }
      return result
    }
    return result
  }

  private func isCheap(_ symbol: Symbol) -> Bool {
    switch symbol.kind {
    case .field: return !symbol.hasAttribute("System.ThreadStaticAttribute")
    case .property: return !isOfThread(symbol) && !isMadeOnDemand(symbol) && !computes(symbol)
    default: return true
    }
  }

  /// `Thread.CurrentThread`, `Activity.Current`, `Environment.CurrentManagedThreadId`, `asyncLocal.Value`.
  private func isOfThread(_ property: Symbol) -> Bool {
    if property.isStatic, property.name.hasPrefix("Current") { return true }
    switch property.containingType?.qualifiedName {
    case "System.Threading.AsyncLocal", "System.Threading.ThreadLocal", "System.Threading.Thread": return true
    default: return false
    }
  }

  private func isMadeOnDemand(_ property: Symbol) -> Bool {
    switch property.containingType?.qualifiedName {
    case "System.Lazy": return property.name == "Value"
    case Awaitability.taskName, Awaitability.valueTaskName: return property.name == "Result"
    default: return false
    }
  }

  /// Whether the getter has a body here that calls or creates something.
  private func computes(_ property: Symbol) -> Bool {
    guard property.isFromSource else { return false }
    let references =
      property.originalDefinition.declaringSyntaxReferences
      + (property.originalDefinition.getter?.declaringSyntaxReferences ?? [])
    return references.contains { reference in
      var bodies: [SyntaxNode] = []
      if let body = FunctionSyntax(declaredBy: reference.node)?.body { bodies.append(body) }
      reference.node.walk { node in
        if node.kind == .getAccessorDeclaration, let body = FunctionSyntax(declaredBy: node)?.body {
          bodies.append(body)
        }
        return bodies.isEmpty
      }
      return bodies.contains { body in
        var isFound = false
        body.walk { node in
          switch node.kind {
          case .invocationExpression, .objectCreationExpression, .implicitObjectCreationExpression, .lockStatement,
            .whileStatement, .doStatement, .forStatement, .forEachStatement:
            isFound = true
          default: break
          }
          return !isFound
        }
        return isFound
      }
    }
  }
}
