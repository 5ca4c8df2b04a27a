import JSONRPC
import LanguageServerProtocol

/// Notifications and responses of the client.
extension ServerState {
  func receiveNotification(_ method: String, _ params: JSONValue?) {
    traceReceived(method, id: nil, params)
    if method == Method.exit {
      exit()
      return
    }
    // Before `initialize` and after `shutdown` nothing else has an effect.
    guard phase == .running else { return }
    do {
      try dispatch(method, params ?? .null)
    } catch {
      note(.warning, "\(method) was ignored: \(error)")
    }
  }

  private func dispatch(_ method: String, _ params: JSONValue) throws(DecodingFailure) {
    switch method {
    case Method.initialized: initialized()
    case Method.didOpen: open(try DidOpenTextDocumentParams(json: params))
    case Method.didChange: change(try DidChangeTextDocumentParams(json: params))
    case Method.didSave: save(try DidSaveTextDocumentParams(json: params))
    case Method.didClose: close(try DidCloseTextDocumentParams(json: params))
    case Method.didChangeConfiguration: changeConfiguration(DidChangeConfigurationParams(json: params))
    case Method.didChangeWatchedFiles: changeWatchedFiles(try DidChangeWatchedFilesParams(json: params))
    case Method.didChangeWorkspaceFolders: changeFolders(try DidChangeWorkspaceFoldersParams(json: params))
    case Method.cancelRequest: cancel(try CancelParams(json: params).id)
    case Method.setTrace: trace = try SetTraceParams(json: params).value
    case Method.cancelWorkDoneProgress: cancelProgress(try WorkDoneProgressCancelParams(json: params))
    default:
      if !method.hasPrefix("$/") { log.debug("unknown notification \(method)") }
    }
  }

  func receiveResponse(_ id: RequestID?, _ result: Result<JSONValue, ResponseError>) {
    guard let id else {
      // The client could not read a message of ours.
      if case .failure(let error) = result { note(.error, "the client reports: \(oneLine(error.message))") }
      return
    }
    guard let request = clientRequests.complete(id) else {
      note(.warning, "a response to the unknown request \(id)")
      return
    }
    guard phase == .running else { return }
    switch (request, result) {
    case (.configuration, .success(let sections)):
      takeConfiguration(sections.arrayValue?.first ?? .null)
    case (.progress(let token), .success):
      progressWasCreated(token)
    case (.progress(let token), .failure(let error)):
      log.debug("no progress: \(oneLine(error.message))")
      progressWasRefused(token)
    case (_, .failure(let error)):
      note(.warning, "the client refused a request: \(oneLine(error.message))")
    case (.registration, .success), (.refresh, .success):
      break
    }
  }
}
