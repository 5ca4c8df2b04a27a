import JSONRPC
import LanguageServerProtocol
import Testing

@testable import LanguageServer

/// The eight guarantees about order that everything else rests on.
@Suite struct OrderingTests {
  @Test("1: a request sees exactly the edits that arrived before it")
  func requestsSeeTheEditsBeforeThem() throws {
    let session = try Session.ready(Session.pulling)
    session.open("a.cs", "Bad", version: 1)
    let first = session.pull("a.cs")
    session.change("a.cs", "Bad Bad", version: 2)
    session.change("a.cs", "Bad Bad Bad", version: 3)
    let hover = session.hover("a.cs", 0, 8)
    session.change("a.cs", "", version: 4)
    // The analyses run long after the last edit.
    session.settle()
    #expect(describe(try session.result(of: first)["items"]) == "AW101@0:0")
    #expect(try session.result(of: hover)["range"]?["start"]?["character"] == 8)
    let last = session.pull("a.cs")
    session.settle()
    #expect(describe(try session.result(of: last)["items"]) == "")
  }

  @Test("2: the snapshot is taken when a request is dispatched")
  func theSnapshotIsTakenAtDispatch() throws {
    let session = try Session.ready(Session.pulling)
    session.open("a.cs", "Uses")
    session.open("b.cs", "declare")
    let before = session.pull("a.cs")
    session.change("b.cs", "declare declare declare", version: 2)
    let after = session.pull("a.cs")
    session.settle()
    #expect(try session.result(of: before)["items"]?.arrayValue?.first?["message"] == "1 declarations")
    #expect(try session.result(of: after)["items"]?.arrayValue?.first?["message"] == "3 declarations")
  }

  @Test("3: a change waits for no request and no worker")
  func changesWaitForNothing() throws {
    let session = try Session.ready()
    session.open("a.cs", "Bad")
    session.pass()
    let hover = session.hover("a.cs", 0, 0)
    #expect(session.jobs.jobs.count == 1)
    // With all work held up, the state follows each change at once.
    for version in 2...50 {
      session.change("a.cs", "Bad \(version)", version: Int64(version))
      #expect(session.state.documents["/w/a.cs"]?.bytes == Array("Bad \(version)".utf8))
    }
    session.settle()
    #expect(try session.result(of: hover) != .null)
    #expect(session.published() == ["a.cs@50: AW101@0:0"])
  }

  @Test("4: diagnostics leave in the order of versions, and none for a version that is past")
  func publishesFollowVersions() throws {
    let session = try Session.ready()
    session.open("a.cs", "Bad", version: 1)
    session.pass()
    session.change("a.cs", " Bad", version: 2)
    session.pass()
    session.change("a.cs", "  Bad", version: 3)
    session.pass()
    #expect(session.jobs.jobs.count == 3)
    // The newest ends first, then the oldest, then the one between.
    session.finish(job: 2)
    session.finish(job: 0)
    session.finish(job: 0)
    #expect(session.published() == ["a.cs@3: AW101@0:2"])
  }

  @Test("4: a result that was computed before the change but arrives after it is not published")
  func lateResultsAreDropped() throws {
    let session = try Session.ready()
    session.open("a.cs", "Bad", version: 1)
    session.pass()
    let job = session.jobs.take(at: 0)
    let output = job.work()
    session.change("a.cs", "", version: 2)
    session.state.handle(.finished(job.id, output))
    #expect(session.published() == [])
    session.settle()
    #expect(session.published() == ["a.cs@2: "])
  }

  @Test("4: a version whose analysis failed leaves the set before it")
  func failuresPublishNothing() throws {
    let session = try Session.ready()
    session.open("a.cs", "Bad", version: 1)
    session.settle()
    session.change("a.cs", "FAIL", version: 2)
    session.settle()
    session.change("a.cs", "x Bad", version: 3)
    session.settle()
    #expect(session.published() == ["a.cs@1: AW101@0:0", "a.cs@3: AW101@0:2"])
  }

  @Test("5: each request gets one response; a cancelled one at once, and its late result is dropped")
  func oneResponseEach() throws {
    let session = try Session.ready()
    session.open("a.cs", "Bad")
    let hover = session.hover("a.cs", 0, 0)
    session.notify(Method.cancelRequest, ["id": hover.json])
    #expect(try session.error(of: hover)?.code == .requestCancelled)
    session.notify(Method.cancelRequest, ["id": hover.json])
    session.settle()
    session.notify(Method.cancelRequest, ["id": hover.json])
    session.notify(Method.cancelRequest, ["id": "never sent"])
    #expect(session.take().filter { if case .response = $0 { return true } else { return false } }.isEmpty)
  }

  @Test("5: cancelling before, during and after the work")
  func cancellingAtEachMoment() throws {
    let session = try Session.ready()
    session.open("a.cs", "Bad")
    // Its analysis is done and its own job is under way.
    let during = session.codeActions("a.cs")
    session.pass()
    session.finish()
    #expect(session.jobs.jobs.count == 1)
    session.notify(Method.cancelRequest, ["id": during.json])
    #expect(try session.error(of: during)?.code == .requestCancelled)
    session.settle()
    let after = session.codeActions("a.cs")
    session.settle()
    #expect(try session.result(of: after).arrayValue?.isEmpty == false)
    session.notify(Method.cancelRequest, ["id": after.json])
    #expect(session.take().filter { if case .response = $0 { return true } else { return false } }.isEmpty)
  }

  @Test("5: a cancelled request stops the work that nobody else waits for")
  func cancellingStopsTheWork() throws {
    let session = try Session.ready(Session.pulling)
    session.open("a.cs", "Bad")
    let first = session.pull("a.cs")
    let second = session.hover("a.cs", 0, 0)
    #expect(session.jobs.jobs.count == 1)
    session.notify(Method.cancelRequest, ["id": first.json])
    #expect(session.state.runs.values.allSatisfy { !$0.flag.isCancelled })
    session.notify(Method.cancelRequest, ["id": second.json])
    #expect(session.state.runs.values.allSatisfy { $0.flag.isCancelled })
    // A request that comes now is not tied to the work that was stopped.
    let third = session.pull("a.cs")
    session.settle()
    #expect(describe(try session.result(of: third)["items"]) == "AW101@0:0")
  }

  @Test("6: responses may overtake each other")
  func responsesMayOvertake() throws {
    let session = try Session.ready(Session.pulling)
    session.open("a.cs", "Bad")
    session.open("b.cs", "Old")
    let slow = session.pull("a.cs")
    let fast = session.pull("b.cs")
    session.finish(job: 1)
    #expect(describe(try session.result(of: fast)["items"]) == "AW306@0:0")
    session.finish(job: 0)
    #expect(describe(try session.result(of: slow)["items"]) == "AW101@0:0")
  }

  @Test("7: nothing leaves before the response to initialize, and no request before initialized")
  func nothingBeforeTheInitializeResponse() throws {
    let session = Session()
    session.open("early.cs", "Bad")
    session.settle()
    let id = session.request(
      Method.initialize,
      try capturedParameters("vscode-1.139.1-languageclient-11.0.0"))
    guard case .response(let first?, .success) = session.sent.first else {
      Issue.record("\(session.sent)")
      return
    }
    #expect(first == id)
    session.open("a.cs", "Bad")
    session.notify(Method.didChangeConfiguration, ["settings": .null])
    session.settle()
    #expect(!session.take().contains { if case .request = $0 { return true } else { return false } })
    session.notify(Method.initialized, [:])
    #expect(session.requests(Method.registerCapability).count == 1)
  }

  @Test("8: after didClose only the clearing set is published")
  func nothingAfterClose() throws {
    let session = try Session.ready()
    session.open("a.cs", "Bad")
    session.settle()
    #expect(session.published() == ["a.cs@1: AW101@0:0"])
    session.change("a.cs", "Bad Bad", version: 2)
    session.pass()
    let job = session.jobs.take(at: 0)
    session.close("a.cs")
    #expect(session.published() == ["a.cs: "])
    session.state.handle(.finished(job.id, job.work()))
    session.settle()
    #expect(session.take().isEmpty)
  }

  @Test("8: a document that is opened again starts anew")
  func reopening() throws {
    let session = try Session.ready()
    session.open("a.cs", "Bad", version: 5)
    session.pass()
    session.close("a.cs")
    session.open("a.cs", "Old", version: 1)
    session.settle()
    #expect(session.published() == ["a.cs@1: AW306@0:0"])
  }
}
