/// A type in use: `int`, `List<string>`, `T[]`, `(int a, string b)`, `dynamic` …
///
/// Interned: equal handles are the same type of the same ``BindingContext``; types that differ in tuple names or in
/// `dynamic` for `object` are different handles between which ``isIdentical(to:)`` holds. Nullable annotations of
/// reference types are not part of a type; `int?` is `System.Nullable<int>`. What could not be resolved is a type of
/// kind ``TypeKind/error``.
package struct TypeSymbol: Hashable {
  let pointer: UnsafeMutablePointer<TypeData>

  @inline(__always)
  init(_ pointer: UnsafeMutablePointer<TypeData>) { self.pointer = pointer }

  @inline(__always)
  var context: BindingContext { pointer.pointee.context }

  package var kind: TypeKind { pointer.pointee.kind }

  /// Whether nothing is known about it; rules stay silent or judge by ``name`` (conventions).
  package var isErrorType: Bool { pointer.pointee.kind == .error }

  /// Whether it is, or has somewhere in it, an error type.
  package var containsErrorType: Bool { pointer.pointee.flags.contains(.containsError) }

  package var specialType: SpecialType { pointer.pointee.specialType }

  /// The type's own name without namespace and arguments; for an error type as written, empty if it never had one.
  package var name: String {
    if let definition { return definition.name }
    return context.text(pointer.pointee.name)
  }

  /// `System.Threading.Tasks.Task` for `Task` and `Task<T>`: namespaces, containing types, name. For an error type the
  /// name with the qualifier that was written. Empty for arrays and the like.
  package var qualifiedName: String {
    if let definition { return definition.qualifiedName }
    if kind == .tuple { return "System.ValueTuple" }
    return context.text(pointer.pointee.name)
  }

  /// The definition of a named type (for a constructed one too) or of a type parameter; `nil` for other kinds.
  package var definition: Symbol? { pointer.pointee.definition }

  /// The definition; for a tuple that of its `System.ValueTuple`.
  var namedDefinition: Symbol? { definition ?? tupleUnderlyingType?.definition }

  /// The named type with its own type parameters as arguments; other kinds answer themselves.
  package var originalDefinition: TypeSymbol {
    if let definition, definition.kind == .namedType { return definition.type }
    return self
  }

  /// Own type arguments in order (for a definition its type parameters); those as written for an error type.
  package var typeArguments: [TypeSymbol] {
    guard let definition, definition.kind == .namedType else { return pointer.pointee.arguments }
    let all = pointer.pointee.arguments
    return all.count > definition.arity ? Array(all.suffix(definition.arity)) : all
  }

  package var arity: Int { definition?.arity ?? pointer.pointee.arguments.count }

  /// Of an array, pointer.
  package var elementType: TypeSymbol? {
    switch kind {
    case .array, .pointer: pointer.pointee.arguments.first
    default: nil
    }
  }

  /// Dimensions of an array.
  package var rank: Int { Int(pointer.pointee.rank) }

  /// Names (empty where there is none) and types of a tuple's elements.
  package var tupleElements: [(name: String, type: TypeSymbol)] {
    guard kind == .tuple else { return [] }
    let names = pointer.pointee.elementNames
    return pointer.pointee.arguments.enumerated().map { index, type in
      (index < names.count ? context.text(names[index]) : "", type)
    }
  }

  /// Member names and types of an anonymous type.
  package var anonymousMembers: [(name: String, type: TypeSymbol)] {
    guard kind == .anonymous else { return [] }
    let names = pointer.pointee.elementNames
    return zip(names, pointer.pointee.arguments).map { (context.text($0), $1) }
  }

  /// `T` of `T?` for a value type.
  package var nullableUnderlyingType: TypeSymbol? {
    specialType == .nullable ? pointer.pointee.arguments.first : nil
  }

  package var isReferenceType: Bool { context.isReferenceType(self) }
  package var isValueType: Bool { context.isValueType(self) }

  /// Direct base class with arguments put in; `nil` for `object`, interfaces and where there is none.
  package var baseType: TypeSymbol? { context.baseType(of: self) }

  /// The interfaces that are named in the declaration.
  package var interfaces: [TypeSymbol] { context.interfaces(of: self) }

  /// All interfaces, of bases and of interfaces too.
  package var allInterfaces: [TypeSymbol] { context.allInterfaces(of: self) }

  /// The `Invoke` of a delegate type, arguments put in.
  package var delegateInvokeMethod: Symbol? { context.delegateInvokeMethod(of: self) }

  /// The type parameter's constraint types.
  package var constraintTypes: [TypeSymbol] {
    guard kind == .typeParameter, let definition else { return [] }
    return context.constraintTypes(of: definition)
  }

  /// The `System.ValueTuple` of a tuple.
  package var tupleUnderlyingType: TypeSymbol? { kind == .tuple ? context.tupleUnderlyingType(of: self) : nil }

  /// The same but for tuple names, and `dynamic` for `object`.
  package func isIdentical(to other: TypeSymbol) -> Bool {
    self == other || pointer.pointee.canonical == other.pointer.pointee.canonical
  }

  /// Whether it is that type or has it among its base classes and interfaces, compared by definition.
  /// `qualifiedName` as in ``TypeSymbol/qualifiedName``.
  package func isOrDerives(from qualifiedName: String) -> Bool {
    if self.qualifiedName == qualifiedName { return true }
    var current = baseType
    var depth = 0
    while let type = current, depth < 64 {
      if type.qualifiedName == qualifiedName { return true }
      current = type.baseType
      depth += 1
    }
    return allInterfaces.contains { $0.qualifiedName == qualifiedName }
  }

  /// Members of a name in this type, then its bases (for interfaces: base interfaces, then `object`), with type
  /// arguments put in. Hidden and overridden ones are included.
  package func members(named name: String) -> [Symbol] { context.allMembers(of: self, named: name) }

  /// As C# writes it with full names: `System.Collections.Generic.List<int>`, `int?`, `(int a, string b)`.
  package var displayString: String { context.displayString(of: self) }

  /// As documentation-comment ids have it in parameter lists: `System.Collections.Generic.List{System.Int32}`.
  package var documentationCommentName: String { context.documentationCommentName(of: self) }

  /// As C# writes it with simple names, for messages: `List<int>`.
  package var minimalDisplayString: String { context.minimalDisplayString(of: self) }
}

/// What a type is made of. Lies in an arena and never moves.
struct TypeData {
  unowned(unsafe) let context: BindingContext
  let kind: TypeKind
  var flags: TypeFlags = []
  var specialType: SpecialType = .none
  var rank: UInt8 = 0
  /// Error types: the written name with its qualifier.
  var name: Name = .empty
  var definition: Symbol?
  /// Type arguments of the containing types and the type, in order; element type; tuple elements' types; for a
  /// function pointer the parameters' types and the return type.
  var arguments: [TypeSymbol] = []
  var elementNames: [Name] = []
  /// The type without tuple names, with `object` for `dynamic`; `nil` only while it is made.
  var canonical: UnsafeMutablePointer<TypeData>?
  var hash: Int = 0
  /// Caches.
  var base: TypeSymbol?
  var interfaces: [TypeSymbol]?
  var allInterfaces: [TypeSymbol]?
  var invoke: Symbol?
  var knowsBase = false
  var mayConvert: Bool?
  var members: [Name: [Symbol]] = [:]

  init(context: BindingContext, kind: TypeKind) {
    self.context = context
    self.kind = kind
  }
}

struct TypeFlags: OptionSet {
  let rawValue: UInt8
  static let containsError = TypeFlags(rawValue: 1)
  static let containsTypeParameter = TypeFlags(rawValue: 2)
  static let containsDynamic = TypeFlags(rawValue: 4)
  static let containsTupleNames = TypeFlags(rawValue: 8)
  static let containsAnonymous = TypeFlags(rawValue: 16)
}
