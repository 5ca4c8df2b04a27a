import CSharpSemantics
import CSharpSyntax

extension TokenInScope {
  /// The variables that can be read at a place, and whether members of the enclosing type can.
  struct Scope {
    let node: SyntaxNode
    /// Locals and parameters that are surely assigned, innermost first.
    let variables: [Symbol]
    /// Parameters of the enclosing class's primary constructor, where code can capture them.
    let primaryParameters: [Symbol]
    let enclosingType: TypeSymbol?

    private let model: SemanticModel
    private let hidden: Set<String>
    private let hasInstance: Bool

    init(_ node: SyntaxNode, model: SemanticModel) {
      self.node = node
      self.model = model
      let visible = model.visibleLocals(at: node)
      hidden = Set(visible.map(\.name))
      let boundary = Scope.staticBoundary(around: node)
      variables = visible.filter { Scope.isUsable($0, at: node, inside: boundary, model: model) }
      let declaration = node.ancestors.first {
        TypeDeclarationSyntax.kinds.contains($0.kind) || RecordDeclarationSyntax.kinds.contains($0.kind)
      }
      let type = declaration.flatMap { model.declaredSymbol(for: $0) }
      enclosingType = type?.type
      let isInstanceCode = boundary == nil && Scope.hasInstance(at: node, in: declaration, type: type)
      hasInstance = isInstanceCode
      primaryParameters =
        isInstanceCode && declaration.map { TypeDeclarationSyntax.kinds.contains($0.kind) } ?? false
        ? Scope.primaryParameters(of: type) : []
    }

    /// The innermost static lambda or local function around: what is declared outside of it can't be captured.
    private static func staticBoundary(around node: SyntaxNode) -> SyntaxNode? {
      for ancestor in node.ancestors {
        guard let function = FunctionSyntax(declaredBy: ancestor) else { continue }
        switch function.kind {
        case .lambda, .anonymousMethod, .localFunction: if function.isStatic { return ancestor }
        default: return nil
        }
      }
      return nil
    }

    private static func isUsable(
      _ symbol: Symbol, at node: SyntaxNode, inside boundary: SyntaxNode?, model: SemanticModel
    ) -> Bool {
      guard symbol.kind == .parameter || symbol.kind == .local, let declaration = model.declaringNode(of: symbol)
      else { return false }
      if let boundary, !boundary.range.contains(declaration.range) { return false }
      if symbol.kind == .parameter {
        switch symbol.refKind {
        case .none: return true
        case .out: return false
        case .ref, .in, .refReadOnly:
          // A reference can't be captured.
          return FunctionSyntax.nearest(to: node)?.node == declaration.parent?.parent
        }
      }
      // Not the variable that is just being declared.
      if declaration.range.contains(node.range) { return declaration.kind == .forEachStatement }
      switch declaration.kind {
      case .variableDeclarator:
        return VariableDeclaratorSyntax(declaration)?.initializer != nil || isAssigned(declaration, before: node)
          || declaration.parent?.parent?.kind == .usingStatement
      case .forEachStatement: return true
      case .singleVariableDesignation:
        // Patterns assign on one branch only; `out var` and deconstruction always do.
        return declaration.ancestors.prefix(4).contains {
          $0.kind == .argument || $0.kind == .forEachVariableStatement
        }
      default: return false
      }
    }

    /// Whether a statement `name = …;` stands before the place in a block that holds it.
    private static func isAssigned(_ declarator: SyntaxNode, before node: SyntaxNode) -> Bool {
      let name = declarator.requiredToken(0).text
      var child = node
      for ancestor in node.ancestors {
        if ancestor.kind == .block {
          for statement in ancestor.nodeList(2) {
            if statement == child { break }
            if let assignment = ExpressionStatementSyntax(statement)?.expression,
              assignment.kind == .simpleAssignmentExpression, assignment.requiredNode(0).text == name
            {
              return true
            }
          }
          if ancestor.range.contains(declarator.range) { return false }
        }
        child = ancestor
      }
      return false
    }

    /// Whether `this` can be used.
    private static func hasInstance(at node: SyntaxNode, in declaration: SyntaxNode?, type: Symbol?) -> Bool {
      guard let declaration, let type else { return false }
      var isNested = false
      for ancestor in node.ancestors {
        if ancestor == declaration { return false }
        switch ancestor.kind {
        case .baseConstructorInitializer, .thisConstructorInitializer, .attribute, .fieldDeclaration,
          .eventFieldDeclaration:
          return false
        case .equalsValueClause: if ancestor.parent?.kind == .propertyDeclaration { return false }
        case .simpleLambdaExpression, .parenthesizedLambdaExpression, .anonymousMethodExpression,
          .localFunctionStatement:
          isNested = true
        case .methodDeclaration, .constructorDeclaration, .destructorDeclaration, .propertyDeclaration,
          .indexerDeclaration, .eventDeclaration:
          // A struct's `this` can't be captured.
          if isNested, type.type.kind == .struct { return false }
          return !ancestor.tokenList(1).contains(.staticKeyword) && !ancestor.isExtensionBlockMember
        case .operatorDeclaration, .conversionOperatorDeclaration: return false
        default: break
        }
      }
      return false
    }

    private static func primaryParameters(of type: Symbol?) -> [Symbol] {
      for member in type?.members ?? [] where member.isConstructor {
        if let node = member.declaringSyntaxReferences.first?.node, TypeDeclarationSyntax.kinds.contains(node.kind) {
          return member.parameters.filter { $0.refKind == .none }
        }
      }
      return []
    }

    /// Whether a field or property of the enclosing type can be read by its name.
    func canUse(_ member: Symbol) -> Bool {
      (member.isStatic || hasInstance) && model.isAccessible(member, at: node) && !member.name.contains(".")
    }

    /// How a local, parameter or member is written at the place.
    func text(_ symbol: Symbol) -> String {
      let name = Scope.escaped(symbol.name)
      guard symbol.kind == .field || symbol.kind == .property, hidden.contains(symbol.name) else { return name }
      return (symbol.isStatic ? symbol.containingType?.name ?? "this" : "this") + "." + name
    }

    private static func escaped(_ name: String) -> String { keywords.contains(name) ? "@" + name : name }

    /// Reserved words that somebody may have named a variable after.
    private static let keywords: Set<String> = [
      "abstract", "base", "bool", "break", "case", "checked", "class", "continue", "default", "delegate", "do", "event",
      "fixed", "for", "in", "internal", "is", "lock", "new", "null", "object", "operator", "out", "override", "params",
      "private", "public", "ref", "return", "static", "string", "struct", "switch", "this", "throw", "using", "void",
    ]
  }
}

extension SyntaxNode {
  /// Whether the member stands in a C# 14 extension block.
  fileprivate var isExtensionBlockMember: Bool { parent?.kind == .extensionBlockDeclaration }
}
