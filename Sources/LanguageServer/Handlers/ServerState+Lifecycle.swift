import JSONRPC
import LanguageServerProtocol

/// From `initialize` to `exit`.
extension ServerState {
  func initialize(_ id: RequestID, _ json: JSONValue) throws(DecodingFailure) {
    guard phase == .uninitialized else {
      respond(id, .failure(ResponseError(.invalidRequest, "'initialize' may be sent once.")))
      return
    }
    let params = try InitializeParams(json: json)
    capabilities = params.capabilities
    trace = params.trace
    let client = params.clientInfo.map { [$0.name, $0.version].compactMap { $0 }.joined(separator: " ") }
    log.info("awaitwise \(options.version) serves \(oneLine(client ?? "a client without a name"))")

    var offered = ServerCapabilities()
    // The client lists its encodings with the most wanted first. Not answering means UTF-16.
    if let chosen = capabilities.positionEncodings.lazy.compactMap(PositionEncodingKind.init).first {
      encoding = chosen
      offered.positionEncoding = chosen
    }
    if capabilities.codeActionLiterals {
      offered.codeActions = CodeActionOptions(
        kinds: CodeActionBuilder.kinds.map(\.rawValue),
        resolveProvider: capabilities.codeActionResolvesEdit && capabilities.codeActionData)
    }
    offered.commands = [ServerState.debugDumpCommand, ServerState.waitUntilIdleCommand]
    if capabilities.pullsDiagnostics, !capabilities.registersPullDiagnostics {
      offered.diagnostics = ServerState.diagnosticOptions
    }
    offered.workspaceFolders = true
    phase = .running
    respond(
      id,
      .success(InitializeResult(capabilities: offered, name: "awaitwise", version: options.version).json))

    if let processID = params.processID { watchProcess(processID) }
    takeInitialSettings(params.initializationOptions)
    folders = params.folders
    applyFolders()
    log.info(
      "positions in \(encoding.rawValue), diagnostics \(capabilities.pullsDiagnostics ? "pulled" : "pushed"), "
        + "folders: \(folders.map(\.string))")
  }

  static let diagnosticOptions = DiagnosticOptions(
    identifier: "awaitwise", interFileDependencies: true, workspaceDiagnostics: false)

  func initialized() {
    guard !isClientReady else { return }
    isClientReady = true
    var registrations: [Registration] = []
    if capabilities.registersPullDiagnostics {
      var options = JSONObject()
      options.append("documentSelector", [["language": "csharp"], ["pattern": "**/*.{cs,csx}"]])
      for member in ServerState.diagnosticOptions.json.objectValue?.members ?? [] {
        options.append(member.key, member.value)
      }
      registrations.append(
        Registration(id: "awaitwise-diagnostics", method: Method.diagnostic, options: .object(options)))
    }
    if capabilities.registersConfiguration {
      registrations.append(
        Registration(
          id: "awaitwise-configuration", method: Method.didChangeConfiguration, options: ["section": "awaitwise"]))
    }
    if capabilities.registersWatchedFiles {
      registrations.append(watcherRegistration())
      watchersAreRegistered = true
    }
    if !registrations.isEmpty {
      request(Method.registerCapability, RegistrationParams(registrations: registrations).json, .registration)
    }
    pullConfiguration()
  }

  func shutDown(_ id: RequestID) {
    phase = .shutDown
    abandonRequests(except: id)
    for run in runs.values { run.flag.cancel() }
    for name in Array(deadlines.names) where name != .clientProcess { deadlines.cancel(name) }
    endProgress()
    respond(id, .success(.null))
  }

  func exit() {
    end(code: phase == .shutDown ? 0 : 1)
  }

  // MARK: The client's process

  private static let processPollInterval = Duration.seconds(3)

  /// Ends the server when a process ends: the input's end tells that too, but not where another process holds it open.
  func watchProcess(_ id: Int64) {
    guard id > 0 else { return }
    clientProcessIDs.append(id)
    deadlines.schedule(.clientProcess, at: environment.now() + ServerState.processPollInterval)
  }

  func lookAfterClient() {
    if let dead = clientProcessIDs.first(where: { !environment.isProcessAlive($0) }) {
      log.info("the client's process \(dead) is gone")
      end(code: phase == .shutDown ? 0 : 1)
      return
    }
    deadlines.schedule(.clientProcess, at: environment.now() + ServerState.processPollInterval)
  }
}

/// A text from outside made fit for one line of the log.
func oneLine(_ text: String) -> String {
  String(text.map { $0.isNewline ? " " : $0 }.prefix(200))
}
