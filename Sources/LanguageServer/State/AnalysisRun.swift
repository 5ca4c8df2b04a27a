import JSONRPC
import LanguageServerProtocol
import Workspace

/// One analysis that is under way, and who waits for it.
struct AnalysisRun {
  /// What a request wants to do with the result.
  enum Purpose {
    case diagnostics(previousResultID: String?)
    case codeActions(CodeActionParams)
    case resolve(JSONValue, DeferredFixAll)
    case hover(Position)
  }

  let document: DocumentKey
  let stamp: AnalysisStamp
  let flag: CancellationFlag
  let startedAt: ContinuousClock.Instant
  /// Whether the diagnostics are to be published.
  var isForPublishing: Bool
  var isInBackground: Bool
  var waiting: [(id: RequestID, purpose: Purpose, view: RequestView)] = []
  /// Whether the log was told that it takes long.
  var isReported = false
}
