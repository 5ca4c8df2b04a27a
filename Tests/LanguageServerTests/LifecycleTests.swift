import JSONRPC
import LanguageServerProtocol
import Testing

@testable import LanguageServer

@Suite struct LifecycleTests {
  @Test func nothingIsAnsweredBeforeInitialize() throws {
    let session = Session()
    for method in ["shutdown", "textDocument/hover", "$/unknown", "unknown"] {
      let id = session.request(method, [:])
      #expect(try session.error(of: id)?.code == .serverNotInitialized)
    }
    session.open("a.cs", "Bad")
    session.notify(Method.initialized)
    session.settle()
    #expect(session.take().isEmpty)
    #expect(session.state.documents.isEmpty)
  }

  @Test func exitCodes() throws {
    let early = Session()
    early.notify(Method.exit)
    #expect(early.state.exitCode == 1)

    let impolite = try Session.ready()
    impolite.notify(Method.exit)
    #expect(impolite.state.exitCode == 1)

    let polite = try Session.ready()
    polite.request(Method.shutdown)
    #expect(polite.state.exitCode == nil)
    polite.notify(Method.exit, .null)
    #expect(polite.state.exitCode == 0)

    let cut = try Session.ready()
    cut.state.handle(.inputClosed)
    #expect(cut.state.exitCode == 1)

    let hungUp = try Session.ready()
    hungUp.request(Method.shutdown)
    hungUp.state.handle(.inputClosed)
    #expect(hungUp.state.exitCode == 0)

    let deaf = try Session.ready()
    deaf.state.handle(.outputClosed)
    #expect(deaf.state.exitCode == 1)

    let confused = try Session.ready()
    confused.state.handle(.streamFailed(reason: "mad"))
    #expect(confused.state.exitCode == 1)
  }

  @Test(arguments: [JSONValue?.none, .some(.null), .some([:]), .some([])])
  func shutdownTakesNoParameters(params: JSONValue?) throws {
    let session = try Session.ready()
    let id = session.request(Method.shutdown, params)
    #expect(try session.result(of: id) == .null)
  }

  @Test func afterShutdownRequestsAreInvalidAndNotificationsIgnored() throws {
    let session = try Session.ready()
    session.request(Method.shutdown)
    _ = session.take()
    for method in [Method.shutdown, Method.hover, Method.initialize, "unknown"] {
      let id = session.request(method, [:])
      #expect(try session.error(of: id)?.code == .invalidRequest)
    }
    session.open("a.cs", "Bad")
    session.settle()
    #expect(session.take().isEmpty)
  }

  @Test func initializeMayBeSentOnce() throws {
    let session = try Session.ready()
    let id = session.request(Method.initialize, ["capabilities": [:]])
    #expect(try session.error(of: id)?.code == .invalidRequest)
    // The first one holds.
    session.open("a.cs", "Bad")
    session.settle()
    #expect(session.published() == ["a.cs@1: AW101@0:0"])
  }

  @Test func initializeThatCannotBeReadMayBeTriedAgain() throws {
    let session = Session()
    let bad = session.request(Method.initialize)
    #expect(try session.error(of: bad)?.code == .invalidParams)
    let good = session.request(Method.initialize, [:], id: .integer(0))
    #expect(try session.result(of: good)["serverInfo"] == ["name": "awaitwise", "version": "1.2.3"])
  }

  @Test func unknownMethods() throws {
    let session = try Session.ready()
    for method in ["textDocument/documentSymbol", "$/anything", "x"] {
      let id = session.request(method, [:])
      #expect(try session.error(of: id)?.code == .methodNotFound)
    }
    session.notify("$/anything", [:])
    session.notify("textDocument/willSave", [:])
    #expect(session.take().isEmpty)
    // Nothing that a user would be told.
    #expect(!session.log.contains { $0.contains("documentSymbol") && !$0.hasPrefix("debug") })
  }

  @Test func invalidParameters() throws {
    let session = try Session.ready()
    for method in [Method.hover, Method.codeAction, Method.diagnostic, Method.executeCommand] {
      for params in [JSONValue?.none, .some([]), .some(["textDocument": 3])] {
        let id = session.request(method, params)
        #expect(try session.error(of: id)?.code == .invalidParams)
      }
    }
    for method in [Method.didOpen, Method.didChange, Method.didClose, Method.didSave, Method.cancelRequest] {
      session.notify(method, ["textDocument": []])
    }
    #expect(session.take().isEmpty)
  }

  @Test func idsAreGivenBackAsTheyCame() throws {
    let session = Session()
    session.request(Method.initialize, [:], id: .integer(0))
    session.request("x", id: .string("0"))
    session.request("x", id: .integer(-1))
    session.request("x", id: .string(""))
    let ids = session.take().map { message -> RequestID? in
      if case .response(let id, _) = message { return id }
      return nil
    }
    #expect(ids == [.integer(0), .string("0"), .integer(-1), .string("")])
  }

  @Test func aRequestWithTheIDOfOneThatWaitsIsRefused() throws {
    let session = try Session.ready()
    session.open("a.cs", "Bad")
    let id = session.hover("a.cs", 0, 0)
    session.request(Method.hover, [:], id: id)
    #expect(try session.error(of: id)?.code == .invalidRequest)
    session.settle()
    #expect(try session.result(of: id) != .null)
  }

  @Test func malformedMessagesAreAnswered() throws {
    let session = try Session.ready()
    for text in ["{", "[]", "{\"id\":9}"] {
      do {
        _ = try IncomingMessage(body: Array(text.utf8))
      } catch {
        session.state.handle(.malformed(error))
      }
    }
    let answers = session.take()
    #expect(answers.count == 3)
    guard case .response(nil, .failure(let parse)) = answers[0], case .response(nil, .failure(let batch)) = answers[1],
      case .response(.integer(9), .failure(let request)) = answers[2]
    else {
      Issue.record("\(answers)")
      return
    }
    #expect([parse.code, batch.code, request.code] == [.parseError, .invalidRequest, .invalidRequest])
    #expect(session.state.exitCode == nil)
  }

  @Test func strayResponsesDoNoHarm() throws {
    let session = try Session.ready()
    session.reply(to: .integer(4711))
    session.state.handle(.message(.response(id: nil, result: .failure(ResponseError(.parseError, "what?\nno")))))
    session.state.handle(.skipped(byteCount: 10))
    #expect(session.take().isEmpty)
    #expect(session.log.contains { $0.hasPrefix("error: the client reports: what? no") })
  }

  @Test func theServerEndsWithItsClient() throws {
    let session = try Session.ready()
    session.pass(10_000)
    #expect(session.state.exitCode == nil)
    session.world.deadProcesses = [7]
    session.pass(2_000)
    #expect(session.state.exitCode == nil)
    session.pass(1_000)
    #expect(session.state.exitCode == 1)
  }

  @Test func theCommandLineNamesAProcessToo() throws {
    let session = Session { options, _ in
      options = ServerOptions(languageServerArguments: ["--stdio", "--clientProcessId=99"], version: "x")
    }
    session.world.deadProcesses = [99]
    session.pass(3_000)
    #expect(session.state.exitCode == 1)
  }

  @Test func commandLine() {
    let options = ServerOptions(
      languageServerArguments: [
        "--stdio", "--log-level", "debug", "--unknown", "--record=/tmp/x", "--record-without-texts", "--debounce", "0",
        "--clientProcessId", "12", "--log-level",
      ], version: "x")
    #expect(options.logLevel == .debug)
    #expect(options.clientProcessID == 12)
    #expect(options.settings.debounceMilliseconds == 0)
    guard case .withoutTexts("/tmp/x") = options.recording else {
      Issue.record("\(String(describing: options.recording))")
      return
    }
  }

  @Test func shutdownAnswersWhatIsUnderWay() throws {
    let session = try Session.ready(Session.pulling)
    session.open("a.cs", "Bad")
    let pull = session.pull("a.cs")
    let hover = session.hover("a.cs", 0, 0)
    let barrier = session.request(Method.executeCommand, ["command": "awaitwise.waitUntilIdle"])
    let shutdown = session.request(Method.shutdown)
    let cancelled = try #require(try session.error(of: pull))
    #expect(cancelled.code == .serverCancelled)
    #expect(cancelled.data == ["retriggerRequest": false])
    #expect(try session.error(of: hover)?.code == .requestFailed)
    #expect(try session.error(of: barrier)?.code == .requestFailed)
    #expect(try session.result(of: shutdown) == .null)
    // The late result is dropped.
    session.finish()
    #expect(session.take().isEmpty)
  }

  @Test func anAnalysisThatFailsIsAnInternalError() throws {
    let session = try Session.ready()
    session.open("a.cs", "FAIL")
    let hover = session.hover("a.cs", 0, 0)
    session.settle()
    #expect(try session.error(of: hover)?.code == .internalError)
    #expect(session.published() == [])
    #expect(session.log.contains { $0 == "error: /w/a.cs could not be analysed" })
  }

  @Test func foldersThatNobodyMeansAreNotLookedThrough() throws {
    #expect(try Session.ready(root: "file:///w").host.folders == [["/w"]])
    #expect(try Session.ready(root: "file:///").host.folders == [[]])
    #expect(try Session.ready(root: "file:///home/user").host.folders == [[]])
    #expect(try Session.ready(root: .null).host.folders == [[]])
    #expect(try Session.ready(root: "untitled:x").host.folders == [[]])
  }
}
