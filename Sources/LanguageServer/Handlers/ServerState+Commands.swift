import JSONRPC
import LanguageServerProtocol

/// `workspace/executeCommand`.
extension ServerState {
  /// Answers with the server's state.
  static let debugDumpCommand = "awaitwise.debugDump"
  /// Answers likewise, but only once nothing is left to do: tests wait for that, and not for some time to pass.
  static let waitUntilIdleCommand = "awaitwise.waitUntilIdle"

  func executeCommand(_ id: RequestID, _ json: JSONValue) throws(DecodingFailure) {
    let params = try ExecuteCommandParams(json: json)
    switch params.command {
    case ServerState.debugDumpCommand: respond(id, .success(debugDump()))
    case ServerState.waitUntilIdleCommand: barriers.append(id)
    default: respond(id, .failure(ResponseError(.invalidParams, "There is no command '\(params.command)'.")))
    }
  }

  func debugDump() -> JSONValue {
    let now = environment.now()
    let open = documents.values.sorted { $0.uri.string < $1.uri.string }.map { document -> JSONValue in
      [
        "uri": document.uri.json,
        "languageId": .string(document.languageID),
        "analyzed": .bool(document.isCSharp),
        "version": .integer(Int64(document.version)),
        "bytes": .integer(Int64(document.bytes.count)),
        "lines": .integer(Int64(document.lines.lineCount)),
        "isCurrent": .bool(document.outcome?.stamp == stamp(of: document.key)),
        "analyses": .integer(Int64(clamping: document.analysisCount)),
        "findings": .integer(Int64(document.outcome?.analysis.findings.count ?? 0)),
      ]
    }
    return [
      "version": .string(options.version),
      "uptimeMilliseconds": .integer((now - startedAt).milliseconds),
      "positionEncoding": .string(encoding.rawValue),
      "diagnostics": .string(capabilities.pullsDiagnostics ? "pull" : "push"),
      "settings": ["debounceMilliseconds": .integer(Int64(settings.debounceMilliseconds))],
      "folders": .array(folders.map(\.json)),
      "documents": .array(open),
      "runs": .integer(Int64(runs.count)),
      "publishes": .integer(Int64(clamping: publishCount)),
      "droppedResults": .integer(Int64(clamping: droppedResultCount)),
      "recentProblems": .array(recentProblems.map(JSONValue.string)),
    ]
  }
}
