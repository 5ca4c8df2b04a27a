import CSharpSemantics
import CSharpSyntax

/// Another order of a member's parameters, in its declarations and all calls of the project (T7).
struct ParameterOrder {
  let member: Symbol
  /// The old place of the parameter at each new place.
  let order: [Int]
  let context: RuleContext

  /// More files than these are not bound for one action.
  private static let maximumFiles = 16

  /// The edits; those of the file at hand first.
  ///
  /// - Returns: `nil` where the order can't be changed: the member can be reached from outside of the project, its
  ///   signature is given, it is used as a method group or named in a text, or a call can't be written in the new order.
  func edits() -> [TextEdit]? {
    guard isReachable, let files = files() else { return nil }
    var edits: [TextEdit] = []
    for (file, model) in files {
      guard let found = self.edits(in: model, path: context.path(ofFile: file)) else { return nil }
      edits += found
    }
    return edits
  }

  /// Whether all uses lie in the project.
  private var isReachable: Bool {
    guard member.isFromSource, member.kind == .method, !context.isContractMember(member) else { return false }
    if member.accessibility == .private { return true }
    // Another project may see it: callers there would be left behind.
    if context.isExposed(member) { return context.project.kind == .unknown }
    return !context.model.context.assemblyAttributeNames.contains { $0.hasPrefix("InternalsVisibleTo") }
  }

  private var word: String { member.isConstructor ? member.containingType?.name ?? "" : member.name }

  private func files() -> [(file: Int, model: SemanticModel)]? {
    let files = context.model.context.compilation.files
    var indices: [Int]
    if member.accessibility == .private, let type = member.containingType {
      indices = context.parts(of: type).map { $0.model.file }
    } else {
      let wanted = Array(word.utf8)
      let target = Array("new(".utf8)
      indices = files.indices.filter {
        files[$0].bytes.contains(word: wanted)
          || member.isConstructor && files[$0].bytes.contains(word: target)
      }
    }
    var seen: Set<Int> = []
    indices = indices.filter { seen.insert($0).inserted }
    guard indices.count <= ParameterOrder.maximumFiles,
      indices.allSatisfy({ !GeneratedFileName.matches(files[$0].path) })
    else { return nil }
    indices.sort { ($0 != context.model.file ? 1 : 0, $0) < ($1 != context.model.file ? 1 : 0, $1) }
    return indices.compactMap { index in context.model(ofFile: index).map { (index, $0) } }
  }

  // MARK: Uses

  private func edits(in model: SemanticModel, path: String?) -> [TextEdit]? {
    var edits: [TextEdit] = []
    var isPossible = true
    let name = word
    model.tree.root.walk { node in
      guard isPossible else { return false }
      switch node.kind {
      case .methodDeclaration, .constructorDeclaration, .classDeclaration, .structDeclaration:
        if let list = declaredList(node, model: model) {
          if let found = declaration(list, of: node, path: path) { edits += found } else { isPossible = false }
        }
      case .objectCreationExpression, .implicitObjectCreationExpression, .baseConstructorInitializer,
        .thisConstructorInitializer, .primaryConstructorBaseType:
        if member.isConstructor, isMember(model.symbol(of: node).symbol),
          let list = node.childNodes.last(where: { $0.kind == .argumentList })
        {
          if let found = arguments(list, offset: 0, model: model, path: path) {
            edits += found
          } else {
            isPossible = false
          }
        }
      case .identifierName, .genericName:
        guard !member.isConstructor, node.identifierText == name else { return true }
        switch use(node, model: model, path: path) {
        case .none: isPossible = false
        case .some(let found): edits += found
        }
      case .stringLiteralExpression:
        // Somebody may look the member up by its name.
        if !member.isConstructor, model.constantValue(of: node) == .string(name) { isPossible = false }
      default: break
      }
      return true
    }
    // A call inside of an argument that changes its place can't be changed as well.
    let ordered = edits.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    let isApart = zip(ordered, ordered.dropFirst()).allSatisfy { $0.range.end <= $1.range.start }
    return isPossible && isApart ? ordered : nil
  }

  /// Whether a symbol is the member or one of its overrides and implementations.
  private func isMember(_ symbol: Symbol?) -> Bool {
    guard let symbol = symbol?.originalDefinition else { return false }
    if symbol == member.originalDefinition { return true }
    guard symbol.kind == .method, symbol.name == member.name || symbol.isExplicitInterfaceImplementation else {
      return false
    }
    return Signatures.contracts(of: symbol).contains(member.originalDefinition)
  }

  /// The edits for a name that may be the member's; `nil` if nothing can be done about it.
  private func use(_ node: SyntaxNode, model: SemanticModel, path: String?) -> [TextEdit]? {
    var callee = node
    while let parent = callee.parent, simpleName(of: parent) == callee || simpleName(of: parent) == node,
      parent.kind != .invocationExpression
    {
      callee = parent
    }
    let info = model.symbol(of: node)
    guard let symbol = info.symbol ?? info.candidates.first(where: isMember), isMember(symbol) else { return [] }
    guard info.isBound, let call = callee.parent, call.kind == .invocationExpression, call.requiredNode(0) == callee
    else {
      // A method group: nobody's arguments, and in `nameof` nobody's delegate either.
      let isNameOf =
        callee.parent?.kind == .argument
        && callee.parent?.parent?.parent.map { invokedName(of: $0) == "nameof" } ?? false
      return isNameOf ? [] : nil
    }
    let isReduced = model.symbol(of: call).isReducedExtension
    return arguments(call.requiredNode(1), offset: isReduced ? 1 : 0, model: model, path: path)
  }

  // MARK: Declarations

  private func declaredList(_ node: SyntaxNode, model: SemanticModel) -> SyntaxNode? {
    switch node.kind {
    case .methodDeclaration:
      guard !member.isConstructor, MethodDeclarationSyntax(node)?.identifier.text == word,
        isMember(model.declaredSymbol(for: node))
      else { return nil }
      return node.optionalNode(6)
    case .constructorDeclaration:
      guard member.isConstructor, isMember(model.declaredSymbol(for: node)) else { return nil }
      return node.optionalNode(3)
    default:
      guard member.isConstructor, member.declaringSyntaxReferences.first?.node == node else { return nil }
      return node.optionalNode(5)
    }
  }

  private func declaration(_ list: SyntaxNode, of node: SyntaxNode, path: String?) -> [TextEdit]? {
    let parameters = Array(list.nodeList(1))
    guard parameters.count == order.count else { return nil }
    var edits: [TextEdit] = []
    for (place, old) in order.enumerated() where place != old && parameters.indices.contains(old) {
      edits.append(TextEdit(path: path, range: parameters[place].range, newText: parameters[old].text))
    }
    let names = parameters.map { $0.requiredToken(3).text }
    return documentation(of: node, names: names, path: path) + edits
  }

  /// `<param>` lines take the new order; texts of several lines stay where they are.
  private func documentation(of node: SyntaxNode, names: [String], path: String?) -> [TextEdit] {
    let tree = node.tree
    let start = node.fullRange.start
    var offset = Int(start.value)
    var lines: [(name: String, range: TextRange)] = []
    for line in tree.slice(TextRange(start: start, end: node.range.start)).split(
      separator: 0x0A, omittingEmptySubsequences: false)
    {
      let text = String(decoding: line, as: UTF8.self)
      if let open = text.utf8.firstRange(of: "<param name=\"".utf8), text.contains("</param>") {
        let tail = text.utf8[open.upperBound...].prefix { $0 != 0x22 }
        let from = offset + text.utf8.distance(from: text.utf8.startIndex, to: open.lowerBound)
        let to = offset + line.count - (line.last == 0x0D ? 1 : 0)
        lines.append(
          (String(decoding: tail, as: UTF8.self), TextRange(UInt32(clamping: from), UInt32(clamping: to))))
      }
      offset += line.count + 1
    }
    guard lines.count == names.count, Set(lines.map(\.name)) == Set(names) else { return [] }
    let wanted = order.compactMap { old in lines.first { $0.name == names[old] } }
    guard wanted.count == lines.count else { return [] }
    return zip(lines, wanted).compactMap { line, other in
      line.name == other.name ? nil : TextEdit(path: path, range: line.range, newText: tree.text(other.range))
    }
  }

  // MARK: Calls

  /// The edits for the arguments of a call.
  ///
  /// - Parameter offset: how many parameters have no argument because the receiver stands for them.
  private func arguments(_ list: SyntaxNode, offset: Int, model: SemanticModel, path: String?) -> [TextEdit]? {
    let arguments = Array(list.nodeList(1))
    let own = order.filter { $0 >= offset }.map { $0 - offset }
    guard order.prefix(offset).elementsEqual(0..<offset) else { return nil }
    let positional = arguments.firstIndex { ArgumentSyntax($0)?.nameColon != nil } ?? arguments.count
    guard let first = own.indices.first(where: { own[$0] != $0 }), positional > first else { return [] }
    let values = arguments.compactMap { ArgumentSyntax($0)?.expression }
    guard values.count == arguments.count else { return nil }
    // Written one behind the other and without effects: the arguments change places.
    let hasEffects = values[first..<positional].contains { !isPure($0, model: model) }
    if !hasEffects, positional == arguments.count, arguments.count <= own.count,
      own.prefix(arguments.count).allSatisfy({ $0 < arguments.count })
    {
      return own.prefix(arguments.count).enumerated().compactMap { place, old in
        place == old ? nil : TextEdit(path: path, range: arguments[place].range, newText: arguments[old].text)
      }
    }
    // Else they stay and get names, so that what is evaluated first still is; a list of `params` elements has none.
    let parameters = member.parameters.dropFirst(offset)
    guard positional <= parameters.count,
      positional < parameters.count || !(parameters.last?.isParams ?? false)
    else { return nil }
    return (first..<positional).map { index in
      let name = member.parameters[index + offset].name
      let start = arguments[index].range.start
      return TextEdit(path: path, range: TextRange(start: start, end: start), newText: name + ": ")
    }
  }

  private func isPure(_ value: SyntaxNode, model: SemanticModel) -> Bool {
    if FunctionSyntax(declaredBy: value.withoutParentheses) != nil { return true }
    if value.parent.flatMap({ ArgumentSyntax($0)?.refKindKeyword }) != nil { return false }
    return TrivialExpression(model: model).isTrivial(value)
  }
}
