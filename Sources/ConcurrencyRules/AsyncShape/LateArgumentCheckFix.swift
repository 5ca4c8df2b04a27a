import CSharpSemantics
import CSharpSyntax

/// Moves what follows the argument checks into a local function.
struct LateArgumentCheckFix {
  let method: MethodDeclarationSyntax
  let block: BlockSyntax
  let function: FunctionSyntax
  let parts: CheckedBody
  let context: RuleContext

  private var tree: SyntaxTree { context.tree }
  private var model: SemanticModel { context.model }

  var fix: Fix? {
    guard tree.options.languageVersion >= .csharp8, let layout, let name = freeName, let parameters = passedParameters,
      !writesOuterLocals
    else { return nil }
    var edits: [TextEdit] = []
    if function.isAsync {
      guard let modifier = modifierRemoval else { return nil }
      edits.append(modifier)
    }
    edits += parameters.compactMap(\.attributeRemoval)
    let call = "return \(name)(" + parameters.map(\.name).joined(separator: ", ") + ");"
    let signature =
      (function.isAsync ? "async " : "") + method.returnType.text + " \(name)("
      + parameters.map(\.declaration).joined(separator: ", ") + ")"
    // A blank line behind the checks stays there.
    let lines = ((layout.blankLines.isEmpty ? [] : [""]) + [call, "", signature, "{"]).map {
      $0.isEmpty ? "" : layout.inner + $0
    }
    edits.append(
      TextEdit(range: layout.blankLines, newText: lines.joined(separator: tree.lineEnd) + tree.lineEnd))
    for start in layout.lineStarts { edits.append(.insertion(layout.unit, at: start)) }
    edits.append(.insertion(layout.inner + "}" + tree.lineEnd, at: layout.closingLine))
    return Fix(
      title: "Move the rest into a local function", actionKey: "Move the rest into a local function", safety: .safe,
      isPreferred: true, edits: MakeAsync.merged(edits))
  }

  private var modifierRemoval: TextEdit? {
    guard let keyword = function.asyncKeyword, let next = keyword.next,
      tree.comments(in: keyword.trailingTrivia + next.leadingTrivia)?.isEmpty == true
    else { return nil }
    return .deletion(TextRange(start: keyword.range.start, end: next.range.start))
  }

  // MARK: Names

  private var freeName: String? {
    let own = method.identifier.text
    let stem = own.hasSuffix("Async") ? String(own.dropLast(5)) + "CoreAsync" : own + "Core"
    return ["Core", stem].first { isFree($0) }
  }

  private func isFree(_ name: String) -> Bool {
    guard model.lookupSymbols(named: name, at: parts.lastCheck).isEmpty else { return false }
    var isUsed = false
    block.node.walk { node in
      switch node.kind {
      case .identifierName, .genericName: if node.identifierText == name { isUsed = true }
      case .localFunctionStatement: if node.requiredToken(3).text == name { isUsed = true }
      case .variableDeclarator, .singleVariableDesignation: if node.requiredToken(0).text == name { isUsed = true }
      default: break
      }
      return !isUsed
    }
    return !isUsed
  }

  // MARK: Parameters

  private struct PassedParameter {
    let name: String
    let declaration: String
    let attributeRemoval: TextEdit?
  }

  /// Parameters that the rest assigns: each enumeration starts with the value of the call. The token that an enumerator
  /// may replace goes with them.
  private var passedParameters: [PassedParameter]? {
    var written: Set<Symbol> = []
    for statement in parts.rest {
      model.forEachWrite(in: statement) { path in
        if let local = path.local, path.fields.isEmpty, local.kind == .parameter { written.insert(local) }
      }
    }
    var result: [PassedParameter] = []
    for node in ParameterListSyntax(method.parameterList)?.parameters.map({ $0 }) ?? [] {
      guard let parameter = ParameterSyntax(node), let type = parameter.type,
        let symbol = model.declaredSymbol(for: node)
      else { return nil }
      let attribute = parameter.attributeLists.first { list in
        list.nodeList(2).contains { $0.requiredNode(0).text.contains("EnumeratorCancellation") }
      }
      guard attribute != nil || written.contains(symbol) else { continue }
      let name = parameter.identifier.text
      guard let attribute else {
        result.append(PassedParameter(name: name, declaration: type.text + " " + name, attributeRemoval: nil))
        continue
      }
      guard let next = attribute.lastToken.next,
        tree.comments(in: attribute.lastToken.trailingTrivia + next.leadingTrivia)?.isEmpty == true
      else { return nil }
      result.append(
        PassedParameter(
          name: name, declaration: attribute.text + " " + type.text + " " + name,
          attributeRemoval: .deletion(TextRange(start: attribute.range.start, end: next.range.start))))
    }
    return result
  }

  /// Whether the rest writes a local from before the last check, or needs one that can't be captured.
  private var writesOuterLocals: Bool {
    var locals: Set<Symbol> = []
    for statement in parts.checks {
      statement.walk { node in
        if node.kind == .variableDeclarator || node.kind == .singleVariableDesignation,
          let symbol = model.declaredSymbol(for: node), symbol.kind == .local
        {
          locals.insert(symbol)
        }
        return true
      }
    }
    guard !locals.isEmpty else { return false }
    if locals.contains(where: { $0.refKind != .none || isRefLike($0.type) }) { return true }
    var isWritten = false
    for statement in parts.rest {
      model.forEachWrite(in: statement) { path in
        if let local = path.local, locals.contains(local) { isWritten = true }
      }
    }
    return isWritten
  }

  // MARK: Layout

  private struct Layout {
    let inner: String
    let unit: String
    /// Blank lines between the checks and the rest, or the place between.
    let blankLines: TextRange
    /// Starts of lines of the rest that get one step more.
    let lineStarts: [ByteOffset]
    /// The start of the closing brace's line.
    let closingLine: ByteOffset
  }

  /// `nil` where statements and braces don't stand on lines of their own.
  private var layout: Layout? {
    guard let first = parts.rest.first, let last = parts.rest.last,
      let inner = tree.indentation(before: parts.lastCheck.range.start),
      tree.indentation(before: first.range.start) == inner,
      let outer = tree.indentation(before: block.closeBraceToken.range.start), inner.hasPrefix(outer),
      inner.utf8.count > outer.utf8.count
    else { return nil }
    let start = Int(parts.lastCheck.lastToken.trailingTriviaRange.end.value)
    let bytes = tree.bytes
    guard start > 0, start <= bytes.count, isLineEnd(bytes[start - 1]) else { return nil }
    let closing = Int(block.closeBraceToken.range.start.value) - outer.utf8.count
    guard closing >= Int(last.range.end.value), closing <= bytes.count else { return nil }
    var content = start
    while let next = endOfBlankLine(at: content, before: Int(first.range.start.value)) { content = next }
    var starts: [ByteOffset] = []
    var position = content
    while position < closing {
      if !isLineEnd(bytes[position]), !isInsideToken(position) { starts.append(ByteOffset(UInt32(position))) }
      while position < closing, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
      if position < closing, bytes[position] == 0x0D, position + 1 < closing, bytes[position + 1] == 0x0A {
        position += 1
      }
      position += 1
    }
    // The first line is where the text before ends: both are one edit.
    return Layout(
      inner: inner, unit: String(inner.dropFirst(outer.count)),
      blankLines: TextRange(UInt32(start), UInt32(content)), lineStarts: starts,
      closingLine: ByteOffset(UInt32(closing)))
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func endOfBlankLine(at position: Int, before limit: Int) -> Int? {
    var end = position
    while end < limit, tree.bytes[end] == 0x20 || tree.bytes[end] == 0x09 { end += 1 }
    guard end < limit, isLineEnd(tree.bytes[end]) else { return nil }
    if tree.bytes[end] == 0x0D, end + 1 < limit, tree.bytes[end + 1] == 0x0A { end += 1 }
    return end + 1
  }

  /// Whether a line begins in the middle of a literal.
  private func isInsideToken(_ position: Int) -> Bool {
    let place = TextRange(UInt32(position), UInt32(position))
    guard let node = tree.innermostNode(containing: place) else { return false }
    var token: SyntaxToken? = node.firstToken
    while let current = token, Int(current.range.start.value) < position {
      if Int(current.range.end.value) > position { return true }
      token = current.next
    }
    return false
  }
}
