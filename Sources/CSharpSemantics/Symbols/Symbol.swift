import CSharpSyntax

/// Anything that a name can mean: a namespace, type, member, parameter, local …
///
/// A handle of one word, cheap to copy and to compare; equal handles are the same symbol of the same
/// ``BindingContext``. It does not keep its context alive, and belongs to its context's thread. Accessors never trap;
/// those that make no sense for a kind answer `nil`, `false` or nothing.
package struct Symbol: Hashable {
  let pointer: UnsafeMutablePointer<SymbolData>

  @inline(__always)
  init(_ pointer: UnsafeMutablePointer<SymbolData>) { self.pointer = pointer }

  @inline(__always)
  var context: BindingContext { pointer.pointee.context }

  // MARK: What every symbol has

  package var kind: SymbolKind { pointer.pointee.kind }

  /// Without type parameters; `this[]` for indexers, `.ctor` for constructors as in metadata, `op_Addition` for
  /// operators, empty for the global namespace and anonymous functions.
  package var name: String { context.text(pointer.pointee.name) }

  package var accessibility: Accessibility { pointer.pointee.accessibility }

  /// The symbol that declares this one: a namespace, type, method or property; `nil` for the global namespace.
  package var containingSymbol: Symbol? { pointer.pointee.containing }

  /// The definition of the nearest type around.
  package var containingType: Symbol? {
    var current = pointer.pointee.containing
    while let symbol = current {
      if symbol.kind == .namedType { return symbol }
      current = symbol.pointer.pointee.containing
    }
    return nil
  }

  /// The type that a member was found in, with its type arguments: `List<int>` for the `Add` of a `List<int>`.
  package var receiverType: TypeSymbol? {
    if let instance = pointer.pointee.containingInstance { return instance }
    return containingType?.type
  }

  package var containingNamespace: Symbol? {
    var current = pointer.pointee.containing
    while let symbol = current {
      if symbol.kind == .namespace { return symbol }
      current = symbol.pointer.pointee.containing
    }
    return nil
  }

  /// The member without type arguments of its own or of its type; the symbol itself for definitions.
  package var originalDefinition: Symbol { pointer.pointee.definition ?? self }

  /// Whether the symbol comes from source text of this compilation.
  package var isFromSource: Bool { originalDefinition.pointer.pointee.file >= 0 }

  /// Whether it comes from a referenced assembly.
  package var isFromMetadata: Bool { pointer.pointee.flags.contains(.fromMetadata) }

  /// Whether the compiler makes it without it being written (default constructors, records' members …).
  package var isImplicitlyDeclared: Bool { pointer.pointee.flags.contains(.implicit) }

  package var isStatic: Bool { pointer.pointee.flags.contains(.static) }
  package var isAbstract: Bool { pointer.pointee.flags.contains(.abstract) }
  package var isVirtual: Bool { pointer.pointee.flags.contains(.virtual) }
  package var isOverride: Bool { pointer.pointee.flags.contains(.override) }
  package var isSealed: Bool { pointer.pointee.flags.contains(.sealed) }
  package var isExtern: Bool { pointer.pointee.flags.contains(.extern) }
  package var isReadOnly: Bool { pointer.pointee.flags.contains(.readOnly) }
  package var isConst: Bool { pointer.pointee.flags.contains(.const) }
  package var isVolatile: Bool { pointer.pointee.flags.contains(.volatile) }
  package var isRequired: Bool { pointer.pointee.flags.contains(.required) }
  package var isPartial: Bool { pointer.pointee.flags.contains(.partial) }

  /// Whether a method, local function or anonymous function has the `async` modifier; `false` for metadata.
  package var isAsync: Bool { pointer.pointee.flags.contains(.async) }

  // MARK: Types

  /// For a named type: the type with its own type parameters as arguments. For a type parameter: itself as a type.
  /// For members, parameters, locals: their type; a method's is its return type. `void` methods answer `System.Void`.
  /// Error types where it can't be known.
  package var type: TypeSymbol {
    context.complete(self)
    return pointer.pointee.type ?? context.unknownType
  }

  package var returnType: TypeSymbol { type }

  package var returnsVoid: Bool { kind == .method && type.specialType == .void }

  /// `ref` or `ref readonly` returns, `ref` locals, and how a parameter is passed.
  package var refKind: RefKind {
    context.complete(self)
    return pointer.pointee.refKind
  }

  /// Own type parameters of a type or method.
  package var typeParameters: [Symbol] {
    context.complete(self)
    return pointer.pointee.typeParameters
  }

  /// A constructed method's type arguments; of a definition its type parameters as types.
  package var typeArguments: [TypeSymbol] {
    if !pointer.pointee.typeArguments.isEmpty { return pointer.pointee.typeArguments }
    return typeParameters.map(\.type)
  }

  /// How many type parameters it has itself.
  package var arity: Int { Int(pointer.pointee.arity) }

  // MARK: Methods, properties, indexers

  package var methodKind: MethodKind? { kind == .method ? pointer.pointee.methodKind : nil }

  package var parameters: [Symbol] {
    context.complete(self)
    return pointer.pointee.parameters
  }

  package var isConstructor: Bool { methodKind == .constructor }

  /// A method that can be called in the form `receiver.M()`: one with a `this` parameter, or a C# 14 extension member.
  package var isExtensionMember: Bool { pointer.pointee.flags.contains(.extensionMethod) }

  package var isIndexer: Bool { pointer.pointee.flags.contains(.indexer) }

  package var getter: Symbol? {
    context.complete(self)
    return kind == .property ? pointer.pointee.first : nil
  }

  package var setter: Symbol? {
    context.complete(self)
    return kind == .property ? pointer.pointee.second : nil
  }

  /// Whether the setter is an `init` accessor.
  package var isInitOnly: Bool { pointer.pointee.flags.contains(.initOnly) }

  /// The property or event of an accessor.
  package var associatedSymbol: Symbol? { kind == .method ? pointer.pointee.first : nil }

  /// The member that this one overrides, in the nearest base type.
  package var overriddenMember: Symbol? { context.overriddenMember(of: self) }

  /// Interface members that this member implements, explicitly or implicitly, through its containing type.
  package var implementedInterfaceMembers: [Symbol] { context.implementedInterfaceMembers(of: self) }

  /// The name of the interface as written in an explicit implementation.
  package var isExplicitInterfaceImplementation: Bool { pointer.pointee.flags.contains(.explicitImplementation) }

  // MARK: Parameters

  /// From 0, in its member's list.
  package var ordinal: Int { Int(pointer.pointee.ordinal) }

  /// Whether a call may leave it out.
  package var isOptional: Bool { pointer.pointee.flags.contains(.optional) }

  package var isParams: Bool { pointer.pointee.flags.contains(.params) }

  /// The `this` parameter of an extension method.
  package var isThis: Bool { pointer.pointee.flags.contains(.this) }

  // MARK: Named types and namespaces

  /// All members that the type or namespace itself declares, in order of declaration; no inherited ones.
  package var members: [Symbol] { context.members(of: self) }

  /// Own members of a name; no inherited ones.
  package func members(named name: String) -> [Symbol] {
    // Not only names that are known already: members of metadata are read when they are asked for.
    context.members(of: self, named: context.names.name(name))
  }

  package var isRecord: Bool { pointer.pointee.flags.contains(.record) }

  package var isGlobalNamespace: Bool { kind == .namespace && pointer.pointee.containing == nil }

  // MARK: Attributes, source, identity

  /// The attributes written on (or, in metadata, recorded for) the symbol; of a partial type those of all parts.
  package var attributes: [AttributeData] { context.attributes(of: self) }

  /// Whether it carries an attribute whose class has this full name, or, where the class could not be resolved, is
  /// written with this simple name (with or without `Attribute`).
  package func hasAttribute(_ fullName: String) -> Bool { attributes.contains { $0.matches(fullName) } }

  /// Where the symbol is declared: one entry per part; nothing for metadata.
  package var declaringSyntaxReferences: [SyntaxReference] { context.declaringSyntaxReferences(of: self) }

  /// Roslyn's documentation-comment id of the original definition, such as
  /// `M:System.Threading.Tasks.Task.Run(System.Func{System.Threading.Tasks.Task})`. Locals and the like answer
  /// `L:name`, type parameters `TP:name`.
  package var documentationCommentID: String { context.documentationCommentID(of: self) }

  /// `Namespace.Outer.Name` without arity or parameters.
  package var qualifiedName: String { context.qualifiedName(of: self) }

  /// Such as `Client.GetData`: the containing type's name and the symbol's own, for messages.
  package var minimalDisplayName: String { context.minimalDisplayName(of: self) }
}

/// An attribute on a symbol.
package struct AttributeData {
  /// The attribute's class; an error type that keeps the written name if it is unknown.
  package let attributeClass: TypeSymbol
  /// The name as written, such as `Obsolete` or `System.Obsolete`; the class's own name for metadata.
  package let writtenName: String
  /// The attribute in source.
  package let syntax: SyntaxReference?
  /// Constant positional arguments as far as they are known.
  package let arguments: [ConstantValue?]

  package func matches(_ fullName: String) -> Bool {
    if attributeClass.kind != .error { return attributeClass.qualifiedName == fullName }
    let simple = fullName.split(separator: ".").last.map(String.init) ?? fullName
    let written = writtenName.split(separator: ".").last.map(String.init) ?? writtenName
    return written == simple || written + "Attribute" == simple
  }
}

/// A declaration in source: the file's index in the compilation, and the node in the tree that is current in the
/// symbol's context.
package struct SyntaxReference: Hashable {
  package let file: Int
  /// Keeps the tree alive as long as the reference lives.
  package let tree: SyntaxTree
  package let node: SyntaxNode

  package static func == (a: SyntaxReference, b: SyntaxReference) -> Bool { a.node == b.node }
  package func hash(into hasher: inout Hasher) { hasher.combine(node) }
}

/// What a symbol is made of. Lies in an arena and never moves.
struct SymbolData {
  unowned(unsafe) let context: BindingContext
  let kind: SymbolKind
  var methodKind: MethodKind = .ordinary
  var accessibility: Accessibility = .notApplicable
  var refKind: RefKind = .none
  /// How far signature, header and so on are known.
  var state: Completion = .done
  var arity: UInt16 = 0
  var ordinal: Int32 = 0
  var flags: SymbolFlags = []
  var name: Name = .empty
  /// Index of the file in the compilation, or -1.
  var file: Int32 = -1
  /// Index among the file's declarations; for locals the index of the declaring node.
  var declaration: Int32 = -1
  /// Row in a metadata image.
  var image: UInt32 = 0
  var row: UInt32 = 0
  var containing: Symbol?
  var containingInstance: TypeSymbol?
  var definition: Symbol?
  var type: TypeSymbol?
  /// Getter, `add` accessor; an accessor's property or event.
  var first: Symbol?
  /// Setter, `remove` accessor.
  var second: Symbol?
  var parameters: [Symbol] = []
  var typeParameters: [Symbol] = []
  var typeArguments: [TypeSymbol] = []
  /// What only some kinds have.
  var details: AnyObject?

  enum Completion: UInt8 {
    case none
    case running
    case done
  }

  init(context: BindingContext, kind: SymbolKind, name: Name, containing: Symbol?) {
    self.context = context
    self.kind = kind
    self.name = name
    self.containing = containing
  }
}
