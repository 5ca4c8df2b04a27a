/// How symbols and types are written.
extension BindingContext {
  func qualifiedName(of symbol: Symbol) -> String {
    if symbol.kind == .namedType {
      if let known = symbol.typeDetails.qualifiedName { return known }
      let made = makeQualifiedName(symbol)
      symbol.typeDetails.qualifiedName = made
      return made
    }
    return makeQualifiedName(symbol)
  }

  private func makeQualifiedName(_ symbol: Symbol) -> String {
    var parts = [symbol.name]
    var current = symbol.pointer.pointee.containing
    while let container = current, container.kind == .namespace || container.kind == .namedType {
      if !container.pointer.pointee.name.isEmpty { parts.append(container.name) }
      current = container.pointer.pointee.containing
    }
    return parts.reversed().joined(separator: ".")
  }

  func minimalDisplayName(of symbol: Symbol) -> String {
    var name = symbol.name
    if symbol.isConstructor { name = symbol.containingType?.name ?? name }
    guard symbol.kind != .local, symbol.kind != .parameter, symbol.kind != .namedType, symbol.kind != .namespace,
      symbol.methodKind != .localFunction, let type = symbol.containingType, !symbol.isConstructor
    else { return name }
    return type.name + "." + name
  }

  // MARK: Types

  func displayString(of type: TypeSymbol) -> String {
    var writer = TypeWriter(context: self, isQualified: true)
    writer.write(type)
    return writer.result
  }

  func minimalDisplayString(of type: TypeSymbol) -> String {
    var writer = TypeWriter(context: self, isQualified: false)
    writer.write(type)
    return writer.result
  }

  // MARK: Documentation-comment ids

  func documentationCommentID(of symbol: Symbol) -> String {
    let definition = symbol.originalDefinition
    var writer = DocumentationIDWriter(context: self)
    switch definition.kind {
    case .namespace: return "N:" + qualifiedName(of: definition)
    case .namedType:
      if let known = definition.typeDetails.documentationID { return known }
      writer.result = "T:"
      writer.writeDefinition(definition)
      definition.typeDetails.documentationID = writer.result
      return writer.result
    case .typeParameter: return "TP:" + definition.name
    case .method:
      if definition.pointer.pointee.methodKind == .localFunction { return "L:" + definition.name }
      if definition.pointer.pointee.methodKind == .anonymousFunction { return "" }
      writer.result = "M:"
      writer.writeMember(definition)
    case .property:
      writer.result = "P:"
      writer.writeMember(definition)
    case .field:
      writer.result = "F:"
      writer.writeMember(definition)
    case .event:
      writer.result = "E:"
      writer.writeMember(definition)
    case .parameter, .local, .rangeVariable, .label, .discard: return "L:" + definition.name
    case .alias: return definition.name
    }
    return writer.result
  }
}

private struct TypeWriter {
  let context: BindingContext
  let isQualified: Bool
  var result = ""
  var depth = 0

  init(context: BindingContext, isQualified: Bool) {
    self.context = context
    self.isQualified = isQualified
  }

  mutating func write(_ type: TypeSymbol) {
    depth += 1
    defer { depth -= 1 }
    guard depth < 60 else {
      result += "…"
      return
    }
    let data = type.pointer.pointee
    switch data.kind {
    case .array:
      var element = type
      var ranks = ""
      while element.kind == .array, let inner = element.pointer.pointee.arguments.first {
        ranks += "[" + String(repeating: ",", count: max(0, element.rank - 1)) + "]"
        element = inner
      }
      write(element)
      result += ranks
    case .pointer:
      if let element = data.arguments.first { write(element) }
      result += "*"
    case .functionPointer:
      result += "delegate*<"
      writeList(data.arguments)
      result += ">"
    case .tuple:
      result += "("
      for (index, element) in data.arguments.enumerated() {
        if index > 0 { result += ", " }
        write(element)
        if index < data.elementNames.count, !data.elementNames[index].isEmpty {
          result += " " + context.text(data.elementNames[index])
        }
      }
      result += ")"
    case .anonymous:
      result += "<anonymous type: "
      for (index, element) in data.arguments.enumerated() {
        if index > 0 { result += ", " }
        write(element)
        result += " " + context.text(data.elementNames[index])
      }
      result += ">"
    case .dynamic: result += "dynamic"
    case .typeParameter: result += type.name
    case .error:
      result += isQualified ? context.text(data.elementNames.first ?? data.name) : context.text(data.name)
      if data.name.isEmpty { result += "?" }
      if !data.arguments.isEmpty {
        result += "<"
        writeList(data.arguments)
        result += ">"
      }
    default:
      if data.specialType == .nullable, let element = data.arguments.first, data.arguments.count == 1 {
        write(element)
        result += "?"
        return
      }
      if let keyword = data.specialType.keyword {
        result += keyword
        return
      }
      guard let definition = data.definition else { return }
      writeNamed(definition, data.arguments)
    }
  }

  private mutating func writeList(_ types: [TypeSymbol]) {
    for (index, type) in types.enumerated() {
      if index > 0 { result += ", " }
      write(type)
    }
  }

  private mutating func writeNamed(_ definition: Symbol, _ arguments: [TypeSymbol]) {
    var arguments = arguments[...]
    let own = arguments.suffix(definition.arity)
    arguments = arguments.dropLast(min(definition.arity, arguments.count))
    if let container = definition.pointer.pointee.containing {
      if container.kind == .namedType {
        writeNamed(container, Array(arguments))
        result += "."
      } else if isQualified, container.kind == .namespace, !container.isGlobalNamespace {
        result += context.qualifiedName(of: container) + "."
      }
    }
    result += definition.name
    if !own.isEmpty {
      result += "<"
      writeList(Array(own))
      result += ">"
    }
  }
}

private struct DocumentationIDWriter {
  let context: BindingContext
  var result = ""
  var depth = 0

  init(context: BindingContext) { self.context = context }

  mutating func writeDefinition(_ symbol: Symbol) {
    if let container = symbol.pointer.pointee.containing {
      if container.kind == .namedType {
        writeDefinition(container)
        result += "."
      } else if container.kind == .namespace, !container.isGlobalNamespace {
        result += context.qualifiedName(of: container) + "."
      }
    }
    result += symbol.name
    if symbol.arity > 0 { result += "`" + String(symbol.arity) }
  }

  mutating func writeMember(_ symbol: Symbol) {
    context.complete(symbol)
    if let type = symbol.containingType {
      writeDefinition(type)
      result += "."
    }
    switch symbol.name {
    case ".ctor": result += "#ctor"
    case ".cctor": result += "#cctor"
    case "this[]": result += context.indexerNames[symbol].map { context.text($0) } ?? "Item"
    default:
      let name = symbol.name
      if symbol.isExplicitInterfaceImplementation || name.contains("<") || name.contains(".") {
        for character in name {
          switch character {
          case ".": result += "#"
          case "<": result += "{"
          case ">": result += "}"
          case ",": result += "@"
          case " ": break
          default: result.append(character)
          }
        }
      } else {
        result += name
      }
    }
    if symbol.kind == .method, symbol.arity > 0 { result += "``" + String(symbol.arity) }
    let parameters = symbol.pointer.pointee.parameters
    if !parameters.isEmpty {
      result += "("
      for (index, parameter) in parameters.enumerated() {
        if index > 0 { result += "," }
        context.complete(parameter)
        write(parameter.pointer.pointee.type ?? context.unknownType)
        if parameter.pointer.pointee.refKind != .none { result += "@" }
      }
      result += ")"
    }
    if symbol.kind == .method, symbol.pointer.pointee.methodKind == .conversion {
      result += "~"
      write(symbol.type)
    }
  }

  mutating func write(_ type: TypeSymbol) {
    depth += 1
    defer { depth -= 1 }
    guard depth < 60 else { return }
    let data = type.pointer.pointee
    switch data.kind {
    case .array:
      if let element = data.arguments.first { write(element) }
      if data.rank <= 1 {
        result += "[]"
      } else {
        result += "[" + Array(repeating: "0:", count: Int(data.rank)).joined(separator: ",") + "]"
      }
    case .pointer:
      if let element = data.arguments.first { write(element) }
      result += "*"
    case .dynamic: result += "System.Object"
    case .tuple:
      writeTuple(data.arguments[...])
    case .typeParameter:
      guard let parameter = data.definition else { return }
      result += parameter.pointer.pointee.containing?.kind == .method ? "``" : "`"
      result += String(parameter.pointer.pointee.ordinal)
    case .functionPointer, .anonymous: break
    case .error:
      result += context.text(data.elementNames.first ?? data.name)
      writeArguments(data.arguments[...])
    default:
      guard let definition = data.definition else { return }
      writeNamed(definition, data.arguments[...])
    }
  }

  private mutating func writeTuple(_ elements: ArraySlice<TypeSymbol>) {
    result += "System.ValueTuple{"
    for (index, element) in elements.prefix(7).enumerated() {
      if index > 0 { result += "," }
      write(element)
    }
    if elements.count > 7 {
      result += ","
      writeTuple(elements.dropFirst(7))
    }
    result += "}"
  }

  private mutating func writeArguments(_ arguments: ArraySlice<TypeSymbol>) {
    guard !arguments.isEmpty else { return }
    result += "{"
    for (index, argument) in arguments.enumerated() {
      if index > 0 { result += "," }
      write(argument)
    }
    result += "}"
  }

  private mutating func writeNamed(_ definition: Symbol, _ arguments: ArraySlice<TypeSymbol>) {
    let own = arguments.suffix(definition.arity)
    if let container = definition.pointer.pointee.containing {
      if container.kind == .namedType {
        writeNamed(container, arguments.dropLast(min(definition.arity, arguments.count)))
        result += "."
      } else if container.kind == .namespace, !container.isGlobalNamespace {
        result += context.qualifiedName(of: container) + "."
      }
    }
    result += definition.name
    writeArguments(own)
  }
}
