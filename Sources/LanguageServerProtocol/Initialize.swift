import JSONRPC

package struct ClientInfo: Hashable, Sendable, JSONDecodable {
  package let name: String
  package let version: String?

  package init(json: JSONValue) throws(DecodingFailure) {
    name = try json.required("name")
    version = json.optional("version")
  }
}

package struct InitializeParams: Sendable, JSONDecodable {
  package let processID: Int64?
  package let clientInfo: ClientInfo?
  package let capabilities: ClientCapabilities
  package let initializationOptions: JSONValue?
  package let trace: TraceValue
  /// From `workspaceFolders`, else `rootUri`, else `rootPath`.
  package let folders: [DocumentURI]

  package init(json: JSONValue) throws(DecodingFailure) {
    guard json.objectValue != nil || json.arrayValue?.isEmpty == true else {
      throw DecodingFailure(path: "", expected: "an object")
    }
    processID = json.optional("processId")
    clientInfo = json.optional("clientInfo")
    capabilities = ClientCapabilities(json: json["capabilities"] ?? .null)
    initializationOptions = json.optional("initializationOptions")
    trace = (json.optional("trace") as String?).flatMap(TraceValue.init) ?? .off
    if let values = json["workspaceFolders"]?.arrayValue, !values.isEmpty {
      folders = values.compactMap { (folder: JSONValue) -> DocumentURI? in folder.optional("uri") }
    } else if let root = (json.optional("rootUri") ?? json.optional("rootPath")) as String?, !root.isEmpty {
      folders = [DocumentURI(root)]
    } else {
      folders = []
    }
  }
}

/// What of a diagnostic a client understands.
package struct DiagnosticClientSupport: Hashable, Sendable {
  package var relatedInformation = false
  package var tags: Set<DiagnosticTag> = []
  package var version = false
  package var codeDescription = false
  package var data = false

  package init() {}

  init(json: JSONValue) {
    relatedInformation = json.flag("relatedInformation")
    // A client of protocol 3.14 says `true`, which did not name the tags yet.
    let values = json["tagSupport"]?["valueSet"]?.arrayValue ?? []
    tags = Set(values.compactMap { $0.integerValue.flatMap(DiagnosticTag.init) })
    version = json.flag("versionSupport")
    codeDescription = json.flag("codeDescriptionSupport")
    data = json.flag("dataSupport")
  }

  /// What is declared in either place: until 3.18 a pulling client said what it understands where it takes pushes.
  func union(_ other: DiagnosticClientSupport) -> DiagnosticClientSupport {
    var result = self
    result.relatedInformation = relatedInformation || other.relatedInformation
    result.tags = tags.union(other.tags)
    result.version = version || other.version
    result.codeDescription = codeDescription || other.codeDescription
    result.data = data || other.data
    return result
  }
}

/// The part of a client's capabilities that changes what we do. Whatever is missing, `null` or of another type
/// counts as not declared.
package struct ClientCapabilities: Hashable, Sendable {
  /// In the client's order; empty where it sends none.
  package var positionEncodings: [String] = []

  package var diagnostics = DiagnosticClientSupport()
  package var pullsDiagnostics = false
  package var registersPullDiagnostics = false
  package var refreshesDiagnostics = false

  package var codeActionLiterals = false
  package var codeActionIsPreferred = false
  package var codeActionData = false
  package var codeActionResolvesEdit = false
  package var documentChanges = false
  package var createsFiles = false
  package var changeAnnotations = false

  /// Best first; empty where the client declares none.
  package var hoverFormats: [String] = []

  package var configuration = false
  package var registersConfiguration = false
  package var registersWatchedFiles = false
  package var relativePatterns = false
  package var workspaceFolders = false
  package var workDoneProgress = false

  package init() {}

  package init(json: JSONValue) {
    let workspace = json["workspace"] ?? .null
    let textDocument = json["textDocument"] ?? .null

    positionEncodings = (json["general"]?["positionEncodings"]?.arrayValue ?? []).compactMap(\.stringValue)

    let published = DiagnosticClientSupport(json: textDocument["publishDiagnostics"] ?? .null)
    pullsDiagnostics = textDocument.declares("diagnostic")
    let pulled = DiagnosticClientSupport(json: textDocument["diagnostic"] ?? .null)
    diagnostics = pullsDiagnostics ? published.union(pulled) : published
    registersPullDiagnostics = pullsDiagnostics && (textDocument["diagnostic"]?.flag("dynamicRegistration") ?? false)
    refreshesDiagnostics =
      workspace["diagnostics"]?.flag("refreshSupport") ?? workspace["diagnostic"]?.flag("refreshSupport") ?? false

    let codeAction = textDocument["codeAction"] ?? .null
    codeActionLiterals = codeAction.declares("codeActionLiteralSupport")
    codeActionIsPreferred = codeAction.flag("isPreferredSupport")
    codeActionData = codeAction.flag("dataSupport")
    codeActionResolvesEdit =
      (codeAction["resolveSupport"]?["properties"]?.arrayValue ?? []).contains(.string("edit"))
    let edit = workspace["workspaceEdit"] ?? .null
    documentChanges = edit.flag("documentChanges")
    createsFiles = (edit["resourceOperations"]?.arrayValue ?? []).contains("create")
    changeAnnotations = edit.declares("changeAnnotationSupport")

    hoverFormats = (textDocument["hover"]?["contentFormat"]?.arrayValue ?? []).compactMap(\.stringValue)

    configuration = workspace.flag("configuration")
    registersConfiguration = workspace["didChangeConfiguration"]?.flag("dynamicRegistration") ?? false
    registersWatchedFiles = workspace["didChangeWatchedFiles"]?.flag("dynamicRegistration") ?? false
    relativePatterns = workspace["didChangeWatchedFiles"]?.flag("relativePatternSupport") ?? false
    workspaceFolders = workspace.flag("workspaceFolders")
    workDoneProgress = json["window"]?.flag("workDoneProgress") ?? false
  }
}

/// What the server offers.
package struct ServerCapabilities: Hashable, Sendable, JSONEncodable {
  package var positionEncoding: PositionEncodingKind?
  package var codeActions: CodeActionOptions?
  package var commands: [String] = []
  package var diagnostics: DiagnosticOptions?
  package var workspaceFolders = false

  package init() {}

  package var json: JSONValue {
    var object = JSONObject()
    object.append("positionEncoding", ifPresent: positionEncoding.map { .string($0.rawValue) })
    object.append("textDocumentSync", ["openClose": true, "change": 2, "save": ["includeText": false]])
    object.append("hoverProvider", true)
    object.append("codeActionProvider", codeActions?.json ?? true)
    object.append("executeCommandProvider", ["commands": .array(commands.map(JSONValue.string))])
    object.append("diagnosticProvider", ifPresent: diagnostics?.json)
    if workspaceFolders {
      object.append("workspace", ["workspaceFolders": ["supported": true, "changeNotifications": true]])
    }
    return .object(object)
  }
}

package struct CodeActionOptions: Hashable, Sendable, JSONEncodable {
  package let kinds: [String]
  package let resolveProvider: Bool

  package init(kinds: [String], resolveProvider: Bool) {
    self.kinds = kinds
    self.resolveProvider = resolveProvider
  }

  package var json: JSONValue {
    ["codeActionKinds": .array(kinds.map(JSONValue.string)), "resolveProvider": .bool(resolveProvider)]
  }
}

package struct DiagnosticOptions: Hashable, Sendable, JSONEncodable {
  package let identifier: String
  package let interFileDependencies: Bool
  package let workspaceDiagnostics: Bool

  package init(identifier: String, interFileDependencies: Bool, workspaceDiagnostics: Bool) {
    self.identifier = identifier
    self.interFileDependencies = interFileDependencies
    self.workspaceDiagnostics = workspaceDiagnostics
  }

  package var json: JSONValue {
    [
      "identifier": .string(identifier), "interFileDependencies": .bool(interFileDependencies),
      "workspaceDiagnostics": .bool(workspaceDiagnostics),
    ]
  }
}

package struct InitializeResult: Sendable, JSONEncodable {
  package let capabilities: ServerCapabilities
  package let name: String
  package let version: String

  package init(capabilities: ServerCapabilities, name: String, version: String) {
    self.capabilities = capabilities
    self.name = name
    self.version = version
  }

  package var json: JSONValue {
    ["capabilities": capabilities.json, "serverInfo": ["name": .string(name), "version": .string(version)]]
  }
}
