import LanguageServerProtocol

/// How far the showing of progress has come. It is begun only for work that lasts, and only after the client has
/// agreed to the token.
enum ProgressState: Equatable {
  case idle
  /// Work is under way; if it lasts, progress is shown.
  case waiting
  /// The client was asked.
  case creating(token: String)
  case shown(token: String, total: Int, percentage: UInt32)
  /// The client does not want it; until the work is done nothing more is tried.
  case refused
}

/// Work-done progress for analyses in the background.
extension ServerState {
  private static let delay = Duration.seconds(1)

  private var backgroundWork: Int {
    runs.values.count { $0.isInBackground }
  }

  /// Called after each event.
  func updateProgress() {
    guard capabilities.workDoneProgress, isClientReady, phase == .running else { return }
    let left = backgroundWork
    switch progress {
    case .idle where left > 0:
      progress = .waiting
      deadlines.schedule(.progress, at: environment.now() + ServerState.delay)
    case .waiting where left == 0:
      progress = .idle
      deadlines.cancel(.progress)
    case .shown where left == 0:
      endProgress()
    case .shown(let token, let total, let percentage):
      let total = max(total, left)
      let done = UInt32(clamping: (total - left) * 100 / max(1, total))
      guard done > percentage else { return }
      progress = .shown(token: token, total: total, percentage: done)
      report(token, .report(message: nil, percentage: done))
    case .refused where left == 0:
      progress = .idle
    case .idle, .waiting, .creating, .refused:
      break
    }
  }

  /// The work has lasted long enough to be shown.
  func beginProgress() {
    guard progress == .waiting, backgroundWork > 0 else { return }
    progressCounter &+= 1
    let token = "awaitwise-\(progressCounter)"
    progress = .creating(token: token)
    request(
      Method.createWorkDoneProgress, WorkDoneProgressCreateParams(token: token).json, .progress(token: token))
  }

  func progressWasCreated(_ token: String) {
    guard progress == .creating(token: token) else { return }
    let left = backgroundWork
    guard left > 0 else {
      // A token that was created and never used does no harm.
      progress = .idle
      return
    }
    progress = .shown(token: token, total: left, percentage: 0)
    report(token, .begin(title: "Awaitwise: analyzing", cancellable: true, message: nil, percentage: 0))
  }

  func progressWasRefused(_ token: String) {
    if progress == .creating(token: token) { progress = .refused }
  }

  /// The user has enough of it: the work is dropped. The next change of a document analyses it again.
  func cancelProgress(_ params: WorkDoneProgressCancelParams) {
    guard case .shown(let token, _, _) = progress, token == params.token else { return }
    for (id, run) in runs where run.isInBackground && run.waiting.isEmpty {
      runs[id]?.isForPublishing = false
      run.flag.cancel()
      if currentRuns[run.document] == id { currentRuns[run.document] = nil }
    }
    endProgress()
    progress = .refused
  }

  func endProgress() {
    if case .shown(let token, _, _) = progress { report(token, .end) }
    progress = .idle
  }

  private func report(_ token: String, _ value: ProgressParams.Value) {
    notify(Method.progress, ProgressParams(token: token, value: value).json)
  }
}
