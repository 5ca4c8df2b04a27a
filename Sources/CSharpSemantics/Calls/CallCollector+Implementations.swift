import CSharpSyntax

extension CallCollector {
  /// Which members that the file declares override or implement which others, and which inherited members implement the
  /// interfaces of its types.
  mutating func collectImplementations() {
    let source = model.source
    var seen: Set<MemberImplementation> = []
    for (index, declaration) in source.declarations.enumerated() {
      let number = Int32(truncatingIfNeeded: index)
      switch declaration.kind {
      case .method, .property, .indexer, .event, .eventField:
        guard let symbol = model.context.symbol(file: model.file, declaration: number), !symbol.isAbstract else {
          continue
        }
        if symbol.containingType?.typeDetails.typeKind == .interface {
          // A body in the interface stands for those that don't implement the member.
          if symbol.isVirtual { note(symbol, implements: symbol, &seen) }
          continue
        }
        if symbol.isVirtual || symbol.isOverride { note(symbol, implements: symbol, &seen) }
        var current = symbol
        var depth = 0
        while depth < BindingContext.maximumBaseDepth {
          for member in current.implementedInterfaceMembers { note(symbol, implements: member, &seen) }
          guard let overridden = current.overriddenMember else { break }
          note(symbol, implements: overridden, &seen)
          current = overridden
          depth += 1
        }
      case .class, .record, .struct, .recordStruct:
        guard let type = model.context.symbol(file: model.file, declaration: number), type.kind == .namedType,
          let first = type.typeDetails.parts.first, Int(first.file) == model.file, first.declaration == number
        else { continue }
        noteInherited(type, &seen)
      default: break
      }
    }
  }

  private mutating func note(_ symbol: Symbol, implements member: Symbol, _ seen: inout Set<MemberImplementation>) {
    func add(_ role: CallNames.Role) {
      let pair = MemberImplementation(
        member: index(names.name(of: member, role)), implementation: index(names.name(of: symbol, role)))
      if seen.insert(pair).inserted { summary.implementations.append(pair) }
    }
    switch symbol.kind {
    case .property:
      if member.getter != nil { add(.get) }
      if member.setter != nil { add(.set) }
    case .event:
      add(.add)
      add(.remove)
    default: add(.whole)
    }
  }

  /// Members of base classes that implement what only a derived class promises.
  private mutating func noteInherited(_ type: Symbol, _ seen: inout Set<MemberImplementation>) {
    let context = model.context
    guard let base = context.baseType(of: type.type), let definition = base.definition,
      !definition.typeDetails.parts.isEmpty
    else { return }
    let ofBase = context.allInterfaces(of: base)
    for interface in context.allInterfaces(of: type.type) where !ofBase.contains(interface) {
      guard let declaring = interface.definition, declaring.kind == .namedType else { continue }
      for member in context.members(of: declaring)
      where !member.isStatic && (member.kind == .method || member.kind == .property || member.kind == .event) {
        if member.kind == .method, member.methodKind != .ordinary { continue }
        let wanted = context.constructed(member, in: interface)
        if context.members(of: type, named: member.pointer.pointee.name)
          .contains(where: { $0.kind == member.kind && context.haveSameParameters(wanted, $0) })
        {
          continue
        }
        for candidate in base.members(named: member.name)
        where candidate.kind == member.kind && candidate.accessibility == .public && !candidate.isStatic
          && candidate.isFromSource && context.haveSameParameters(wanted, candidate)
        {
          note(candidate, implements: member, &seen)
          break
        }
      }
    }
  }
}
