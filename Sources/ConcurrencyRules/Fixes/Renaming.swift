import CSharpSemantics
import CSharpSyntax

/// Gives a method and its family another name, everywhere (T8).
struct Renaming {
  private let contexts: SolutionContexts

  init(_ contexts: SolutionContexts) { self.contexts = contexts }

  /// Whether a name means nothing yet where the family is declared and used.
  func isFree(_ name: String, for family: MethodFamily, _ references: [MethodReference]) -> Bool {
    if family.viewpoints.contains(where: {
      contexts.solution.isMentionedInMarkup(family.name, visibleFrom: $0)
    }) {
      return false
    }
    for member in family.members {
      guard contexts.isEditable(member.context) else { return false }
      if member.symbol.methodKind == .localFunction {
        if !member.context.model.lookupSymbols(named: name, at: member.node).isEmpty { return false }
      } else if let type = member.symbol.containingType?.type, !type.members(named: name).isEmpty {
        return false
      }
    }
    for reference in references {
      guard contexts.isEditable(reference.context) else { return false }
      // A simple name could be captured by a local, or by another member that is nearer.
      if reference.expression.kind == .identifierName || reference.expression.kind == .genericName {
        if !reference.context.model.lookupSymbols(named: name, at: reference.name).isEmpty { return false }
      } else if reference.expression.kind == .simpleMemberAccessExpression,
        let type = reference.context.model.type(of: reference.expression.requiredNode(0)).type,
        !type.members(named: name).isEmpty
      {
        return false
      }
    }
    return true
  }

  /// - Returns: `false` if the name is taken.
  func rename(
    _ family: MethodFamily, to name: String, _ references: [MethodReference], into edits: inout EditCollection
  ) -> Bool {
    guard isFree(name, for: family, references) else { return false }
    for member in family.members {
      guard let token = member.function?.nameToken else { return false }
      edits.add(TextEdit(range: token.range, newText: name), for: token.range, in: member.context.path)
    }
    for reference in references {
      let token = reference.name.requiredToken(0)
      edits.add(TextEdit(range: token.range, newText: name), for: token.range, in: reference.context.path)
    }
    renameInDocumentation(family, to: name, into: &edits)
    return true
  }

  /// `cref="M"`, `cref="T.M(int)"` in documentation comments, where the name before is that of the declaring type.
  private func renameInDocumentation(
    _ family: MethodFamily, to name: String, into edits: inout EditCollection
  ) {
    guard let first = family.members.first, first.symbol.methodKind != .localFunction else { return }
    let types = Set(family.members.compactMap { $0.symbol.containingType?.name })
    for file in contexts.files(mentioning: family.name, visibleFrom: family.viewpoints)
    where contexts.isEditable(file) {
      for range in CrefSearch(file.tree).places(of: family.name, types: types) {
        // An unqualified name belongs to the type around it.
        edits.add(TextEdit(range: range, newText: name), for: range, in: file.path)
      }
    }
  }
}

/// Finds names in the `cref`s of documentation comments.
struct CrefSearch {
  private let tree: SyntaxTree

  init(_ tree: SyntaxTree) { self.tree = tree }

  /// The places of a member's name: alone inside one of the types, or behind one of the types' names.
  func places(of name: String, types: Set<String>) -> [TextRange] {
    let bytes = tree.bytes
    let key = Array("cref=\"".utf8)
    let word = Array(name.utf8)
    guard bytes.contains(word: key) else { return [] }
    var found: [TextRange] = []
    var index = 0
    while index + key.count < bytes.count {
      guard bytes[index] == key[0], bytes[index..<index + key.count].elementsEqual(key) else {
        index += 1
        continue
      }
      let start = index + key.count
      var end = start
      while end < bytes.count, bytes[end] != 0x22, bytes[end] != 0x0A { end += 1 }
      if let place = place(of: word, in: start..<end, types: types), isDocumentation(place) { found.append(place) }
      index = end
    }
    return found
  }

  /// The types in the parentheses behind a member's name, as they are written; `nil` if there are none.
  func parameterTypes(behind place: TextRange) -> [TextRange]? {
    let bytes = tree.bytes
    var index = Int(place.end.value)
    guard index < bytes.count, bytes[index] == 0x28 else { return nil }
    index += 1
    var types: [TextRange] = []
    var start = index
    var depth = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x22, 0x0A: return nil
      case 0x28, 0x5B, 0x7B: depth += 1
      case 0x5D, 0x7D: depth -= 1
      case 0x29 where depth > 0: depth -= 1
      case 0x2C where depth == 0, 0x29:
        while start < index, bytes[start] == 0x20 { start += 1 }
        var end = index
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        if end > start { types.append(TextRange(UInt32(clamping: start), UInt32(clamping: end))) }
        if bytes[index] == 0x29 { return types }
        start = index + 1
      default: break
      }
      index += 1
    }
    return nil
  }

  private func place(of word: [UInt8], in value: Range<Int>, types: Set<String>) -> TextRange? {
    let bytes = tree.bytes
    var end = value.lowerBound
    while end < value.upperBound, ![0x28, 0x7B].contains(bytes[end]) { end += 1 }
    let path = bytes[value.lowerBound..<end].split(separator: 0x2E, omittingEmptySubsequences: false)
    guard let last = path.last, last.elementsEqual(word) else { return nil }
    let place = TextRange(UInt32(clamping: last.startIndex), UInt32(clamping: last.endIndex))
    if path.count > 1 {
      return types.contains(String(decoding: path[path.count - 2], as: UTF8.self)) ? place : nil
    }
    guard let type = typeName(around: place) else { return nil }
    return types.contains(type) ? place : nil
  }

  /// The type whose declaration holds the token behind the comment.
  private func typeName(around place: TextRange) -> String? {
    var name: String?
    tree.root.walk { node in
      guard node.fullRange.contains(place) else { return false }
      if let type = TypeDeclarationSyntax(node), type.openBraceToken.map({ $0.range.end <= place.start }) ?? false {
        name = type.identifier.text
      } else if let type = RecordDeclarationSyntax(node),
        type.openBraceToken.map({ $0.range.end <= place.start }) ?? false
      {
        name = type.identifier.text
      }
      return true
    }
    return name
  }

  /// Not in a string.
  private func isDocumentation(_ place: TextRange) -> Bool {
    var line = Int(place.start.value)
    while line > 0, tree.bytes[line - 1] != 0x0A { line -= 1 }
    let text = tree.bytes[line..<Int(place.start.value)].drop { $0 == 0x20 || $0 == 0x09 }
    return text.starts(with: Array("///".utf8)) || text.starts(with: Array("*".utf8))
      || text.starts(with: Array("/**".utf8))
  }
}
