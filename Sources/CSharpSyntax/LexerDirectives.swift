extension Lexer {
  /// Passes the directive that begins here, and the text behind it that its branch leaves out.
  mutating func lexDirective(isAfterNonWhitespace: Bool) {
    pendingFlags.insert(.containsDirectives)
    if isAfterNonWhitespace {
      addError(1040, position, position &+ 1, "A directive has to be the first on its line")
      pendingFlags.insert(.containsSkippedText)
      var state = directiveState
      var parser = DirectiveParser(base: base, count: count, position: position, context: DirectiveContext())
      _ = parser.parse(&state)
      position = parser.position
      return
    }
    let directive = lexSingleDirective(isActive: true, isEndActive: true)
    if directive.isBranching, !directive.isBranchTaken { skipExcludedText() }
  }

  /// Reports what is still open at the end of the text.
  mutating func finishDirectives() {
    if directiveState.hasUnfinishedIf {
      addError(1027, count, count, "'#endif' is missing")
    } else if directiveState.hasUnfinishedRegion {
      addError(1038, count, count, "'#endregion' is missing")
    }
  }

  private struct Outcome {
    var kind: SyntaxKind
    var isBranchTaken: Bool

    var isBranching: Bool {
      kind == .ifDirectiveTrivia || kind == .elifDirectiveTrivia || kind == .elseDirectiveTrivia
    }
  }

  private mutating func lexSingleDirective(isActive: Bool, isEndActive: Bool) -> Outcome {
    let start = position
    let context = DirectiveContext(
      isActive: isActive, isEndActive: isEndActive, isAfterFirstToken: !tokens.isEmpty,
      isFirst: tokens.isEmpty && (start == 0 || (start == 3 && base[0] == 0xEF)))
    var parser = DirectiveParser(base: base, count: count, position: start, context: context)
    let result = parser.parse(&directiveState)
    position = parser.position
    if !parser.builder.errors.isEmpty {
      pendingFlags.insert(.containsErrors)
      errors += parser.builder.errors
    }
    directives.append(
      DirectiveRecord(
        kind: result.kind,
        range: TextRange(UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: position)),
        isActive: isActive, isBranchTaken: result.isBranchTaken, setting: result.setting, target: result.target,
        warningIds: result.warningIds))
    directiveState.apply(result.kind, isBranchTaken: result.isBranchTaken)
    if result.kind == .ifDirectiveTrivia { directiveState.hasConditional = true }
    if isActive, let symbol = result.symbol {
      let name = String(
        decoding: UnsafeBufferPointer(start: base + Int(symbol.start.value), count: Int(symbol.length)), as: UTF8.self)
      if result.kind == .defineDirectiveTrivia {
        directiveState.defines.insert(name)
      } else {
        directiveState.defines.remove(name)
      }
    }
    return Outcome(kind: result.kind, isBranchTaken: result.isBranchTaken)
  }

  /// Passes text that is not compiled, up to the directive that ends it. Directives in it nest.
  private mutating func skipExcludedText() {
    // For each `#if` met on the way that is not ended.
    var nested = 0
    while true {
      guard skipDisabledText() else { return }
      let directive = lexSingleDirective(isActive: false, isEndActive: nested == 0)
      if directive.kind == .endIfDirectiveTrivia || (directive.isBranching && directive.isBranchTaken) {
        if nested == 0 { return }
        nested &-= 1
      } else if directive.kind == .ifDirectiveTrivia {
        nested &+= 1
      }
    }
  }

  /// Goes to the `#` of the next line that begins with one.
  ///
  /// - Returns: whether there is one; else the text is at its end.
  private mutating func skipDisabledText() -> Bool {
    while position < count {
      skipBlanks()
      if peek() == UInt8(ascii: "#"), position < count { return true }
      skipToEndOfLine()
      skipLineEnd()
    }
    return false
  }
}
