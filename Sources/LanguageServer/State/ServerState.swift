import ConcurrencyRules
import JSONRPC
import LanguageServerProtocol
import Workspace

/// Everything that changes while the server runs. Created and used on the main loop only: other threads get immutable
/// snapshots and post events.
///
/// Fed by ``handle(_:)`` and ``fireDeadlines()``; what goes out goes through `send`, and work for other threads through
/// `executor`. So a test can drive it by hand, one event at a time.
package final class ServerState {
  enum Phase: Equatable {
    case uninitialized
    case running
    /// After `shutdown`.
    case shutDown
    case ended(code: Int32)
  }

  /// Timers of the loop.
  enum Timer: Hashable {
    case analysis(DocumentKey)
    case fileChanges
    case refresh
    case progress
    case clientProcess
    case watchdog
  }

  let host: any AnalysisHost
  let documentation: any RuleDocumentationProvider
  let options: ServerOptions
  let environment: ServerEnvironment
  let executor: any WorkExecutor
  let send: (OutgoingMessage) -> Void
  var log: Log { environment.log }

  // Set by `initialize`, unchanged afterwards.
  var phase = Phase.uninitialized
  var capabilities = ClientCapabilities()
  var encoding = PositionEncodingKind.utf16
  var clientProcessIDs: [Int64] = []
  let startedAt: ContinuousClock.Instant

  /// Whether `initialized` came; no request may be sent before.
  var isClientReady = false
  var trace = TraceValue.off
  var folders: [DocumentURI] = []
  var watchersAreRegistered = false

  // Settings: the options of `initialize` over the defaults, and over both what the client was asked for last.
  var initialSettings: Settings
  var settings: Settings
  var lastSection: JSONValue?

  var documents: [DocumentKey: OpenDocument] = [:]
  /// Grows with every change of any document, so that a number is never used twice.
  var generationCounter: UInt64 = 0
  /// Grows with everything that reaches all documents.
  var epoch: UInt64 = 0
  var changedFiles: Set<String> = []
  /// What is shown on files that are no sources, by file.
  var publishedRemarks: [DocumentKey: [Diagnostic]] = [:]
  /// Remarks that the log and the user were told of.
  var announcedNotes: Set<WorkspaceNote> = []
  /// Configuration files that the client does not watch for us, as they were when last looked at.
  var stamps: [String: FileStamp?] = [:]

  var deadlines = DeadlineHeap<Timer>()
  var jobCounter: JobID = 0
  /// Analyses that were submitted and have not come back.
  var runs: [JobID: AnalysisRun] = [:]
  /// The newest run of each document, as long as it is wanted.
  var currentRuns: [DocumentKey: JobID] = [:]
  /// Other work that has not come back, by the request that waits for it.
  var requestJobs: [JobID: RequestID] = [:]

  var requests = RequestRegistry<PendingRequest>()
  var clientRequests = RequestRegistry<ClientRequest>()
  /// Requests that are answered once nothing is left to do.
  var barriers: [RequestID] = []
  var progress = ProgressState.idle
  var progressCounter: UInt64 = 0
  var suspects: Set<DocumentKey>

  // For the debug dump.
  var publishCount: UInt64 = 0
  var droppedResultCount: UInt64 = 0
  var recentProblems: [String] = []

  package init(
    host: any AnalysisHost, documentation: any RuleDocumentationProvider, options: ServerOptions,
    environment: ServerEnvironment, executor: any WorkExecutor, send: @escaping (OutgoingMessage) -> Void
  ) {
    self.host = host
    self.documentation = documentation
    self.options = options
    self.environment = environment
    self.executor = executor
    self.send = send
    initialSettings = options.settings
    settings = options.settings
    suspects = environment.suspects
    startedAt = environment.now()
    if let id = options.clientProcessID { watchProcess(id) }
  }

  /// The process's exit code once the server is to end.
  package var exitCode: Int32? {
    guard case .ended(let code) = phase else { return nil }
    return code
  }

  /// A request of the client that has no response yet.
  struct PendingRequest {
    let method: String
    let flag: CancellationFlag
    let startedAt: ContinuousClock.Instant
  }

  /// A request of ours that has no response yet.
  enum ClientRequest {
    case configuration
    case registration
    case refresh
    case progress(token: String)
  }

  // MARK: Events

  package func handle(_ event: Event) {
    if exitCode != nil { return }
    switch event {
    case .message(.request(let id, let method, let params)):
      receiveRequest(id, method, params)
    case .message(.notification(let method, let params)):
      receiveNotification(method, params)
    case .message(.response(let id, let result)):
      receiveResponse(id, result)
    case .malformed(let malformed):
      note(.warning, "unreadable message: \(malformed.error.message)")
      emit(.response(id: malformed.id, result: .failure(malformed.error)))
    case .skipped(let byteCount):
      note(.warning, byteCount > 0 ? "passed over \(byteCount) bytes between messages" : "the input ends in a message")
    case .streamFailed(let reason):
      note(.error, "the input can't be read any further: \(reason)")
      end(code: 1)
    case .inputClosed:
      log.info("the input was closed")
      end(code: phase == .shutDown ? 0 : 1)
    case .outputClosed:
      log.info("the output was closed")
      end(code: phase == .shutDown ? 0 : 1)
    case .finished(let job, .analysis(let outcome)):
      finishAnalysis(job, outcome)
    case .finished(let job, .response(let result)):
      if let id = requestJobs.removeValue(forKey: job) { respond(id, result) }
    }
    settle()
  }

  /// The time of the earliest timer.
  package var nextDeadline: ContinuousClock.Instant? { deadlines.next() }

  /// Does what is due.
  package func fireDeadlines() {
    let now = environment.now()
    while exitCode == nil, let timer = deadlines.popDue(now) {
      switch timer {
      case .analysis(let key): publishDiagnostics(of: key)
      case .fileChanges: flush()
      case .refresh: refreshDiagnostics()
      case .progress: beginProgress()
      case .clientProcess: lookAfterClient()
      case .watchdog: lookAfterRuns()
      }
    }
    if exitCode == nil { settle() }
  }

  /// After each step: reports progress, and answers those who wait for the end of all work.
  private func settle() {
    updateProgress()
    guard !barriers.isEmpty, isIdle else { return }
    let waiting = barriers
    barriers = []
    for id in waiting { respond(id, .success(debugDump())) }
  }

  /// Whether nothing more will happen unless somebody sends something.
  var isIdle: Bool {
    guard runs.isEmpty, requestJobs.isEmpty, changedFiles.isEmpty else { return false }
    return !deadlines.names.contains { timer in
      switch timer {
      case .analysis, .fileChanges, .refresh: return true
      case .progress, .clientProcess, .watchdog: return false
      }
    }
  }

  // MARK: Messages out

  /// Every message leaves here.
  func emit(_ message: OutgoingMessage) {
    send(message)
    traceSent(message)
  }

  func notify(_ method: String, _ params: JSONValue) {
    emit(.notification(method: method, params: params))
  }

  /// Sends a request of our own.
  func request(_ method: String, _ params: JSONValue?, _ kind: ClientRequest) {
    let id = clientRequests.begin(kind)
    emit(.request(id: id, method: method, params: params))
  }

  /// Answers a request, unless it was answered already: a late result of a cancelled one is dropped here.
  func respond(_ id: RequestID, _ result: Result<JSONValue, ResponseError>) {
    guard requests.complete(id) != nil else {
      droppedResultCount &+= 1
      return
    }
    emit(.response(id: id, result: result))
  }

  /// Logs a fault and keeps it for the debug dump.
  func note(_ level: LogLevel, _ message: String) {
    switch level {
    case .error: log.error(message)
    case .warning: log.warning(message)
    case .info: log.info(message)
    case .debug: log.debug(message)
    }
    recentProblems.append(message)
    if recentProblems.count > 20 { recentProblems.removeFirst() }
  }

  func showMessage(_ type: MessageType, _ message: String) {
    notify(Method.showMessage, ShowMessageParams(type: type, message: message).json)
  }

  func end(code: Int32) {
    guard exitCode == nil else { return }
    for run in runs.values { run.flag.cancel() }
    phase = .ended(code: code)
  }

  func nextGeneration() -> UInt64 {
    generationCounter &+= 1
    return generationCounter
  }
}
