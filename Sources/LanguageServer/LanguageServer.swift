import JSONRPC
import Workspace

/// Serves one client until it goes.
///
/// One thread reads, one writes, some analyse; the calling thread is the main loop, which alone owns the server's
/// state and makes sure that everything happens in the order in which it was asked for. The calling thread may have a
/// small stack: the host's calls run on a thread of this function's own.
///
/// - Parameters:
///   - input: a descriptor to read messages from.
///   - output: a descriptor to write them to. Standard output is set aside for messages alone: whatever else is printed
///     in the process goes to standard error from here on.
/// - Returns: the process's exit code: 0 after `shutdown`, otherwise 1.
package func runLanguageServer(
  input: Int32, output: Int32, host: sending any AnalysisHost, documentation: any RuleDocumentationProvider,
  options: ServerOptions
) -> Int32 {
  Platform.ignoreBrokenPipes()
  let output = output == Platform.standardOutput ? Platform.reserve(output) : output
  let result = Monitor<Int32?>(nil)
  let handover = Monitor<HostBox>(HostBox(host))
  let hasStarted = Thread.start(stackSize: Thread.largeStack) {
    let code = runLoop(
      input: input, output: output, host: handover.withLock(\.host), documentation: documentation, options: options)
    result.withLock { $0 = code }
    result.wakeAll()
  }
  guard hasStarted else { return 1 }
  return result.wait { $0 }
}

/// Carries the host to the thread that owns it from then on.
private struct HostBox: @unchecked Sendable {
  let host: any AnalysisHost
  init(_ host: any AnalysisHost) { self.host = host }
}

private func runLoop(
  input: Int32, output: Int32, host: any AnalysisHost, documentation: any RuleDocumentationProvider,
  options: ServerOptions
) -> Int32 {
  let log = Log.standardError(options.logLevel)
  var environment = ServerEnvironment(log: log)
  let workerCount = max(2, options.workerCount ?? Platform.processorCount)
  let cache = options.cacheDirectory ?? CrashNote.defaultDirectory
  for document in CrashNote.takeLeftBehind(inDirectory: cache) {
    log.error("an earlier server died while it analysed \(document); this one leaves it for last")
    environment.suspects.insert(document)
  }
  let crashNote = CrashNote.create(inDirectory: cache, slotCount: workerCount)
  defer { crashNote?.remove() }
  let recorder = options.recording.flatMap { recording -> SessionRecorder? in
    let recorder = SessionRecorder(recording)
    if recorder == nil { log.error("the file to record to can't be written") }
    return recorder
  }

  let inbox = Inbox()
  let outbox = Outbox()
  let pool = WorkerPool(workerCount: workerCount, inbox: inbox, crashNote: crashNote)
  guard
    Thread.start(stackSize: Thread.smallStack, { readMessages(from: input, into: inbox) }),
    Thread.start(stackSize: Thread.smallStack, { outbox.write(to: output, inbox: inbox) })
  else {
    log.error("the system gives no threads")
    return 1
  }
  let state = ServerState(
    host: host, documentation: documentation, options: options, environment: environment, executor: pool,
    send: { message in
      recorder?.record(message)
      outbox.post(message)
    })

  while state.exitCode == nil {
    let events = inbox.take(until: state.nextDeadline)
    for event in events {
      recorder?.record(event)
      state.handle(event)
      if state.exitCode != nil { break }
    }
    // Timers wait until what arrived is dealt with: a burst of changes then costs one analysis. A client that never
    // pauses can't put them off for good, as each round of the loop comes by here.
    state.fireDeadlines()
  }
  let code = state.exitCode ?? 1
  recorder?.finish(code: code)
  pool.close()
  outbox.close(until: ContinuousClock.now + .seconds(2))
  log.info("ends with \(code)")
  return code
}
