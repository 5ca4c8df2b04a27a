import JSONRPC
import LanguageServerProtocol

/// `$/logTrace`: tells the client what goes over the wire, if it wants to know.
extension ServerState {
  private static let maximumVerboseLength = 4096

  func traceReceived(_ method: String, id: RequestID?, _ params: JSONValue?) {
    guard trace != .off, phase == .running else { return }
    let what = id.map { "request '\(method)' (\($0))" } ?? "notification '\(method)'"
    logTrace("Received \(what).", params)
  }

  func traceSent(_ message: OutgoingMessage) {
    guard trace != .off, phase == .running else { return }
    switch message {
    case .request(let id, let method, let params):
      logTrace("Sent request '\(method)' (\(id)).", params)
    case .notification(Method.logTrace, _):
      break
    case .notification(let method, let params):
      logTrace("Sent notification '\(method)'.", params)
    case .response(let id, .success(let result)):
      logTrace("Sent response (\(id?.description ?? "null")).", result)
    case .response(let id, .failure(let error)):
      logTrace("Sent error (\(id?.description ?? "null")): \(error.message)", error.json)
    }
  }

  private func logTrace(_ message: String, _ detail: JSONValue?) {
    var verbose: String?
    if trace == .verbose, let detail {
      verbose = String(detail.prettyPrinted().prefix(ServerState.maximumVerboseLength))
    }
    notify(Method.logTrace, LogTraceParams(message: message, verbose: verbose).json)
  }
}
