import JSONRPC

package typealias JobID = UInt64

/// Which jobs go first.
package enum JobPriority: Sendable {
  /// Somebody waits for the result.
  case interactive
  case background
}

/// Work for another thread: a function of immutable values.
package struct Job: Sendable {
  package let id: JobID
  package let priority: JobPriority
  /// The document that is analysed, if that is what the job does.
  package let document: String?
  package let work: @Sendable () -> WorkOutput
}

/// What a job gives.
package enum WorkOutput: Sendable {
  /// `nil`: cancelled, or the document can't be read.
  case analysis(AnalysisOutcome?)
  case response(Result<JSONValue, ResponseError>)
}

/// Runs jobs somewhere and posts an event for each once it is done.
package protocol WorkExecutor: AnyObject {
  func submit(_ job: Job)
  /// Lets a job that was not begun yet go first.
  func promote(_ id: JobID)
}

/// Threads that run jobs: interactive ones before background ones, and one thread only interactive ones, so that
/// somebody who waits never waits for a long background job.
final class WorkerPool: WorkExecutor {
  private struct Queues {
    var interactive: [Job] = []
    var background: [Job] = []
    var isClosed = false
  }

  private let queues = Monitor<Queues>(Queues())
  private let workerCount: Int

  init(workerCount: Int, inbox: Inbox, crashNote: CrashNote?) {
    self.workerCount = max(2, workerCount)
    for worker in 0..<self.workerCount {
      let queues = queues
      _ = Thread.start(stackSize: Thread.largeStack) {
        while let job = WorkerPool.next(queues, isInteractiveOnly: worker == 0) {
          if let document = job.document { crashNote?.begin(document, worker: worker) }
          let output = job.work()
          if job.document != nil { crashNote?.end(worker: worker) }
          inbox.post(.finished(job.id, output))
        }
      }
    }
  }

  private static func next(_ queues: Monitor<Queues>, isInteractiveOnly: Bool) -> Job? {
    queues.wait { queues -> Job?? in
      if queues.isClosed { return .some(nil) }
      if !queues.interactive.isEmpty { return queues.interactive.removeFirst() }
      if !isInteractiveOnly, !queues.background.isEmpty { return queues.background.removeFirst() }
      return nil
    }
  }

  func submit(_ job: Job) {
    queues.withLock { queues in
      switch job.priority {
      case .interactive: queues.interactive.append(job)
      case .background: queues.background.append(job)
      }
    }
    queues.wakeAll()
  }

  func promote(_ id: JobID) {
    queues.withLock { queues in
      guard let index = queues.background.firstIndex(where: { $0.id == id }) else { return }
      queues.interactive.append(queues.background.remove(at: index))
    }
    queues.wakeAll()
  }

  /// Lets the threads end after what they are at.
  func close() {
    queues.withLock { $0.isClosed = true }
    queues.wakeAll()
  }
}
