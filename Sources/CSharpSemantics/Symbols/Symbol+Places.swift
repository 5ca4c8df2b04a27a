extension Symbol {
  /// The path of the file of one of the symbol's ``declaringSyntaxReferences``.
  package func declaringPath(of reference: SyntaxReference) -> String? {
    guard context.files.indices.contains(reference.file) else { return nil }
    return context.files[reference.file].declarations.path
  }

  /// What an extension method or member is called on: its `this` parameter, or the one of its C# 14 extension block.
  package var extensionReceiver: Symbol? {
    guard kind == .method || kind == .property, isExtensionMember else { return nil }
    if let block = originalDefinition.containingType, block.typeDetails.typeKind == .extension {
      context.complete(block)
      return block.typeDetails.receiver
    }
    return parameters.first.flatMap { $0.isThis ? $0 : nil }
  }

  /// Whether a type is a `ref struct`: its values live on the stack only.
  package var isRefLikeType: Bool {
    guard kind == .namedType else { return false }
    if originalDefinition.pointer.pointee.flags.contains(.refLike) { return true }
    guard isFromMetadata else { return false }
    return hasAttribute("System.Runtime.CompilerServices.IsByRefLikeAttribute")
      || Symbol.knownRefLikeTypes.contains(qualifiedName)
  }

  /// For references that leave the attribute out.
  private static let knownRefLikeTypes: Set<String> = [
    "System.Span", "System.ReadOnlySpan", "System.TypedReference", "System.ArgIterator",
    "System.Text.Json.Utf8JsonReader",
    "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler", "System.Text.SpanLineEnumerator",
    "System.Text.SpanRuneEnumerator", "System.Buffers.SequenceReader",
  ]
}
