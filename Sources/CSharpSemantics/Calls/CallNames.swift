/// Gives functions names that are the same in every snapshot of a solution, each made once.
final class CallNames {
  private let context: BindingContext
  private var known: [Key: String] = [:]

  private struct Key: Hashable {
    let symbol: Symbol
    let role: Role
  }

  /// Which of a member's functions is meant.
  enum Role: UInt8 {
    case whole
    case get
    case set
    case add
    case remove
    case initializer
  }

  init(context: BindingContext) { self.context = context }

  /// The name of a member's function, which is the same for all constructions of it. An accessor goes by its property.
  func name(of symbol: Symbol, _ role: Role = .whole) -> String {
    var definition = symbol.originalDefinition
    var role = role
    if role == .whole, definition.kind == .method, let property = definition.associatedSymbol?.originalDefinition,
      property.kind == .property || property.kind == .event
    {
      switch definition.methodKind {
      case .propertyGet: role = .get
      case .propertySet: role = .set
      case .eventAdd: role = .add
      case .eventRemove: role = .remove
      default: break
      }
      definition = property
    }
    let key = Key(symbol: definition, role: role)
    if let made = known[key] { return made }
    var text = assembly(of: definition) + "|" + definition.documentationCommentID
    switch role {
    case .whole: break
    case .get: text += "|get"
    case .set: text += "|set"
    case .add: text += "|add"
    case .remove: text += "|remove"
    case .initializer: text += "|init"
    }
    known[key] = text
    return text
  }

  /// The name of the project that declares a symbol; empty for referenced assemblies, whose ids are unique enough.
  private func assembly(of symbol: Symbol) -> String {
    var file = symbol.pointer.pointee.file
    var current = symbol.pointer.pointee.containing
    while file < 0, let owner = current {
      file = owner.pointer.pointee.file
      if file < 0, owner.kind == .namedType { file = owner.typeDetails.parts.first?.file ?? -1 }
      current = owner.pointer.pointee.containing
    }
    if file < 0, symbol.kind == .namedType { file = symbol.typeDetails.parts.first?.file ?? -1 }
    guard file >= 0, Int(file) < context.files.count else { return "" }
    return context.assemblies[context.files[Int(file)].assembly].options.assemblyName
  }
}
