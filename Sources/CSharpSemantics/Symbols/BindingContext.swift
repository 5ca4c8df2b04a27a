import CSharpSyntax
import DotNetMetadata

/// Symbols and types of one compilation, made as they are asked for.
///
/// One thread at a time: each worker makes its own from the (shared, immutable) ``Compilation``. Handles of one context
/// mean nothing in another.
package final class BindingContext {
  package private(set) var compilation: Compilation

  var names = NameTable()
  let wellKnownNames: WellKnownNames
  let symbols = Arena<SymbolData>()
  let types = Arena<TypeData>()
  var typeTable = TypeTable()
  var memberTable: [ConstructedMemberKey: Symbol] = [:]
  var specialTypes: [TypeSymbol?]
  var lookupCache: [MemberLookupKey: MemberLookup] = [:]
  var handlerCache: [Symbol: Bool] = [:]
  var taskLikeCache: [Symbol: Bool] = [:]
  var anonymousMembers: [AnonymousMemberKey: Symbol] = [:]
  var priorityCache: [Symbol: Int] = [:]
  var extensionFormCache: [Symbol: Symbol] = [:]
  var attributeCache: [Symbol: [AttributeData]] = [:]
  var constantCache: [Symbol: ConstantValue] = [:]
  /// Constants being computed, to stop at cycles.
  var constantsRunning: Set<Symbol> = []

  /// Own files first, then those of project references.
  var files: [SourceFile] = []
  /// Files whose bodies somebody looks at.
  private var wholeFiles: [Int: FileDeclarations] = [:]
  private(set) var references: ReferenceSet?
  /// The symbols of metadata types by image and row, as far as they are made.
  var metadataTypes: [[Symbol?]] = []
  /// Whether an image shows its internals to this project; `nil` while it was not asked for.
  var friendImages: [Bool?] = []
  /// Names of indexers that are not called `Item`.
  var indexerNames: [Symbol: Name] = [:]
  var assemblies: [SourceAssembly] = []
  lazy var globalNamespace = makeGlobalNamespace()
  private(set) lazy var unknownType = makeErrorType(.empty, qualified: .empty, [])
  private(set) lazy var dynamicType = intern(TypeData(context: self, kind: .dynamic))
  /// How deep signatures are being bound; see ``complete(_:)``.
  var completionDepth = 0

  package init(compilation: Compilation) {
    self.compilation = compilation
    specialTypes = Array(repeating: nil, count: SpecialType.allCases.count)
    wellKnownNames = WellKnownNames(&names)
    build()
  }

  private func makeGlobalNamespace() -> Symbol {
    let namespace = makeSymbol(.namespace, .empty, in: nil)
    namespace.pointer.pointee.accessibility = .public
    namespace.pointer.pointee.details = NamespaceDetails()
    return namespace
  }

  private func build() {
    globalNamespace = makeGlobalNamespace()
    references = compilation.references
    metadataTypes = references?.images.map { _ in [] } ?? []
    friendImages = references?.images.map { _ in nil } ?? []
    indexerNames = [:]
    globalNamespace.namespaceDetails.metadataState = references == nil ? .done : .none
    globalNamespace.namespaceDetails.metadataName = ""
    files = []
    assemblies = []
    addAssembly(of: compilation)
    for reference in compilation.projectReferences { addAssembly(of: reference) }
    for index in files.indices { declare(file: index) }
    dynamicType.pointer.pointee.canonical = objectType.pointer
  }

  private func addAssembly(of compilation: Compilation) {
    let index = assemblies.count
    assemblies.append(SourceAssembly(options: compilation.options))
    assemblies[index].friends.formUnion(compilation.options.friendAssemblies)
    for file in compilation.files {
      assemblies[index].friends.formUnion(file.friendAssemblies)
      assemblies[index].attributes.formUnion(file.assemblyAttributes)
      files.append(SourceFile(declarations: file, assembly: index))
    }
  }

  /// Simple names of the attributes that target the project's own assembly, as written, in its files.
  package var assemblyAttributeNames: Set<String> { assemblies.first?.attributes ?? [] }

  /// A model of a file. Ask for it again after ``update(to:)``.
  package func semanticModel(file: Int) -> SemanticModel? {
    guard compilation.files.indices.contains(file) else { return nil }
    return SemanticModel(context: self, file: file, source: whole(file: file))
  }

  /// A file with its bodies. Its tree lives until ``releaseTrees()``, so nodes of it can be handed out.
  func whole(file: Int) -> FileDeclarations {
    if let known = wholeFiles[file] { return known }
    let whole = files[file].declarations.whole()
    wholeFiles[file] = whole
    return whole
  }

  /// Answers while the body is run as if the file had another text with the same declarations.
  func withText<Result>(_ text: FileDeclarations, ofFile file: Int, _ body: () -> Result) -> Result {
    let original = wholeFiles.updateValue(text, forKey: file)
    defer { wholeFiles[file] = original }
    return body()
  }

  /// Lets go of the bodies that were looked at, and of what their names meant. No model, and no node that came from a
  /// symbol, may be used any more.
  package func releaseTrees() {
    // Each scope remembers every name that was looked up in it, and most files are never bound again.
    for file in wholeFiles.keys where files.indices.contains(file) { files[file].scopes = [:] }
    wholeFiles = [:]
  }

  /// How many bytes the symbols and types take that were made so far, roughly.
  package var estimatedSize: Int {
    symbols.count &* 256 &+ types.count &* 288 &+ lookupCache.count &* 160 &+ memberTable.count &* 64
      &+ names.count &* 64
  }

  /// Goes over to another snapshot of the same project. Where only bodies changed, all symbols stay; else those that
  /// come from source are made anew. Handles and models from before must not be used any more.
  package func update(to compilation: Compilation) {
    let own = compilation.files
    let isSame =
      own.count == self.compilation.files.count
      && compilation.options == self.compilation.options
      && compilation.references === self.compilation.references
      && compilation.projectReferences.count == self.compilation.projectReferences.count
      && zip(own, self.compilation.files).allSatisfy { $0.declarationHash == $1.declarationHash && $0.path == $1.path }
      && zip(compilation.projectReferences, self.compilation.projectReferences).allSatisfy { new, old in
        new.files.count == old.files.count
          && zip(new.files, old.files).allSatisfy { $0.declarationHash == $1.declarationHash && $0.path == $1.path }
      }
    self.compilation = compilation
    releaseTrees()
    if isSame {
      let all = own + compilation.projectReferences.flatMap(\.files)
      for (index, file) in all.enumerated() where files.indices.contains(index) { files[index].replace(file) }
      attributeCache = [:]
      return
    }
    typeTable = TypeTable()
    memberTable = [:]
    lookupCache = [:]
    handlerCache = [:]
    taskLikeCache = [:]
    anonymousMembers = [:]
    priorityCache = [:]
    extensionFormCache = [:]
    specialTypes = Array(repeating: nil, count: SpecialType.allCases.count)
    attributeCache = [:]
    constantCache = [:]
    unknownType = makeErrorType(.empty, qualified: .empty, [])
    dynamicType = intern(TypeData(context: self, kind: .dynamic))
    build()
  }

  /// The type of a full name (`System.Threading.Tasks.Task`) and arity, from source or references.
  package func type(named qualifiedName: String, arity: Int = 0) -> TypeSymbol? {
    var current = globalNamespace
    let parts = qualifiedName.split(separator: ".")
    for (index, part) in parts.enumerated() {
      let name = names.name(String(part))
      let isLast = index == parts.count - 1
      if current.kind == .namespace {
        if !isLast, let next = namespace(named: name, in: current) {
          current = next
          continue
        }
        guard let type = types(named: name, arity: isLast ? arity : 0, in: current).first else { return nil }
        current = type
      } else {
        guard let type = nestedTypes(named: name, arity: isLast ? arity : 0, in: current).first else { return nil }
        current = type
      }
    }
    return current.kind == .namedType ? current.type : nil
  }

  func text(_ name: Name) -> String { names.text(name) }

  /// The identifier that a token spells, without `@` and escapes.
  func name(of token: SyntaxToken) -> Name {
    guard !token.isNone, !token.isMissing else { return .empty }
    let range = token.range.indices
    return token.tree.bytes.withUnsafeBufferPointer { bytes in
      guard range.upperBound <= bytes.count, !range.isEmpty else { return .empty }
      var slice = UnsafeBufferPointer(rebasing: bytes[range])
      if slice[0] == UInt8(ascii: "@") { slice = UnsafeBufferPointer(rebasing: slice.dropFirst()) }
      if slice.contains(UInt8(ascii: "\\")) { return names.name(BindingContext.decodingEscapes(slice)) }
      return names.intern(slice)
    }
  }

  private static func decodingEscapes(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var result = String.UnicodeScalarView()
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    var index = 0
    while index < scalars.count {
      if scalars[index] == "\\", index + 1 < scalars.count {
        let length = scalars[index + 1] == "u" ? 4 : scalars[index + 1] == "U" ? 8 : 0
        if length > 0, index + 2 + length <= scalars.count {
          var digits = String.UnicodeScalarView()
          digits.append(contentsOf: scalars[(index + 2)..<(index + 2 + length)])
          if let value = UInt32(String(digits), radix: 16), let scalar = Unicode.Scalar(value) {
            result.append(scalar)
            index += 2 + length
            continue
          }
        }
      }
      result.append(scalars[index])
      index += 1
    }
    return String(result)
  }

  func makeSymbol(_ kind: SymbolKind, _ name: Name, in containing: Symbol?) -> Symbol {
    Symbol(symbols.allocate(SymbolData(context: self, kind: kind, name: name, containing: containing)))
  }

  // MARK: Special types

  func specialType(_ type: SpecialType) -> TypeSymbol {
    let index = Int(type.rawValue)
    if let known = specialTypes[index] { return known }
    let made = makeSpecialType(type)
    specialTypes[index] = made
    return made
  }

  var objectType: TypeSymbol { specialType(.object) }
  var stringType: TypeSymbol { specialType(.string) }
  var booleanType: TypeSymbol { specialType(.boolean) }
  var intType: TypeSymbol { specialType(.int32) }
  var voidType: TypeSymbol { specialType(.void) }

  /// `T?` of a value type.
  func nullableType(_ type: TypeSymbol) -> TypeSymbol {
    guard let definition = specialType(.nullable).definition else { return unknownType }
    return namedType(definition, [type])
  }

  private func makeSpecialType(_ special: SpecialType) -> TypeSymbol {
    let system = ensureNamespace(wellKnownNames.system, in: globalNamespace)
    let name = names.name(special.metadataName)
    let arity = special == .nullable ? 1 : 0
    if let definition = types(named: name, arity: arity, in: system).first {
      let type = definition.type
      type.pointer.pointee.specialType = special
      definition.typeDetails.specialType = special
      return type
    }
    // No reference declares it: a definition without members, so that signatures still have it.
    let symbol = makeSymbol(.namedType, name, in: system)
    let details = NamedTypeDetails()
    details.specialType = special
    details.isPlaceholder = true
    details.membersState = .done
    details.basesState = .done
    symbol.pointer.pointee.details = details
    symbol.pointer.pointee.accessibility = .public
    symbol.pointer.pointee.flags = .fromMetadata
    switch special {
    case .object, .string, .array, .enum, .valueType, .delegate, .multicastDelegate: details.typeKind = .class
    default: details.typeKind = .struct
    }
    if special == .nullable {
      let parameter = makeSymbol(.typeParameter, names.name("T"), in: symbol)
      parameter.pointer.pointee.flags = .structConstraint
      parameter.pointer.pointee.type = typeParameterType(parameter)
      symbol.pointer.pointee.typeParameters = [parameter]
      symbol.pointer.pointee.arity = 1
      details.allTypeParameters = [parameter]
    }
    let type = namedType(symbol, details.allTypeParameters.map(\.type))
    symbol.pointer.pointee.type = type
    system.namespaceDetails.types[name, default: []].append(symbol)
    if special != .object {
      details.base = specialType(
        special == .enum || details.typeKind == .struct
          ? .valueType : special == .multicastDelegate ? .delegate : .object)
    }
    return type
  }
}

/// A file as one context sees it.
struct SourceFile {
  var declarations: FileDeclarations
  let assembly: Int
  /// The symbol of each declaration; members' ones once their type's members were asked for.
  var symbols: [Symbol?]
  /// Name lookup scopes by declaration (compilation unit, namespaces, types).
  var scopes: [Int32: DeclarationScope] = [:]

  init(declarations: FileDeclarations, assembly: Int) {
    self.declarations = declarations
    self.assembly = assembly
    symbols = Array(repeating: nil, count: declarations.declarations.count)
  }

  /// Another text with the same declarations.
  mutating func replace(_ other: FileDeclarations) {
    declarations = other
    scopes = [:]
  }
}

struct SourceAssembly {
  let options: CompilationOptions
  var friends: Set<String> = []
  /// Simple names of the assembly's attributes, as written.
  var attributes: Set<String> = []
  /// The imports of `global using` directives and of the options.
  var globalImports: Imports?
}

/// Names that the binder asks for by itself.
struct WellKnownNames {
  let system: Name
  let constructor: Name
  let staticConstructor: Name
  let finalize: Name
  let invoke: Name
  let indexer: Name
  let item: Name
  let value: Name
  let field: Name
  let getAwaiter: Name
  let isCompleted: Name
  let getResult: Name
  let getEnumerator: Name
  let getAsyncEnumerator: Name
  let moveNext: Name
  let moveNextAsync: Name
  let current: Name
  let dispose: Name
  let disposeAsync: Name
  let deconstruct: Name
  let add: Name
  let length: Name
  let count: Name
  let slice: Name
  let `var`: Name
  let dynamic: Name
  let nint: Name
  let nuint: Name
  let notnull: Name
  let unmanaged: Name
  let underscore: Name
  let nameof: Name
  let opImplicit: Name
  let opExplicit: Name
  let opTrue: Name
  let opFalse: Name
  let global: Name

  init(_ names: inout NameTable) {
    system = names.name("System")
    constructor = names.name(".ctor")
    staticConstructor = names.name(".cctor")
    finalize = names.name("Finalize")
    invoke = names.name("Invoke")
    indexer = names.name("this[]")
    item = names.name("Item")
    value = names.name("value")
    field = names.name("field")
    getAwaiter = names.name("GetAwaiter")
    isCompleted = names.name("IsCompleted")
    getResult = names.name("GetResult")
    getEnumerator = names.name("GetEnumerator")
    getAsyncEnumerator = names.name("GetAsyncEnumerator")
    moveNext = names.name("MoveNext")
    moveNextAsync = names.name("MoveNextAsync")
    current = names.name("Current")
    dispose = names.name("Dispose")
    disposeAsync = names.name("DisposeAsync")
    deconstruct = names.name("Deconstruct")
    add = names.name("Add")
    length = names.name("Length")
    count = names.name("Count")
    slice = names.name("Slice")
    `var` = names.name("var")
    dynamic = names.name("dynamic")
    nint = names.name("nint")
    nuint = names.name("nuint")
    notnull = names.name("notnull")
    unmanaged = names.name("unmanaged")
    underscore = names.name("_")
    nameof = names.name("nameof")
    opImplicit = names.name("op_Implicit")
    opExplicit = names.name("op_Explicit")
    opTrue = names.name("op_True")
    opFalse = names.name("op_False")
    global = names.name("global")
  }
}
