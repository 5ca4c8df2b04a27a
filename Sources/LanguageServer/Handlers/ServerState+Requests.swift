import ConcurrencyRules
import JSONRPC
import LanguageServerProtocol
import Workspace

/// Requests of the client, and the notification that takes one back.
extension ServerState {
  func receiveRequest(_ id: RequestID, _ method: String, _ params: JSONValue?) {
    traceReceived(method, id: id, params)
    func refuse(_ error: ResponseError) { emit(.response(id: id, result: .failure(error))) }
    switch phase {
    case .uninitialized where method != Method.initialize:
      refuse(ResponseError(.serverNotInitialized, "'initialize' must come first."))
      return
    case .shutDown, .ended:
      refuse(ResponseError(.invalidRequest, "The server is shutting down."))
      return
    default: break
    }
    let pending = PendingRequest(method: method, flag: CancellationFlag(), startedAt: environment.now())
    guard requests.begin(id, pending) else {
      refuse(ResponseError(.invalidRequest, "A request with the id \(id) has no response yet."))
      return
    }
    do {
      try dispatch(id, method, params ?? .null)
    } catch {
      respond(id, .failure(ResponseError(.invalidParams, error.description)))
    }
  }

  private func dispatch(_ id: RequestID, _ method: String, _ params: JSONValue) throws(DecodingFailure) {
    switch method {
    case Method.initialize: try initialize(id, params)
    case Method.shutdown: shutDown(id)
    case Method.diagnostic:
      let params = try DocumentDiagnosticParams(json: params)
      let key = params.textDocument.uri.key
      supersedeDiagnosticRequests(for: key)
      start(id, .diagnostics(previousResultID: params.previousResultID), key)
    case Method.codeAction:
      let params = try CodeActionParams(json: params)
      guard capabilities.codeActionLiterals, isAnalyzed(params.textDocument.uri.key) else {
        // Actions that are commands would have the server start edits behind the user's typing.
        respond(id, .success([]))
        return
      }
      start(id, .codeActions(params), params.textDocument.uri.key)
    case Method.resolveCodeAction:
      guard let deferred = DeferredFixAll(params["data"]) else {
        respond(id, .success(params))
        return
      }
      guard let document = documents[deferred.uri.key], document.isCSharp, document.version == deferred.version else {
        respond(id, .failure(ResponseError(.contentModified, "The document has changed since the action was offered.")))
        return
      }
      start(id, .resolve(params, deferred), document.key)
    case Method.hover:
      let params = try TextDocumentPositionParams(json: params)
      guard isAnalyzed(params.textDocument.uri.key) else {
        respond(id, .success(.null))
        return
      }
      start(id, .hover(params.position), params.textDocument.uri.key)
    case Method.executeCommand:
      try executeCommand(id, params)
    default:
      log.debug("unknown request \(method)")
      respond(id, .failure(ResponseError(.methodNotFound, "There is no method '\(method)'.")))
    }
  }

  private func isAnalyzed(_ key: DocumentKey) -> Bool { documents[key]?.isCSharp ?? false }

  /// Gives a request the analysis of the document as it is at this moment.
  private func start(_ id: RequestID, _ purpose: AnalysisRun.Purpose, _ key: DocumentKey) {
    if let document = documents[key], !document.isCSharp {
      answerForUnknown(id, purpose)
      return
    }
    flush()
    let view = RequestView(
      snapshot: host.snapshot(), rendering: rendering,
      stamp: AnalysisStamp(generation: generationCounter, epoch: epoch))
    if let outcome = documents[key]?.outcome, outcome.stamp == stamp(of: key) {
      answer(id, purpose, key, outcome, view)
      return
    }
    let run = run(key, priority: suspects.contains(key) ? .background : .interactive)
    runs[run]?.waiting.append((id, purpose, view))
  }

  /// A document that we have nothing to say about.
  private func answerForUnknown(_ id: RequestID, _ purpose: AnalysisRun.Purpose) {
    switch purpose {
    case .diagnostics(let previous): respond(id, .success(report([], generation: 0, previous: previous).json))
    case .codeActions: respond(id, .success([]))
    case .hover, .resolve: respond(id, .success(.null))
    }
  }

  // MARK: Answers

  func answer(
    _ id: RequestID, _ purpose: AnalysisRun.Purpose, _ key: DocumentKey, _ outcome: AnalysisOutcome, _ view: RequestView
  ) {
    guard let pending = requests[id] else { return }
    switch purpose {
    case .diagnostics(let previous):
      let report = report(outcome.diagnostics, generation: outcome.stamp.generation, previous: previous)
      respond(id, .success(report.json))
    case .hover(let position):
      let format: MarkupKind = capabilities.hoverFormats.contains(MarkupKind.markdown.rawValue) ? .markdown : .plainText
      let hover = HoverBuilder(outcome: outcome, documentation: documentation, format: format).hover(at: position)
      respond(id, .success(hover?.json ?? .null))
    case .codeActions(let params):
      let builder = codeActionBuilder(key, outcome, view, pending.flag)
      submit(id) {
        guard let actions = builder.actions(for: params) else { return .success([]) }
        return .success(.array(actions.map(\.json)))
      }
    case .resolve(let action, let deferred):
      let builder = codeActionBuilder(key, outcome, view, pending.flag)
      submit(id) {
        guard let edit = builder.edit(for: deferred.choice, in: deferred.scope), var object = action.objectValue else {
          return .failure(ResponseError(.contentModified, "Nothing is left that the action would repair."))
        }
        object.set("edit", edit.json)
        return .success(.object(object))
      }
    }
  }

  /// A document that could not be analysed.
  func answer(_ id: RequestID, _ purpose: AnalysisRun.Purpose, _ key: DocumentKey, failureOf run: AnalysisRun) {
    if run.stamp.generation == 0, case .diagnostics = purpose {
      // A file that is neither open nor there has no findings.
      answerForUnknown(id, purpose)
      return
    }
    respond(id, .failure(ResponseError(.internalError, "\(key) could not be analysed.")))
  }

  private func codeActionBuilder(
    _ key: DocumentKey, _ outcome: AnalysisOutcome, _ view: RequestView, _ flag: CancellationFlag
  ) -> CodeActionBuilder {
    CodeActionBuilder(
      document: key, outcome: outcome, view: view,
      support: CodeActionClientSupport(
        isPreferred: capabilities.codeActionIsPreferred,
        resolvesEdit: capabilities.codeActionResolvesEdit && capabilities.codeActionData,
        documentChanges: capabilities.documentChanges, createsFiles: capabilities.createsFiles,
        changeAnnotations: capabilities.changeAnnotations),
      flag: flag)
  }

  private func submit(_ request: RequestID, _ work: @escaping @Sendable () -> Result<JSONValue, ResponseError>) {
    jobCounter &+= 1
    requestJobs[jobCounter] = request
    executor.submit(Job(id: jobCounter, priority: .interactive, document: nil) { .response(work()) })
  }

  private func report(_ diagnostics: [Diagnostic], generation: UInt64, previous: String?) -> DocumentDiagnosticReport {
    let resultID = resultID(diagnostics, generation: generation)
    return previous == resultID ? .unchanged(resultID: resultID) : .full(resultID: resultID, items: diagnostics)
  }

  /// Names a set of diagnostics of one text. The text counts too: clients move diagnostics about while the user types,
  /// and an equal set for another text must be sent again to set them right.
  private func resultID(_ diagnostics: [Diagnostic], generation: UInt64) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in JSONValue.array(diagnostics.map(\.json)).serialized() {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return String(generation, radix: 16) + "-" + String(hash, radix: 16)
  }

  /// A newer pull of a changed document makes older ones pointless: their answers would be replaced at once.
  private func supersedeDiagnosticRequests(for key: DocumentKey) {
    let generation = documents[key]?.generation ?? 0
    for (_, run) in runs where run.document == key && run.stamp.generation != generation {
      for waiter in run.waiting {
        guard case .diagnostics = waiter.purpose else { continue }
        serverCancel(waiter.id)
      }
    }
  }

  /// Gives up a pull. The client need not ask again.
  private func serverCancel(_ id: RequestID) {
    leaveRun(id)
    let data = DiagnosticServerCancellationData(retriggerRequest: false)
    respond(id, .failure(ResponseError(.serverCancelled, "A newer request took its place.", data: data.json)))
  }

  // MARK: Cancelling

  /// `$/cancelRequest`: answers at once; the late result is dropped.
  func cancel(_ id: RequestID) {
    guard let pending = requests[id] else { return }
    pending.flag.cancel()
    leaveRun(id)
    barriers.removeAll { $0 == id }
    respond(id, .failure(ResponseError(.requestCancelled, "The request was cancelled.")))
  }

  /// At `shutdown`: what is under way is given up, but not left without an answer.
  func abandonRequests(except survivor: RequestID) {
    for id in requests.ids where id != survivor {
      guard let pending = requests[id] else { continue }
      pending.flag.cancel()
      leaveRun(id)
      if pending.method == Method.diagnostic {
        let data = DiagnosticServerCancellationData(retriggerRequest: false)
        respond(id, .failure(ResponseError(.serverCancelled, "The server is shutting down.", data: data.json)))
      } else {
        respond(id, .failure(ResponseError(.requestFailed, "The server is shutting down.")))
      }
    }
    barriers = []
  }
}
