/// The members of one name that a type has or inherits, nearest first.
final class MemberLookup {
  struct Entry {
    let symbol: Symbol
    let instance: TypeSymbol
    let depth: Int
    /// Place of the entry that overrides it.
    var overrider: Int?
  }

  let entries: [Entry]
  /// Some base or interface is unknown: a member that is not found may exist.
  let isIncomplete: Bool

  init(entries: [Entry], isIncomplete: Bool) {
    self.entries = entries
    self.isIncomplete = isIncomplete
  }
}

struct MemberLookupKey: Hashable {
  let type: TypeSymbol
  let name: Name
}

extension BindingContext {
  func lookupMembers(_ name: Name, in type: TypeSymbol) -> MemberLookup {
    let key = MemberLookupKey(type: type, name: name)
    if let known = lookupCache[key] { return known }
    var entries: [MemberLookup.Entry] = []
    for (depth, instance) in lookupOrder(of: type).enumerated() {
      guard let definition = instance.definition, definition.kind == .namedType else { continue }
      for member in members(of: definition, named: name) {
        entries.append(MemberLookup.Entry(symbol: member, instance: instance, depth: depth))
      }
    }
    if type.kind == .tuple, entries.isEmpty { entries = [] }
    if entries.count > 1 { entries = withoutOverridden(entries) }
    let result = MemberLookup(entries: entries, isIncomplete: hasUnknownMembers(type))
    lookupCache[key] = result
    return result
  }

  /// An override stands for what it overrides, and counts as declared where the first declaration is.
  private func withoutOverridden(_ entries: [MemberLookup.Entry]) -> [MemberLookup.Entry] {
    guard entries.contains(where: { $0.symbol.isOverride }) else { return entries }
    var removed: [Int: Int] = [:]
    var depths = entries.map(\.depth)
    for (index, entry) in entries.enumerated()
    where entry.symbol.isOverride && removed[index] == nil {
      let own = constructed(entry.symbol, in: entry.instance)
      for other in (index + 1)..<max(index + 1, entries.count)
      where removed[other] == nil && entries[other].symbol.kind == entry.symbol.kind
        && entries[other].symbol.arity == entry.symbol.arity && entries[other].depth > entry.depth
      {
        let candidate = entries[other]
        guard candidate.symbol.isVirtual || candidate.symbol.isAbstract || candidate.symbol.isOverride else { continue }
        guard haveSameParameters(constructed(candidate.symbol, in: candidate.instance), own) else { continue }
        removed[other] = index
        depths[index] = candidate.depth
      }
    }
    return entries.indices.map {
      MemberLookup.Entry(
        symbol: entries[$0].symbol, instance: entries[$0].instance, depth: depths[$0], overrider: removed[$0])
    }
  }
}

/// What a name means as a member of a type.
enum MemberLookupResult {
  case notFound(isIncomplete: Bool)
  /// Only candidates that can't be used.
  case inaccessible([Symbol])
  case methods([MethodCandidate], isIncomplete: Bool)
  case member(Symbol, instance: TypeSymbol)
  case type(Symbol, instance: TypeSymbol)
}

extension Binder {
  /// - Parameters:
  ///   - isInvoked: members that can't be called are passed over.
  ///   - receiver: see ``isAccessible(_:through:)``.
  func lookupMember(
    _ name: Name, in type: TypeSymbol, arity: Int = 0, isInvoked: Bool = false, through receiver: TypeSymbol? = nil
  ) -> MemberLookupResult {
    let lookup = context.lookupMembers(name, in: type)
    var methods: [MethodCandidate] = []
    var inaccessible: [Symbol] = []
    for entry in lookup.entries {
      let symbol = entry.symbol
      // An override stands for what it overrides, unless it can't be named here.
      if let overrider = entry.overrider, isAccessible(lookup.entries[overrider].symbol) { continue }
      switch symbol.kind {
      case .method:
        if symbol.isExplicitInterfaceImplementation { continue }
        switch symbol.pointer.pointee.methodKind {
        case .ordinary, .userDefinedOperator, .delegateInvoke, .conversion: break
        case .destructor: continue
        default: continue
        }
        if arity > 0, symbol.arity != arity { continue }
        guard isAccessible(symbol, through: receiver) else {
          inaccessible.append(symbol)
          continue
        }
        methods.append(MethodCandidate(method: symbol, instance: entry.instance, depth: entry.depth))
      case .namedType:
        if !methods.isEmpty { continue }
        guard !isInvoked, symbol.arity == arity else { continue }
        guard isAccessible(symbol, through: receiver) else {
          inaccessible.append(symbol)
          continue
        }
        return .type(symbol, instance: entry.instance)
      default:
        if !methods.isEmpty { continue }
        if arity > 0 || symbol.isExplicitInterfaceImplementation || symbol.isIndexer { continue }
        guard isAccessible(symbol, through: receiver) else {
          inaccessible.append(symbol)
          continue
        }
        if isInvoked {
          let type = context.constructed(symbol, in: entry.instance).type
          guard type.kind == .delegate || type.kind == .dynamic || type.kind == .error || type.kind == .functionPointer
          else { continue }
        }
        return .member(symbol, instance: entry.instance)
      }
    }
    if !methods.isEmpty { return .methods(methods, isIncomplete: lookup.isIncomplete) }
    if !inaccessible.isEmpty { return .inaccessible(inaccessible) }
    return .notFound(isIncomplete: lookup.isIncomplete)
  }
}
