import JSONRPC
import LanguageServerProtocol
import Testing

@testable import LanguageServer

@Suite struct ConfigurationTests {
  private let asking: JSONValue = ["workspace": ["configuration": true]]

  @Test(
    arguments: [
      ["debounceMilliseconds": 7], ["settings": ["debounceMilliseconds": 7]],
      ["awaitwise": ["debounceMilliseconds": 7]], ["settings": ["awaitwise": ["debounceMilliseconds": .number(7)]]],
    ] as [JSONValue])
  func optionsOfInitialize(options: JSONValue) throws {
    let session = try Session.ready([:], options: options)
    #expect(session.state.settings.debounceMilliseconds == 7)
    #expect(session.take().isEmpty)
  }

  @Test(
    arguments: [
      .null, [], [:], ["settings": []], ["settings": .null], ["trace": ["server": "off"]], ["trace.server": "off"],
      ["server.path": "x"],
    ] as [JSONValue])
  func optionsThatSayNothing(options: JSONValue) throws {
    let session = try Session.ready([:], options: options)
    #expect(session.state.settings.debounceMilliseconds == 0)
    #expect(session.take().isEmpty)
  }

  @Test func theClientIsAskedAfterInitialized() throws {
    let session = try Session.ready(asking)
    let request = try #require(session.requests(Method.configuration).first)
    #expect(request.params == ["items": [["section": "awaitwise"]]])
    session.reply(to: request.id, [["debounceMilliseconds": 250]])
    #expect(session.state.settings.debounceMilliseconds == 250)
    // A setting that is taken back returns to what the start said.
    session.notify(Method.didChangeConfiguration, ["settings": .null])
    let second = try #require(session.requests(Method.configuration).first)
    session.reply(to: second.id, [.null])
    #expect(session.state.settings.debounceMilliseconds == 0)
  }

  @Test func whatComesWithTheNotificationCountsOnlyIfTheClientCannotBeAsked() throws {
    let mute = try Session.ready([:])
    mute.notify(Method.didChangeConfiguration, ["settings": ["awaitwise": ["debounceMilliseconds": 9]]])
    #expect(mute.state.settings.debounceMilliseconds == 9)
    mute.notify(Method.didChangeConfiguration, ["settings": ["other": 1]])
    mute.notify(Method.didChangeConfiguration, ["settings": []])
    #expect(mute.state.settings.debounceMilliseconds == 9)

    let asked = try Session.ready(asking)
    asked.notify(Method.didChangeConfiguration, ["settings": ["awaitwise": ["debounceMilliseconds": 9]]])
    #expect(asked.state.settings.debounceMilliseconds == 0)
    #expect(asked.requests(Method.configuration).count == 2)
  }

  @Test func aBadSettingIsNamedOnceAndKeepsItsValue() throws {
    let session = try Session.ready(asking)
    func answer(_ section: JSONValue) throws {
      session.notify(Method.didChangeConfiguration)
      for request in session.requests(Method.configuration) { session.reply(to: request.id, [section]) }
    }
    try answer(["debounceMilliseconds": 30])
    try answer(["debounceMilliseconds": "soon", "logLevel": "debug"])
    try answer(["debounceMilliseconds": "soon", "logLevel": "debug"])
    #expect(session.state.settings.debounceMilliseconds == 30)
    #expect(session.state.settings.logLevel == .debug)
    #expect(
      session.notifications(Method.showMessage) == [
        ["type": 2, "message": "Awaitwise: 'awaitwise.debounceMilliseconds' must be a whole number from 0 to 10000."]
      ])
  }

  @Test func unknownSettingsAreNamedWithTheNearest() throws {
    let session = try Session.ready([:], options: ["debounceMiliseconds": 3])
    #expect(
      session.notifications(Method.showMessage) == [
        [
          "type": 2,
          "message":
            "Awaitwise: There is no setting 'awaitwise.debounceMiliseconds'. Did you mean 'awaitwise.debounceMilliseconds'?",
        ]
      ])
    var settings = Settings()
    #expect(settings.update(["colour": 1]) == ["There is no setting 'awaitwise.colour'."])
    #expect(settings.update(3) == ["The settings 'awaitwise' must be an object."])
    #expect(settings.update(["debounceMilliseconds": -1]).count == 1)
    #expect(settings.update(["debounceMilliseconds": 10_001]).count == 1)
    #expect(settings == Settings())
  }

  @Test func anUnchangedConfigurationPublishesNothing() throws {
    // As eglot does: the settings come right after the first document.
    let session = try Session.ready(
      ["workspace": ["configuration": true], "textDocument": ["publishDiagnostics": [:]]])
    session.open("a.cs", "Bad", version: 0)
    session.notify(Method.didChangeConfiguration, ["settings": [:]])
    for request in session.requests(Method.configuration) { session.reply(to: request.id, [.null]) }
    session.settle()
    #expect(session.published() == ["a.cs: AW101@0:0"])
    session.notify(Method.didChangeConfiguration, ["settings": [:]])
    for request in session.requests(Method.configuration) { session.reply(to: request.id, [[:]]) }
    session.settle()
    #expect(session.take().isEmpty)
  }

  @Test func refusalsAreNoHarm() throws {
    let session = try Session.ready(asking)
    for request in session.requests(Method.configuration) {
      session.state.handle(
        .message(.response(id: request.id, result: .failure(ResponseError(.methodNotFound, "no")))))
    }
    session.open("a.cs", "x")
    session.settle()
    #expect(session.published().count == 1)
  }
}

@Suite struct FilesTests {
  private let watching: JSONValue = [
    "workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true], "workspaceFolders": true]
  ]

  @Test func watchersAreRegistered() throws {
    let session = try Session.ready(watching)
    let registration = session.requests(Method.registerCapability).first?.params["registrations"]?.arrayValue?.first
    #expect(registration?["method"] == "workspace/didChangeWatchedFiles")
    let patterns = registration?["registerOptions"]?["watchers"]?.arrayValue?.compactMap {
      $0["globPattern"]?.stringValue
    }
    #expect(patterns?.contains("**/.editorconfig") == true)
    #expect(patterns?.contains("**/*.{cs,csproj,sln,slnx,props,targets,xaml,axaml}") == true)
  }

  @Test func relativePatternsFollowTheFolders() throws {
    let session = try Session.ready([
      "workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true, "relativePatternSupport": true]]
    ])
    func bases(_ params: JSONValue?) -> Set<String> {
      let watchers = params?["registrations"]?.arrayValue?.first?["registerOptions"]?["watchers"]?.arrayValue ?? []
      return Set(watchers.compactMap { $0["globPattern"]?["baseUri"]?.stringValue })
    }
    #expect(bases(session.requests(Method.registerCapability).first?.params) == ["file:///w"])
    session.notify(
      Method.didChangeWorkspaceFolders,
      [
        "event": [
          "added": [["uri": "file:///x", "name": "x"]], "removed": [],
        ]
      ])
    let gone = session.requests(Method.unregisterCapability)
    #expect(gone.first?.params["unregisterations"]?.arrayValue?.first?["method"] == "workspace/didChangeWatchedFiles")
    #expect(bases(session.requests(Method.registerCapability).first?.params) == ["file:///w", "file:///x"])
  }

  @Test func aStormOfChangesCostsOneUpdate() throws {
    let session = try Session.ready(watching)
    session.open("a.cs", "Bad")
    session.settle()
    _ = session.take()
    for batch in 0..<5 {
      let changes = (0..<1000).map { index -> JSONValue in
        ["uri": .string("file:///w/\(batch)/\(index).cs"), "type": 2]
      }
      session.notify(Method.didChangeWatchedFiles, ["changes": .array(changes)])
    }
    session.notify(
      Method.didChangeWatchedFiles,
      ["changes": [["uri": "file:///w/a.cs", "type": 2], ["uri": "untitled:x", "type": 1]]])
    session.settle()
    #expect(session.host.changedFiles.count == 1)
    // What is open counts as the client has it, not as the disk has it.
    #expect(session.host.changedFiles.first?.count == 5000)
    // Everything was analysed again, and nothing new was found.
    #expect(session.take().isEmpty)
  }

  @Test func aConfigurationFileThatChangesAnalysesAgain() throws {
    let session = try Session.ready(watching)
    session.open("a.cs", "Uses")
    session.settle()
    _ = session.take()
    session.host.disk["/w/new.cs"] = Array("declare".utf8)
    session.notify(Method.didChangeWatchedFiles, ["changes": [["uri": "file:///w/new.cs", "type": 1]]])
    session.settle()
    #expect(
      session.notifications(Method.publishDiagnostics).first?["diagnostics"]?.arrayValue?.first?["message"]
        == "1 declarations")
    session.host.impactOfFileChanges = .nothing
    session.notify(Method.didChangeWatchedFiles, ["changes": [["uri": "file:///w/readme.props", "type": 1]]])
    session.pass()
    #expect(session.jobs.jobs.isEmpty)
  }

  @Test func withoutAWatcherConfigurationIsLookedAtOnOpenAndSave() throws {
    let session = try Session.ready([:])
    func stamp(_ size: Int64) -> FileStamp { FileStamp(seconds: 1, nanoseconds: 2, size: size, node: 3) }
    session.world.stamps["/w/.editorconfig"] = stamp(1)
    session.open("src/a.cs", "x")
    session.settle()
    #expect(session.host.changedFiles.isEmpty)
    session.save("src/a.cs")
    session.settle()
    #expect(session.host.changedFiles.isEmpty)
    session.world.stamps["/w/.editorconfig"] = stamp(2)
    session.save("src/a.cs")
    session.settle()
    #expect(session.host.changedFiles == [["/w/.editorconfig"]])
    session.world.stamps["/w/src/.globalconfig"] = stamp(3)
    session.world.stamps["/w/.editorconfig"] = nil
    session.open("src/b.cs", "x")
    session.settle()
    #expect(session.host.changedFiles.last == ["/w/.editorconfig", "/w/src/.globalconfig"])
  }

  @Test func savingAProjectFileCountsAsAChange() throws {
    let session = try Session.ready([:])
    session.open("a.csproj", "<Project/>", languageID: "xml")
    session.save("a.csproj")
    session.settle()
    #expect(session.host.changedFiles == [["/w/a.csproj"]])
  }

  @Test func foldersComeAndGo() throws {
    let session = try Session.ready(watching)
    session.open("a.cs", "Bad")
    session.settle()
    session.notify(
      Method.didChangeWorkspaceFolders,
      [
        "event": [
          "added": [["uri": "file:///x", "name": "x"], ["uri": "file:///w/", "name": "same"]], "removed": [],
        ]
      ])
    #expect(session.host.folders == [["/w"], ["/w", "/x"]])
    session.settle()
    session.notify(
      Method.didChangeWorkspaceFolders,
      ["event": ["added": [], "removed": [["uri": "file:///w", "name": "w"], ["uri": "file:///nowhere"]]]])
    #expect(session.host.folders.last == ["/x"])
    session.notify(Method.didChangeWorkspaceFolders, ["event": ["added": [], "removed": []]])
    #expect(session.host.folders.count == 3)
  }
}

@Suite struct ProgressTests {
  private let showing: JSONValue = [
    "window": ["workDoneProgress": true], "textDocument": ["publishDiagnostics": [:]],
  ]

  /// A session in which many documents are analysed again in the background.
  private func busy() throws -> Session {
    let session = try Session.ready(showing)
    for name in ["a", "b", "c", "d"] { session.open("\(name).cs", "Uses") }
    session.settle()
    _ = session.take()
    session.notify(Method.didChangeWatchedFiles, ["changes": [["uri": "file:///w/x.props", "type": 1]]])
    session.pass()
    session.pass()
    #expect(session.jobs.jobs.count == 4)
    return session
  }

  private func kinds(_ session: Session) -> [String] {
    session.notifications(Method.progress).compactMap { $0["value"]?["kind"]?.stringValue }
  }

  @Test func shortWorkShowsNothing() throws {
    let session = try busy()
    session.pass(999)
    session.settle()
    session.pass(5000)
    #expect(session.take().isEmpty)
  }

  @Test func longWorkIsShownOnceTheClientAgrees() throws {
    let session = try busy()
    session.pass(1000)
    let create = try #require(session.requests(Method.createWorkDoneProgress).first)
    let token = try #require(create.params["token"]?.stringValue)
    #expect(session.sent.isEmpty)
    session.reply(to: create.id)
    #expect(
      session.notifications(Method.progress) == [
        [
          "token": .string(token),
          "value": ["kind": "begin", "title": "Awaitwise: analyzing", "cancellable": true, "percentage": 0],
        ]
      ])
    session.finish()
    #expect(session.notifications(Method.progress).first?["value"] == ["kind": "report", "percentage": 25])
    session.settle()
    #expect(kinds(session) == ["report", "report", "end"])
    // A token is used once.
    session.notify(Method.didChangeWatchedFiles, ["changes": [["uri": "file:///w/x.props", "type": 1]]])
    session.pass()
    session.pass()
    session.pass(1000)
    let next = try #require(session.requests(Method.createWorkDoneProgress).first)
    #expect(next.params["token"]?.stringValue != token)
  }

  @Test func aClientThatRefusesIsLeftInPeace() throws {
    let session = try busy()
    session.pass(1000)
    let create = try #require(session.requests(Method.createWorkDoneProgress).first)
    session.state.handle(.message(.response(id: create.id, result: .failure(ResponseError(.internalError, "no")))))
    session.pass(5000)
    session.settle()
    #expect(kinds(session).isEmpty)
    #expect(session.requests(Method.createWorkDoneProgress).isEmpty)
  }

  @Test func workThatEndsBeforeTheClientAgreesIsNotShown() throws {
    let session = try busy()
    session.pass(1000)
    let create = try #require(session.requests(Method.createWorkDoneProgress).first)
    session.settle()
    session.reply(to: create.id)
    #expect(kinds(session).isEmpty)
    #expect(session.state.progress == .idle)
  }

  @Test func theUserMayCancel() throws {
    let session = try busy()
    session.pass(1000)
    let create = try #require(session.requests(Method.createWorkDoneProgress).first)
    session.reply(to: create.id)
    session.notify(Method.cancelWorkDoneProgress, ["token": "another"])
    session.notify(Method.cancelWorkDoneProgress, ["token": 5])
    #expect(kinds(session) == ["begin"])
    session.notify(Method.cancelWorkDoneProgress, ["token": create.params["token"] ?? .null])
    #expect(kinds(session) == ["end"])
    #expect(session.state.runs.values.allSatisfy { $0.flag.isCancelled })
    session.settle()
    #expect(session.take().isEmpty)
    // The next change is analysed as ever.
    session.change("a.cs", "Bad", version: 2)
    session.settle()
    #expect(session.published() == ["a.cs: AW101@0:0"])
  }

  @Test func withoutTheCapabilityNothingIsCreated() throws {
    let session = try Session.ready([:])
    for name in ["a", "b"] { session.open("\(name).cs", "Uses") }
    session.pass()
    session.pass(10_000)
    #expect(session.requests(Method.createWorkDoneProgress).isEmpty)
  }
}

@Suite struct CommandAndTraceTests {
  @Test func theDumpShowsTheState() throws {
    let session = try Session.ready()
    session.open("a.cs", "x\nBad", version: 4)
    let early = session.request(Method.executeCommand, ["command": "awaitwise.debugDump", "arguments": []])
    let dump = try session.result(of: early)
    #expect(dump["version"] == "1.2.3")
    #expect(dump["diagnostics"] == "push")
    #expect(
      dump["documents"] == [
        [
          "uri": "file:///w/a.cs", "languageId": "csharp", "analyzed": true, "version": 4, "bytes": 5, "lines": 2,
          "isCurrent": false, "analyses": 0, "findings": 0,
        ]
      ])
    session.settle()
    let late = session.request(Method.executeCommand, ["command": "awaitwise.debugDump"])
    let document = try session.result(of: late)["documents"]?.arrayValue?.first
    #expect(document?["isCurrent"] == true)
    #expect(document?["findings"] == 1)
  }

  @Test func theBarrierWaitsForEverything() throws {
    let session = try Session.ready(options: ["debounceMilliseconds": 100])
    session.open("a.cs", "Bad")
    let barrier = session.request(Method.executeCommand, ["command": "awaitwise.waitUntilIdle"])
    session.pass()
    session.finish()
    #expect(session.published().count == 1)
    #expect(try session.result(of: barrier)["runs"] == 0)
    session.change("a.cs", "", version: 2)
    let second = session.request(Method.executeCommand, ["command": "awaitwise.waitUntilIdle"])
    session.pass(50)
    #expect(session.sent.isEmpty)
    session.pass(50)
    session.finish()
    // What was to come came before.
    guard case .notification = session.sent.first, case .response = session.sent.last else {
      Issue.record("\(session.sent)")
      return
    }
    _ = try session.result(of: second)
    let idle = session.request(Method.executeCommand, ["command": "awaitwise.waitUntilIdle"])
    _ = try session.result(of: idle)
  }

  @Test func unknownCommands() throws {
    let session = try Session.ready()
    let id = session.request(Method.executeCommand, ["command": "rm -rf"])
    #expect(try session.error(of: id)?.code == .invalidParams)
  }

  @Test func traces() throws {
    let session = try Session.ready()
    func messages() -> [String] {
      session.notifications(Method.logTrace).compactMap { $0["message"]?.stringValue }
    }
    session.request("x")
    #expect(messages() == [])
    session.notify(Method.setTrace, ["value": "messages"])
    session.request("x", id: .string("q"))
    let traces = session.notifications(Method.logTrace)
    #expect(
      traces == [
        ["message": "Received request 'x' (\"q\")."],
        ["message": "Sent error (\"q\"): There is no method 'x'."],
      ])
    session.notify(Method.setTrace, ["value": "verbose"])
    _ = session.notifications(Method.logTrace)
    session.open("a.cs", String(repeating: "x", count: 10_000))
    let verbose = try #require(session.notifications(Method.logTrace).first?["verbose"]?.stringValue)
    #expect(verbose.count == 4096)
    session.notify(Method.setTrace, ["value": "loud"])
    #expect(session.state.trace == .verbose)
    session.notify(Method.setTrace, ["value": "off"])
    _ = session.notifications(Method.logTrace)
    session.settle()
    #expect(messages() == [])
  }

  @Test func traceOfInitialize() throws {
    let session = Session()
    let id = session.request(Method.initialize, ["trace": "messages", "capabilities": [:]])
    guard case .response(let first?, _) = session.sent.first else {
      Issue.record("\(session.sent)")
      return
    }
    #expect(first == id)
  }
}
