extension FileDeclarations {
  /// The types that the file declares outside of other types, with namespaces and arity: `N.Pair``2`. Partial types are
  /// left out: several files may declare them.
  package var topLevelTypeNames: [String] {
    declarations.compactMap { declaration in
      guard declaration.kind.isType, declaration.kind != .extensionBlock, !declaration.flags.contains(.partial) else {
        return nil
      }
      var name = declaration.identifier.text + (declaration.arity > 0 ? "`\(declaration.arity)" : "")
      var parent = declaration.parent
      while parent >= 0, Int(parent) < declarations.count {
        let around = declarations[Int(parent)]
        if around.kind.isType { return nil }
        if around.kind == .namespace { name = around.node.requiredNode(3).text + "." + name }
        parent = around.parent
      }
      return name
    }
  }
}
