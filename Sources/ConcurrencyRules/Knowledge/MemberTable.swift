import CSharpSemantics

/// Types and members of types, some built in, some named in `.editorconfig` (D32).
struct MemberTable {
  /// Types all of whose members are meant.
  private var types: Set<String>
  /// Full names of types by the names of their members.
  private var typesByMember: [String: Set<String>]

  init(types: Set<String> = [], members: [String: Set<String>] = [:]) {
    self.types = types
    typesByMember = [:]
    for (type, names) in members {
      for name in names { typesByMember[name, default: []].insert(type) }
    }
  }

  /// Adds `Namespace.Type.Member` and, as whole types, `Namespace.Type`; an entry may mean either.
  mutating func add(_ entries: [String]) {
    for entry in entries {
      types.insert(entry)
      guard let dot = entry.lastIndex(of: ".") else { continue }
      let member = String(entry[entry.index(after: dot)...])
      typesByMember[member, default: []].insert(String(entry[..<dot]))
    }
  }

  var isEmpty: Bool { types.isEmpty && typesByMember.isEmpty }

  /// Whether some type has a member of that name in the table.
  func mentions(member name: String) -> Bool { typesByMember[name] != nil }

  /// Whether a member is meant: its type, or a type that it derives from, is in the table with or without its name.
  func contains(_ member: Symbol) -> Bool { contains(member, of: member.containingType?.type) }

  /// - Parameter type: the type that the member is looked at through.
  func contains(_ member: Symbol, of type: TypeSymbol?) -> Bool {
    guard let type else { return false }
    if let named = typesByMember[member.name], named.contains(where: { type.isOrDerives(from: $0) }) { return true }
    return contains(type)
  }

  /// Whether a type, or one that it derives from, is in the table as a whole.
  func contains(_ type: TypeSymbol) -> Bool { types.contains { type.isOrDerives(from: $0) } }
}
