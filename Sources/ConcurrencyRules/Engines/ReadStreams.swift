import CSharpSemantics
import CSharpSyntax

/// Tells streams and archives that are only read: at their end nothing is written.
struct ReadStreams {
  let model: SemanticModel

  private static let calls: Set<String> = [
    "OpenRead", "OpenReadAsync", "ReadAsStream", "ReadAsStreamAsync", "GetStreamAsync", "OpenReadStream",
    "CreateReadStream", "GetResponseStream", "GetResponseStreamAsync",
  ]
  private static let modes = [
    "FileAccess.Read", "CompressionMode.Decompress", "CryptoStreamMode.Read", "ZipArchiveMode.Read",
  ]
  private static let archive = "System.IO.Compression.ZipArchive"

  /// - Parameters:
  ///   - value: where the resource comes from.
  ///   - variable: the local that holds it.
  func isReader(_ type: TypeSymbol, madeBy value: SyntaxNode?, heldBy variable: Symbol?, at node: SyntaxNode) -> Bool {
    if let value, isOpenedForReading(value) { return true }
    guard let variable, type.isOrDerives(from: "System.IO.Stream") || type.qualifiedName == ReadStreams.archive else {
      return false
    }
    return isOnlyRead(variable, near: node)
  }

  // MARK: How it is made

  private func isOpenedForReading(_ value: SyntaxNode) -> Bool {
    let branches = valueBranches(of: value).filter { $0.kind != .nullLiteralExpression }
    return !branches.isEmpty && branches.allSatisfy(makesReader)
  }

  private func makesReader(_ value: SyntaxNode) -> Bool {
    switch value.kind {
    case .awaitExpression: return isOpenedForReading(value.requiredNode(1))
    case .invocationExpression:
      guard let name = invokedName(of: value) else { return false }
      if name == "ConfigureAwait", case let source = value.withoutConfigureAwait, source != value {
        return isOpenedForReading(source)
      }
      if ReadStreams.calls.contains(name) { return true }
      return name == "Open" && hasReadingMode(value.requiredNode(1))
    case .conditionalAccessExpression: return makesReader(value.requiredNode(2))
    case .objectCreationExpression, .implicitObjectCreationExpression: return createsReader(value)
    default: return false
    }
  }

  private func createsReader(_ creation: SyntaxNode) -> Bool {
    guard let list = creation.optionalNode(creation.kind == .objectCreationExpression ? 2 : 1) else { return false }
    if hasReadingMode(list) { return true }
    // An archive is read unless somebody says something else.
    return list.nodeList(1).count == 1 && model.type(of: creation).type?.qualifiedName == ReadStreams.archive
  }

  /// `FileAccess.Read` and the like, also in `new FileStreamOptions { Access = … }`.
  private func hasReadingMode(_ arguments: SyntaxNode) -> Bool {
    arguments.nodeList(1).contains { argument in
      let value = argument.requiredNode(2).withoutParentheses
      if ReadStreams.isReadingMode(value) { return true }
      guard value.kind == .objectCreationExpression || value.kind == .implicitObjectCreationExpression,
        let initializer = value.childNodes.last(where: { $0.kind == .objectInitializerExpression })
      else { return false }
      return initializer.nodeList(1).contains {
        $0.kind == .simpleAssignmentExpression && ReadStreams.isReadingMode($0.requiredNode(2))
      }
    }
  }

  private static func isReadingMode(_ value: SyntaxNode) -> Bool {
    let text = value.text
    return modes.contains { text == $0 || text.hasSuffix("." + $0) }
  }

  // MARK: How it is used

  private static let readingMembers: Set<String> = [
    "Read", "ReadAsync", "ReadByte", "ReadExactly", "ReadExactlyAsync", "ReadAtLeast", "ReadAtLeastAsync", "BeginRead",
    "EndRead", "CopyTo", "CopyToAsync", "Seek", "Position", "Length", "CanRead", "CanSeek", "CanWrite", "ReadTimeout",
    "Name", "Entries", "GetEntry", "ExtractToDirectory", "ExtractToDirectoryAsync", "Dispose", "Close",
  ]

  /// Whether a local is used, and for nothing but to read from it.
  private func isOnlyRead(_ variable: Symbol, near node: SyntaxNode) -> Bool {
    guard let body = FunctionSyntax.nearest(to: node)?.body else { return false }
    var isRead = false
    var isOnlyRead = true
    body.walk { use in
      guard isOnlyRead, use.kind == .identifierName, use.identifierText == variable.name,
        model.symbol(of: use).symbol == variable
      else { return isOnlyRead }
      switch role(of: use) {
      case .reads: isRead = true
      case .nothing: break
      case .other: isOnlyRead = false
      }
      return true
    }
    return isRead && isOnlyRead
  }

  private enum Role {
    case reads
    case nothing
    case other
  }

  private func role(of use: SyntaxNode) -> Role {
    let value = use.outermostEquivalent
    guard let parent = value.parent else { return .other }
    switch parent.kind {
    case .usingStatement, .isPatternExpression, .equalsExpression, .notEqualsExpression: return .nothing
    case .simpleMemberAccessExpression:
      guard parent.requiredNode(0) == value, ReadStreams.readingMembers.contains(parent.requiredNode(2).text) else {
        return .other
      }
      return ["Dispose", "Close"].contains(parent.requiredNode(2).text) ? .nothing : .reads
    case .conditionalAccessExpression: return .nothing
    case .argument:
      guard let call = parent.parent?.parent else { return .other }
      return reads(call) ? .reads : .other
    default: return .other
    }
  }

  /// Types that read what they are made over.
  private static let readers: Set<String> = [
    "System.IO.StreamReader", "System.IO.BinaryReader", "System.Net.Http.StreamContent",
  ]

  /// Whether a call or creation reads the stream that it is given.
  private func reads(_ call: SyntaxNode) -> Bool {
    switch call.kind {
    case .objectCreationExpression, .implicitObjectCreationExpression:
      if createsReader(call) { return true }
      return (model.type(of: call).type?.qualifiedName).map(ReadStreams.readers.contains) ?? false
    case .invocationExpression:
      guard let method = model.symbol(of: call).symbol, let type = method.containingType?.qualifiedName else {
        return false
      }
      switch type {
      case "System.Text.Json.JsonSerializer", "System.Xml.Serialization.XmlSerializer":
        return method.name.hasPrefix("Deserialize")
      case "System.Text.Json.JsonDocument", "System.Text.Json.Nodes.JsonNode": return method.name.hasPrefix("Parse")
      case "System.Xml.XmlReader": return method.name == "Create"
      case "System.Xml.Linq.XDocument", "System.Xml.Linq.XElement", "System.Xml.XmlDocument":
        return method.name.hasPrefix("Load")
      default:
        return type.hasPrefix("System.Security.Cryptography.")
          && (method.name.hasPrefix("HashData") || method.name.hasPrefix("ComputeHash"))
      }
    default: return false
    }
  }
}
