import JSONRPC
import LanguageServerProtocol
import Workspace

/// Scheduling analyses, and what becomes of their results.
extension ServerState {
  var rendering: RenderingContext {
    RenderingContext(
      encoding: encoding, support: capabilities.diagnostics, documentation: documentation,
      openDocuments: documents.mapValues { OpenDocumentReference(uri: $0.uri, version: $0.version) })
  }

  /// Tells the host what it does not know yet. Called before each snapshot, so that a snapshot holds exactly the
  /// changes that arrived before; and not at each change, so that a burst of them costs one update.
  func flush() {
    deadlines.cancel(.fileChanges)
    if !changedFiles.isEmpty {
      let paths = changedFiles.sorted()
      // Mistakes that are left after a change are worth another word.
      announcedNotes = announcedNotes.filter { !changedFiles.contains($0.file) }
      changedFiles = []
      react(to: timed("filesChanged") { host.filesChanged(paths) }, changed: nil)
    }
    for document in documents.values.sorted(by: { $0.key < $1.key }) where document.isCSharp {
      guard document.hostGeneration != document.generation else { continue }
      let known = document.hostGeneration
      document.hostGeneration = document.generation
      let impact = timed("setDocument") { host.setDocument(document.key, bytes: document.bytes) }
      if impact == .nothing, let outcome = document.outcome, outcome.stamp.generation == known,
        outcome.converter.bytes == document.bytes
      {
        // The change was taken back: what was found before still holds.
        document.outcome = outcome.restamped(AnalysisStamp(generation: document.generation, epoch: outcome.stamp.epoch))
      }
      react(to: impact, changed: document.key)
    }
  }

  /// Follows a change to all documents that it reaches: of declarations to those that can see them, else to all.
  ///
  /// - Parameter changed: the document that was changed, if it is one; it is analysed on its own account.
  func react(to impact: ChangeImpact, changed: DocumentKey?) {
    guard impact == .everything else { return }
    epoch &+= 1
    let reached = documents.values.filter { document in
      guard document.isCSharp, document.key != changed else { return false }
      return changed.map { host.sees(document.key, declarationsOf: $0) } ?? true
    }
    for document in reached { document.epoch = epoch }
    if capabilities.pullsDiagnostics {
      // Clients pull for documents too that they don't hold open.
      scheduleRefresh()
      return
    }
    for document in reached {
      retireRun(of: document.key)
      scheduleAnalysis(of: document)
    }
  }

  /// The host's calls run on the loop; one that takes long holds up everything and is worth a line.
  private func timed<Value>(_ name: String, _ body: () -> Value) -> Value {
    let start = environment.now()
    let value = body()
    let duration = environment.now() - start
    if duration > .milliseconds(50) { note(.info, "\(name) took \(duration.milliseconds) ms on the main loop") }
    return value
  }

  func stamp(of key: DocumentKey) -> AnalysisStamp {
    AnalysisStamp(generation: documents[key]?.generation ?? 0, epoch: documents[key]?.epoch ?? epoch)
  }

  // MARK: Pushing

  /// Sets the time at which a document's diagnostics are published anew: a little after the last change, but not long
  /// after the first.
  func scheduleAnalysis(of document: OpenDocument) {
    guard !capabilities.pullsDiagnostics, document.isCSharp else { return }
    let now = environment.now()
    let first = document.firstUnservedChange ?? now
    document.firstUnservedChange = first
    let deadline = min(now + settings.debounce, first + settings.debounceCeiling)
    deadlines.schedule(.analysis(document.key), at: deadline)
  }

  /// Has a document's diagnostics published as soon as possible.
  func analyzeSoon(_ document: OpenDocument) {
    guard !capabilities.pullsDiagnostics, document.isCSharp else { return }
    let now = environment.now()
    document.firstUnservedChange = document.firstUnservedChange ?? now
    deadlines.schedule(.analysis(document.key), at: now)
  }

  /// Publishes what is known, or starts the analysis that will tell.
  func publishDiagnostics(of key: DocumentKey) {
    guard let document = documents[key], document.isCSharp, !capabilities.pullsDiagnostics else { return }
    let isEdited = document.hostGeneration != document.generation
    if suspects.contains(key), document.postponements < 50, hasOtherWork(than: key) {
      // The server died of this one before: everything else first.
      document.postponements += 1
      deadlines.schedule(.analysis(key), at: environment.now() + .milliseconds(100))
      return
    }
    flush()
    document.firstUnservedChange = nil
    deadlines.cancel(.analysis(key))
    if let outcome = document.outcome, outcome.stamp == stamp(of: key) {
      publish(outcome, document)
      return
    }
    let id = run(key, priority: isEdited ? .interactive : .background)
    runs[id]?.isForPublishing = true
  }

  private func hasOtherWork(than key: DocumentKey) -> Bool {
    runs.values.contains { $0.document != key }
      || deadlines.names.contains { name in
        guard case .analysis(let other) = name else { return false }
        return other != key && !suspects.contains(other)
      }
  }

  private func publish(_ outcome: AnalysisOutcome, _ document: OpenDocument) {
    guard document.published != outcome.diagnostics else { return }
    document.published = outcome.diagnostics
    sendDiagnostics(outcome.diagnostics, document.uri, version: document.version)
  }

  func sendDiagnostics(_ diagnostics: [Diagnostic], _ uri: DocumentURI, version: Int32?) {
    publishCount &+= 1
    let version = capabilities.diagnostics.version ? version : nil
    notify(
      Method.publishDiagnostics,
      PublishDiagnosticsParams(uri: uri, version: version, diagnostics: diagnostics).json)
  }

  // MARK: Pulling

  /// Asks the client to pull again, once things have calmed down.
  func scheduleRefresh() {
    guard capabilities.pullsDiagnostics, capabilities.refreshesDiagnostics else { return }
    deadlines.schedule(.refresh, at: environment.now() + settings.refreshDebounce)
  }

  func refreshDiagnostics() {
    guard isClientReady, phase == .running else { return }
    request(Method.refreshDiagnostics, nil, .refresh)
  }

  // MARK: Runs

  /// The run that analyses a document as it is now: one that is under way, or a new one. ``flush()`` came before.
  func run(_ key: DocumentKey, priority: JobPriority) -> JobID {
    let stamp = stamp(of: key)
    if let id = currentRuns[key], let run = runs[id], run.stamp == stamp, !run.flag.isCancelled {
      if priority == .interactive, run.isInBackground {
        runs[id]?.isInBackground = false
        executor.promote(id)
      }
      return id
    }
    retireRun(of: key)
    jobCounter &+= 1
    let id = jobCounter
    let flag = CancellationFlag()
    let snapshot = host.snapshot()
    let context = rendering
    runs[id] = AnalysisRun(
      document: key, stamp: stamp, flag: flag, startedAt: environment.now(), isForPublishing: false,
      isInBackground: priority == .background)
    currentRuns[key] = id
    documents[key]?.analysisCount &+= 1
    if deadlines.deadline(of: .watchdog) == nil {
      deadlines.schedule(.watchdog, at: environment.now() + .seconds(1))
    }
    executor.submit(
      Job(id: id, priority: priority, document: key) {
        if flag.isCancelled { return .analysis(nil) }
        return .analysis(analyze(key, stamp: stamp, snapshot: snapshot, context: context, flag: flag))
      })
    return id
  }

  /// Takes the interest from a document's run because it is out of date. Requests that wait still get its result:
  /// it is right for what they saw.
  func retireRun(of key: DocumentKey) {
    guard let id = currentRuns.removeValue(forKey: key) else { return }
    runs[id]?.isForPublishing = false
    if runs[id]?.waiting.isEmpty == true { runs[id]?.flag.cancel() }
  }

  /// Stops waiting for a run's result.
  func leaveRun(_ request: RequestID) {
    for (id, run) in runs {
      guard let index = run.waiting.firstIndex(where: { $0.id == request }) else { continue }
      runs[id]?.waiting.remove(at: index)
      if let run = runs[id], run.waiting.isEmpty, !run.isForPublishing {
        run.flag.cancel()
        if currentRuns[run.document] == id { currentRuns[run.document] = nil }
      }
      return
    }
  }

  func finishAnalysis(_ id: JobID, _ outcome: AnalysisOutcome?) {
    guard let run = runs.removeValue(forKey: id) else { return }
    if currentRuns[run.document] == id { currentRuns[run.document] = nil }
    guard let outcome else {
      if !run.flag.isCancelled { note(.error, "\(run.document) could not be analysed") }
      for waiter in run.waiting { answer(waiter.id, waiter.purpose, run.document, failureOf: run) }
      return
    }
    for complaint in outcome.complaints { note(.error, "a finding was dropped: \(complaint)") }
    if let document = documents[run.document], run.stamp == stamp(of: run.document) {
      suspects.remove(run.document)
      document.outcome = outcome
      if run.isForPublishing { publish(outcome, document) }
      publishRemarks()
    } else if run.waiting.isEmpty {
      droppedResultCount &+= 1
    }
    for waiter in run.waiting { answer(waiter.id, waiter.purpose, run.document, outcome, waiter.view) }
  }

  /// Names runs that take long, each once.
  func lookAfterRuns() {
    let now = environment.now()
    for (id, run) in runs where !run.isReported && now - run.startedAt > .seconds(5) {
      runs[id]?.isReported = true
      note(.warning, "the analysis of \(run.document) has not ended after \((now - run.startedAt).milliseconds) ms")
    }
    if !runs.isEmpty { deadlines.schedule(.watchdog, at: now + .seconds(1)) }
  }
}

extension AnalysisOutcome {
  func restamped(_ stamp: AnalysisStamp) -> AnalysisOutcome {
    AnalysisOutcome(
      analysis: analysis, converter: converter, diagnostics: diagnostics, stamp: stamp, remarks: remarks,
      complaints: complaints)
  }
}

extension Duration {
  var milliseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds.multipliedReportingOverflow(by: 1000).partialValue &+ attoseconds / 1_000_000_000_000_000
  }
}
