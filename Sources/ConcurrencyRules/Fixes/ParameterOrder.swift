import CSharpSemantics
import CSharpSyntax

/// Another order of a member's parameters, in all its declarations and calls of the solution (T7).
final class ParameterOrder {
  private let member: Symbol
  /// A declaration of the member in the analysed file.
  private let node: SyntaxNode
  /// The old place of the parameter at each new place.
  private let order: [Int]
  private let context: RuleContext
  private let contexts: SolutionContexts
  private var edits = EditCollection()
  private var callCount = 0

  init(of member: Symbol, declaredBy node: SyntaxNode, order: [Int], context: RuleContext, contexts: SolutionContexts) {
    self.member = member.originalDefinition
    self.node = node
    self.order = order
    self.context = context
    self.contexts = contexts
  }

  /// The edits of all files.
  ///
  /// - Returns: `nil` where the order can't be changed: the signature is given, the member is used as a method group or
  ///   named in a text, a call can't be written in the new order, or another member has that signature.
  func makeEdits() -> [TextEdit]? {
    guard !isTaken, member.isConstructor ? changeConstructor() : changeMethod() else { return nil }
    return edits.edits(own: context.path)
  }

  private var name: String { member.isConstructor ? member.containingType?.name ?? "" : member.name }

  /// Whether an overload has the new signature.
  private var isTaken: Bool {
    guard let type = member.containingType?.type else { return true }
    let wanted = order.compactMap { member.parameters.indices.contains($0) ? member.parameters[$0].type : nil }
    return type.members(named: member.name).contains { other in
      other != member && other.kind == .method && other.arity == member.arity
        && other.parameters.count == wanted.count
        && zip(other.parameters, wanted).allSatisfy { $0.type.isIdentical(to: $1) }
    }
  }

  // MARK: Methods

  private func changeMethod() -> Bool {
    guard let function = FunctionSyntax(declaredBy: node),
      let family = MethodFamily(of: function, in: context, contexts: contexts), family.isEditable
    else { return false }
    let files = contexts.files(mentioning: name, visibleFrom: family.viewpoints)
    // Somebody may look the member up by its name.
    guard !files.contains(where: namesInText) else { return false }
    for member in family.members {
      guard let list = ParameterOrder.list(of: member.node), declare(list, of: member.node, in: member.context) else {
        return false
      }
    }
    for reference in MethodReference.all(of: family, contexts: contexts) {
      guard contexts.isEditable(reference.context), change(reference) else { return false }
    }
    let types = Set(family.members.compactMap { $0.symbol.containingType?.name })
    for file in files where contexts.isEditable(file) { changeDocumentation(in: file, types: types) }
    return true
  }

  private func namesInText(_ file: RuleContext) -> Bool {
    var found = false
    file.tree.root.walk { node in
      if node.kind == .stringLiteralExpression, !found { found = file.model.constantValue(of: node) == .string(name) }
      return !found
    }
    return found
  }

  private func change(_ reference: MethodReference) -> Bool {
    let model = reference.context.model
    guard let call = reference.call else {
      // A method group is somebody's delegate, but in `nameof`.
      return SymbolUse(name: reference.name, model: model).isNameOf
    }
    let info = model.symbol(of: call)
    guard info.symbol != nil else { return false }
    return change(call.requiredNode(1), offset: info.isReducedExtension ? 1 : 0, in: reference.context)
  }

  // MARK: Constructors

  private func changeConstructor() -> Bool {
    guard let key = MethodKey(member), let list = ParameterOrder.list(of: node), declare(list, of: node, in: context)
    else { return false }
    for file in contexts.files(creating: name, visibleFrom: context.path) {
      var isPossible = true
      file.tree.root.walk { node in
        guard isPossible else { return false }
        switch node.kind {
        case .objectCreationExpression, .implicitObjectCreationExpression, .baseConstructorInitializer,
          .thisConstructorInitializer, .primaryConstructorBaseType:
          guard let list = node.childNodes.last(where: { $0.kind == .argumentList }), !list.nodeList(1).isEmpty,
            let called = file.model.symbol(of: node).symbol, MethodKey(called) == key
          else { return true }
          isPossible = contexts.isEditable(file) && change(list, offset: 0, in: file)
        default: break
        }
        return isPossible
      }
      guard isPossible else { return false }
      if contexts.isEditable(file) { changeDocumentation(in: file, types: [name]) }
    }
    return true
  }

  // MARK: Declarations

  private static func list(of node: SyntaxNode) -> SyntaxNode? {
    switch node.kind {
    case .methodDeclaration: node.optionalNode(6)
    case .constructorDeclaration: node.optionalNode(3)
    case .classDeclaration, .structDeclaration: node.optionalNode(5)
    default: nil
    }
  }

  private func declare(_ list: SyntaxNode, of node: SyntaxNode, in file: RuleContext) -> Bool {
    let parameters = Array(list.nodeList(1))
    guard contexts.isEditable(file), parameters.count == order.count else { return false }
    for (place, old) in order.enumerated() where place != old && parameters.indices.contains(old) {
      let range = parameters[place].range
      edits.add(TextEdit(range: range, newText: parameters[old].text), for: range, in: file.path)
    }
    for edit in parameterDocumentation(of: node, names: parameters.map { $0.requiredToken(3).text }) {
      edits.add(edit, for: edit.range, in: file.path)
    }
    return true
  }

  /// `<param>` lines take the new order; texts of several lines stay where they are.
  private func parameterDocumentation(of node: SyntaxNode, names: [String]) -> [TextEdit] {
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
      line.name == other.name ? nil : TextEdit(range: line.range, newText: tree.text(other.range))
    }
  }

  /// `cref="T.M(A, B)"`: the types take the new order.
  private func changeDocumentation(in file: RuleContext, types: Set<String>) {
    let wanted = member.parameters.map { ParameterOrder.bareName(of: $0.type.minimalDisplayString) }
    for place in CrefSearch(file.tree).places(of: name, types: types) {
      guard let written = CrefSearch(file.tree).parameterTypes(behind: place), written.count == order.count,
        zip(written, wanted).allSatisfy({ ParameterOrder.bareName(of: file.tree.text($0)) == $1 })
      else { continue }
      for (place, old) in order.enumerated() where place != old {
        edits.add(
          TextEdit(range: written[place], newText: file.tree.text(written[old])), for: written[place], in: file.path)
      }
    }
  }

  /// A type's name without its namespace and type arguments, which documentation writes in its own way.
  private static func bareName(of type: String) -> String {
    let name = type.prefix { $0 != "<" && $0 != "{" && $0 != "?" }
    return String(name.split(separator: ".").last ?? name)
  }

  // MARK: Calls

  /// - Parameter offset: how many parameters have no argument because the receiver stands for them.
  private func change(_ list: SyntaxNode, offset: Int, in file: RuleContext) -> Bool {
    guard let changed = arguments(list, offset: offset, in: file) else { return false }
    for edit in changed { edits.add(edit, for: edit.range, in: file.path) }
    if !changed.isEmpty { callCount += 1 }
    return callCount <= MakeAsyncActions.maximumCallerEdits(context.settings)
  }

  private func arguments(_ list: SyntaxNode, offset: Int, in file: RuleContext) -> [TextEdit]? {
    let arguments = Array(list.nodeList(1))
    let own = order.filter { $0 >= offset }.map { $0 - offset }
    guard order.prefix(offset).elementsEqual(0..<offset) else { return nil }
    let positional = arguments.firstIndex { ArgumentSyntax($0)?.nameColon != nil } ?? arguments.count
    guard let first = own.indices.first(where: { own[$0] != $0 }), positional > first else { return [] }
    let values = arguments.compactMap { ArgumentSyntax($0)?.expression }
    guard values.count == arguments.count else { return nil }
    // Written one behind the other and without effects: the arguments change places.
    let hasEffects = values[first..<positional].contains { !isPure($0, in: file) }
    if !hasEffects, positional == arguments.count, arguments.count <= own.count,
      own.prefix(arguments.count).allSatisfy({ $0 < arguments.count })
    {
      return own.prefix(arguments.count).enumerated().compactMap { place, old in
        place == old ? nil : TextEdit(range: arguments[place].range, newText: arguments[old].text)
      }
    }
    // Else they stay and get names, so that what is evaluated first still is; a list of `params` elements has none.
    let parameters = member.parameters.dropFirst(offset)
    guard positional <= parameters.count,
      positional < parameters.count || !(parameters.last?.isParams ?? false),
      file.tree.options.languageVersion >= .csharp7Point2 || positional == arguments.count
    else { return nil }
    return (first..<positional).map { index in
      .insertion(member.parameters[index + offset].name + ": ", at: arguments[index].range.start)
    }
  }

  private func isPure(_ value: SyntaxNode, in file: RuleContext) -> Bool {
    // A call in it is changed where it stands.
    if file.tree.slice(value.range).firstRange(of: Array(name.utf8)) != nil { return false }
    if FunctionSyntax(declaredBy: value.withoutParentheses) != nil { return true }
    if value.parent.flatMap({ ArgumentSyntax($0)?.refKindKeyword }) != nil { return false }
    return TrivialExpression(model: file.model).isTrivial(value)
  }
}
