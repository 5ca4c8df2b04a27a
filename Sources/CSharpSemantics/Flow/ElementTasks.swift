import CSharpSyntax

/// Where the tasks of a collection are (definition D19, way 2).
enum ElementTask: Hashable {
  /// The elements are tasks.
  case itself
  /// Each element holds one in a field or property of this name; `Item2` for the second part of a tuple.
  case member(String)
}

/// The tasks that a collection's elements are or hold, seen from an expression.
struct ElementTasks {
  let collection: SyntaxNode
  let element: ElementTask
  /// Where the collection is asked for the element.
  let place: SyntaxNode
}

extension KnownCompleteTasks {
  private static let maximumSteps = 32

  /// The collection whose element an expression takes its task from: `e.Task` of an element `e`, a part of an element that
  /// is taken apart, `c[i].Task`, `d[key]` of a dictionary.
  func elementTasks(_ expression: SyntaxNode) -> ElementTasks? {
    switch expression.kind {
    case .identifierName:
      guard let symbol = model.symbol(of: expression).symbol, let found = iteration(of: symbol),
        found.element != .itself
      else { return nil }
      return found
    case .simpleMemberAccessExpression:
      guard let name = memberName(expression) else { return nil }
      let element = expression.requiredNode(0).withoutParentheses
      switch element.kind {
      case .identifierName:
        guard let symbol = model.symbol(of: element).symbol, let found = iteration(of: symbol),
          found.element == .itself
        else { return nil }
        return ElementTasks(collection: found.collection, element: .member(name), place: found.place)
      case .elementAccessExpression:
        guard element.requiredNode(1).nodeList(1).count == 1 else { return nil }
        return ElementTasks(collection: element.requiredNode(0), element: .member(name), place: expression)
      default: return nil
      }
    case .elementAccessExpression:
      guard isDictionary(expression.requiredNode(0)) else { return nil }
      return ElementTasks(collection: expression.requiredNode(0), element: .member("Value"), place: expression)
    default: return nil
    }
  }

  /// The collection that a variable gets the elements of, one after the other.
  private func iteration(of variable: Symbol) -> ElementTasks? {
    guard let declaration = model.declaringNode(of: variable) else { return nil }
    switch variable.kind {
    case .parameter: return iteration(ofParameter: variable, declaration)
    case .local:
      if declaration.kind == .forEachStatement {
        return ElementTasks(collection: declaration.requiredNode(7), element: .itself, place: declaration)
      }
      return declaration.kind == .singleVariableDesignation ? iteration(ofPart: declaration) : nil
    case .rangeVariable:
      guard declaration.kind == .fromClause, let query = declaration.parent, query.kind == .queryExpression else {
        return nil
      }
      return ElementTasks(collection: declaration.requiredNode(4), element: .itself, place: query)
    default: return nil
    }
  }

  /// `c.Select(e => …)`.
  private func iteration(ofParameter parameter: Symbol, _ declaration: SyntaxNode) -> ElementTasks? {
    guard parameter.ordinal == 0,
      let function = declaration.ancestors.first(where: { FunctionSyntax(declaredBy: $0) != nil }),
      let argument = function.outermostEquivalent.parent, argument.kind == .argument,
      let call = argument.parent?.parent,
      let (receiver, name, _) = members.call(call), isLINQ(call, name) || name == "ForEach"
    else { return nil }
    return ElementTasks(collection: receiver, element: .itself, place: function)
  }

  /// `foreach (var (key, task) in c)`.
  private func iteration(ofPart designation: SyntaxNode) -> ElementTasks? {
    guard let list = designation.parent, list.kind == .parenthesizedVariableDesignation,
      let index = list.nodeList(1).enumerated().first(where: { $0.element == designation })?.offset,
      let loop = list.parent?.parent, loop.kind == .forEachVariableStatement
    else { return nil }
    let name: String
    if let method = model.deconstructMethod(for: loop.requiredNode(4)) ?? model.deconstructMethod(for: loop) {
      let own = method.parameters.filter { !$0.isThis }
      guard own.indices.contains(index) else { return nil }
      name = own[index].name.prefix(1).uppercased() + own[index].name.dropFirst()
    } else if isDictionary(loop.requiredNode(6)) {
      name = index == 0 ? "Key" : "Value"
    } else {
      name = "Item\(index + 1)"
    }
    return ElementTasks(collection: loop.requiredNode(6), element: .member(name), place: loop)
  }

  /// The name of the field or property that an access reads; parts of tuples are named by their places.
  func memberName(_ access: SyntaxNode) -> String? {
    guard access.kind == .simpleMemberAccessExpression else { return nil }
    let name = access.requiredNode(2).text
    if let elements = model.type(of: access.requiredNode(0)).type?.tupleElements, !elements.isEmpty {
      return elements.firstIndex { $0.name == name }.map { "Item\($0 + 1)" } ?? name
    }
    switch model.symbol(of: access).symbol?.kind {
    case .field?, .property?: return name
    default: return nil
    }
  }

  func isDictionary(_ expression: SyntaxNode) -> Bool {
    model.type(of: expression.withoutParentheses).type?.name.hasSuffix("Dictionary") ?? false
  }

  /// What holds the elements of a sequence that hands on elements as they are: `c` for `c.Where(…)`, and for `d.Values`
  /// the dictionary with the part of its pairs.
  func source(of sequence: SyntaxNode, _ element: ElementTask) -> (collection: SyntaxNode, element: ElementTask) {
    var node = sequence.withoutParentheses
    for _ in 0..<KnownCompleteTasks.maximumSteps {
      if let (inner, name, _) = members.call(node), KnownCompleteTasks.passingOperators.contains(name),
        isLINQ(node, name) || name == "ToArray"
      {
        node = inner
      } else if element == .itself, let owner = dictionaryOfValues(node) {
        return (owner, .member("Value"))
      } else {
        break
      }
    }
    return (node, element)
  }

  /// `d` of `d.Values`.
  private func dictionaryOfValues(_ node: SyntaxNode) -> SyntaxNode? {
    guard node.kind == .simpleMemberAccessExpression, node.requiredNode(2).text == "Values",
      isDictionary(node.requiredNode(0))
    else { return nil }
    return node.requiredNode(0).withoutParentheses
  }

  /// Operators that keep all tasks of a sequence.
  private static let keepingOperators: Set<String> = [
    "ToArray", "ToList", "ToHashSet", "Cast", "AsEnumerable", "Concat", "Append", "Prepend", "Union", "OrderBy",
    "OrderByDescending", "Reverse", "Distinct",
  ]

  /// Whether a sequence holds the tasks of all elements of a collection: `c`, `c.ToArray()`, `c.Select(e => e.Task)`,
  /// `[.. c, other]`.
  func covers(_ sequence: SyntaxNode, _ collection: VariablePath, _ wanted: ElementTask) -> Bool {
    var node = sequence.withoutParentheses
    var element = ElementTask.itself
    for _ in 0..<KnownCompleteTasks.maximumSteps {
      if element == wanted, VariablePath(node, model: model) == collection { return true }
      switch node.kind {
      case .castExpression: node = node.requiredNode(3).withoutParentheses
      case .collectionExpression:
        guard
          let spread = node.nodeList(1).first(where: {
            $0.kind == .spreadElement && VariablePath($0.requiredNode(1), model: model) == collection
          })
        else { return false }
        node = spread.requiredNode(1).withoutParentheses
      case .simpleMemberAccessExpression:
        guard element == .itself, let owner = dictionaryOfValues(node) else { return false }
        (node, element) = (owner, .member("Value"))
      case .invocationExpression:
        guard let (receiver, name, arguments) = members.call(node) else { return false }
        if name == "Select", element == .itself, let member = only(arguments).flatMap(projectedMember) {
          element = .member(member)
        } else if name == "Where", let test = only(arguments), isNullTest(test) {
          // What is null is no task.
        } else if !KnownCompleteTasks.keepingOperators.contains(name) {
          return false
        }
        node = receiver
      default: return false
      }
    }
    return false
  }

  private func only(_ arguments: [SyntaxNode]) -> SyntaxNode? { arguments.count == 1 ? arguments.first : nil }

  /// The member that a lambda `e => e.Task` reads.
  private func projectedMember(_ lambda: SyntaxNode) -> String? {
    guard let function = FunctionSyntax(declaredBy: lambda), !function.isAsync,
      let body = function.body?.withoutParentheses, body.kind == .simpleMemberAccessExpression,
      let parameter = model.symbol(of: body.requiredNode(0)).symbol, parameter.kind == .parameter,
      parameter.ordinal == 0,
      parameter.containingSymbol == model.declaredSymbol(for: lambda)
    else { return nil }
    return memberName(body)
  }

  /// `e => e != null`, `e => e is not null`.
  private func isNullTest(_ lambda: SyntaxNode) -> Bool {
    guard let body = FunctionSyntax(declaredBy: lambda)?.body?.withoutParentheses else { return false }
    switch body.kind {
    case .notEqualsExpression: return body.requiredNode(2).kind == .nullLiteralExpression
    case .isPatternExpression:
      return body.requiredNode(2).kind == .notPattern
        && body.requiredNode(2).requiredNode(1).text == "null"
    default: return false
    }
  }
}
