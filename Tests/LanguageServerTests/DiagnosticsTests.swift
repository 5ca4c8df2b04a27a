import JSONRPC
import LanguageServerProtocol
import Testing

@testable import LanguageServer

@Suite struct PushTests {
  @Test func firstSetIsPublishedEvenIfEmpty() throws {
    let session = try Session.ready()
    session.open("a.cs", "nothing")
    session.settle()
    #expect(session.published() == ["a.cs@1: "])
  }

  @Test func anEqualSetIsNotPublishedAgain() throws {
    let session = try Session.ready()
    session.open("a.cs", "Bad")
    session.settle()
    session.change("a.cs", "Bad x", version: 2)
    session.settle()
    session.change("a.cs", "Bad", version: 3)
    session.settle()
    #expect(session.published() == ["a.cs@1: AW101@0:0"])
    session.change("a.cs", "Bad Bad", version: 4)
    session.settle()
    #expect(session.published() == ["a.cs@4: AW101@0:0 AW101@0:4"])
  }

  @Test func closingClearsWhatWasShown() throws {
    let session = try Session.ready()
    session.open("a.cs", "Bad")
    session.open("clean.cs", "x")
    session.settle()
    _ = session.published()
    session.close("a.cs")
    session.close("clean.cs")
    session.settle()
    #expect(session.published() == ["a.cs: "])
    #expect(session.host.closed == ["/w/a.cs", "/w/clean.cs"])
  }

  @Test func editsAreDebouncedWithACeiling() throws {
    let session = try Session.ready(options: ["settings": ["debounceMilliseconds": 100]])
    session.open("a.cs", "Bad")
    session.settle()
    #expect(session.published() == ["a.cs@1: AW101@0:0"])
    // An edit waits for a pause.
    session.change("a.cs", " Bad", version: 2)
    session.pass(60)
    session.change("a.cs", "  Bad", version: 3)
    session.pass(99)
    #expect(session.jobs.jobs.isEmpty)
    session.pass(1)
    #expect(session.jobs.jobs.count == 1)
    session.settle()
    #expect(session.published() == ["a.cs@3: AW101@0:2"])
    // Somebody who never pauses waits 400 ms.
    var waited = 0
    for version in 4...20 {
      session.change("a.cs", String(repeating: " ", count: version) + "Bad", version: Int64(version))
      session.pass(50)
      waited += 50
      if !session.jobs.jobs.isEmpty { break }
    }
    #expect(waited == 400)
  }

  @Test func openingAndSavingDoNotWait() throws {
    let session = try Session.ready(options: ["debounceMilliseconds": 100])
    session.open("a.cs", "x")
    session.pass()
    #expect(session.jobs.jobs.count == 1)
    session.settle()
    session.change("a.cs", "Bad", version: 2)
    session.pass()
    #expect(session.jobs.jobs.isEmpty)
    session.save("a.cs")
    session.pass()
    #expect(session.jobs.jobs.count == 1)
    session.settle()
    // Nothing changed since: nothing to do.
    session.save("a.cs")
    session.pass()
    #expect(session.jobs.jobs.isEmpty)
  }

  @Test func aBurstOfChangesCostsOneAnalysis() throws {
    let session = try Session.ready()
    session.open("a.cs", "x")
    session.settle()
    for version in 2...100 {
      session.change("a.cs", String(repeating: "Bad ", count: version), version: Int64(version))
    }
    session.pass()
    #expect(session.jobs.jobs.count == 1)
    #expect(session.host.setDocumentCount == 2)
  }

  @Test func anEditThatReachesOthersAnalysesThem() throws {
    let session = try Session.ready()
    session.open("a.cs", "Uses")
    session.open("b.cs", "declare")
    session.settle()
    let first = session.notifications(Method.publishDiagnostics)
    #expect(first.count == 2)
    session.change("b.cs", "declare x", version: 2)
    session.settle()
    #expect(session.take().isEmpty)
    session.change("b.cs", "declare declare", version: 3)
    session.settle()
    let published = session.notifications(Method.publishDiagnostics)
    #expect(published.map { $0["uri"] } == ["file:///w/a.cs"])
    #expect(published.first?["diagnostics"]?.arrayValue?.first?["message"] == "2 declarations")
    #expect(published.first?["version"] == 1)
  }

  @Test func closingADocumentMayReachOthersToo() throws {
    let session = try Session.ready()
    session.open("a.cs", "Uses")
    session.open("b.cs", "declare")
    session.settle()
    _ = session.take()
    session.close("b.cs")
    session.settle()
    #expect(
      session.notifications(Method.publishDiagnostics).compactMap {
        $0["diagnostics"]?.arrayValue?.first?["message"]?.stringValue
      } == ["0 declarations"])
  }

  @Test func theEditedDocumentGoesFirst() throws {
    let session = try Session.ready()
    session.open("a.cs", "Uses")
    session.open("b.cs", "")
    session.settle()
    session.change("b.cs", "declare", version: 2)
    session.pass()
    session.pass()
    #expect(session.jobs.jobs.map(\.document) == ["/w/b.cs", "/w/a.cs"])
    #expect(session.jobs.jobs.map { $0.priority == .interactive } == [true, false])
    // A request for the other one makes its analysis urgent instead of starting a second.
    _ = session.hover("a.cs", 0, 0)
    #expect(session.jobs.jobs.count == 2)
    #expect(session.jobs.promoted == [session.jobs.jobs[1].id])
  }

  @Test func notesAreInformationWithoutARule() throws {
    let session = try Session.ready()
    session.open("a.cs", "note")
    session.settle()
    let diagnostics = session.notifications(Method.publishDiagnostics).first?["diagnostics"]?.arrayValue
    #expect(
      diagnostics == [
        [
          "range": ["start": ["line": 0, "character": 0], "end": ["line": 0, "character": 4]], "severity": 3,
          "source": "awaitwise", "message": "a note",
        ]
      ])
  }

  @Test func findingsOutsideTheTextAreDroppedAndLogged() throws {
    let session = try Session.ready()
    session.open("a.cs", "OUTSIDE Bad")
    session.settle()
    #expect(session.published() == ["a.cs@1: AW101@0:8"])
    #expect(session.log.contains { $0.hasPrefix("error: a finding was dropped: AW999") })
  }

  @Test(arguments: [("utf-8", 6), ("utf-16", 4), ("utf-32", 3)] as [(String, Int64)])
  func columnsAreInTheNegotiatedEncoding(encoding: String, column: Int64) throws {
    let session = try Session.ready(["general": ["positionEncodings": [.string(encoding)]]])
    session.open("a.cs", "\u{FEFF}x\r\n\"😀\"Bad")
    session.settle()
    let diagnostics = session.notifications(Method.publishDiagnostics).first?["diagnostics"]
    #expect(describe(diagnostics) == "AW101@1:\(column)")
  }

  @Test func aDocumentThatKilledAnEarlierServerComesLast() throws {
    let session = try Session.ready { _, environment in environment.suspects = ["/w/a.cs"] }
    session.open("a.cs", "Bad")
    session.open("b.cs", "Bad")
    session.pass()
    #expect(session.jobs.jobs.map(\.document) == ["/w/b.cs"])
    session.pass(100)
    #expect(session.jobs.jobs.map(\.document) == ["/w/b.cs"])
    session.finish()
    session.pass(100)
    #expect(session.jobs.jobs.map(\.document) == ["/w/a.cs"])
    session.finish()
    // It did well: from now on it is like the others.
    session.change("a.cs", "", version: 2)
    session.open("c.cs", "")
    session.pass()
    #expect(session.jobs.jobs.map(\.document).sorted { $0 ?? "" < $1 ?? "" } == ["/w/a.cs", "/w/c.cs"])
  }

  @Test func longAnalysesAreNamed() throws {
    let session = try Session.ready()
    session.open("slow.cs", "Bad")
    for _ in 0..<20 { session.pass(1000) }
    #expect(session.log.filter { $0.hasPrefix("warning: the analysis of /w/slow.cs has not ended") }.count == 1)
  }
}

@Suite struct PullTests {
  @Test func nothingIsPushed() throws {
    let session = try Session.ready(Session.pulling)
    session.open("a.cs", "Bad")
    session.change("a.cs", "Bad Bad", version: 2)
    session.save("a.cs")
    session.settle()
    session.close("a.cs")
    session.settle()
    #expect(session.notifications(Method.publishDiagnostics).isEmpty)
  }

  @Test func unchangedNeedsTheSameID() throws {
    let session = try Session.ready(Session.pulling)
    session.open("a.cs", "Bad")
    let first = session.pull("a.cs")
    session.settle()
    let report = try session.result(of: first)
    #expect(report["kind"] == "full")
    let id = try #require(report["resultId"]?.stringValue)

    // It is known: no further work.
    let second = session.pull("a.cs", previous: id)
    #expect(try session.result(of: second) == ["kind": "unchanged", "resultId": .string(id)])
    let third = session.pull("a.cs", previous: id + "x")
    #expect(try session.result(of: third)["kind"] == "full")

    // An edit that leaves the findings alone moves them in the client, so they must be sent again.
    session.change("a.cs", "Bad x", version: 2)
    let fourth = session.pull("a.cs", previous: id)
    session.settle()
    let fresh = try session.result(of: fourth)
    #expect(fresh["kind"] == "full")
    #expect(fresh["resultId"]?.stringValue != id)
  }

  @Test func documentsThatAreNotOpenAreReadFromDisk() throws {
    let session = try Session.ready(Session.pulling)
    session.host.disk["/w/disk.cs"] = Array("x\nBad".utf8)
    let there = session.pull("disk.cs")
    let missing = session.pull("missing.cs")
    session.settle()
    #expect(describe(try session.result(of: there)["items"]) == "AW101@1:0")
    #expect(try session.result(of: missing)["items"] == [])
  }

  @Test func otherLanguagesHaveNoFindings() throws {
    let session = try Session.ready(Session.pulling)
    session.open("a.txt", "Bad", languageID: "plaintext")
    let id = session.pull("a.txt")
    let report = try session.result(of: id)
    #expect(report["items"] == [])
    #expect(report["resultId"]?.stringValue?.isEmpty == false)
  }

  @Test func aNewerPullTakesThePlaceOfOlderOnes() throws {
    let session = try Session.ready(Session.pulling)
    session.open("a.cs", "Bad")
    let old = session.pull("a.cs")
    let hover = session.hover("a.cs", 0, 0)
    session.change("a.cs", "Bad Bad", version: 2)
    #expect(session.sent.isEmpty)
    let new = session.pull("a.cs")
    let error = try #require(try session.error(of: old))
    #expect(error.code == .serverCancelled)
    #expect(error.data == ["retriggerRequest": false])
    session.settle()
    #expect(describe(try session.result(of: new)["items"]) == "AW101@0:0 AW101@0:4")
    #expect(try session.result(of: hover) != .null)
  }

  @Test func pullsOfOneTextShareOneAnalysis() throws {
    let session = try Session.ready(Session.pulling)
    session.open("a.cs", "Bad")
    let ids = (0..<5).map { _ in session.pull("a.cs") }
    #expect(session.jobs.jobs.count == 1)
    session.finish()
    for id in ids { #expect(describe(try session.result(of: id)["items"]) == "AW101@0:0") }
  }

  @Test func whatReachesAllDocumentsRefreshesOnce() throws {
    let session = try Session.ready(Session.pulling, options: ["debounceMilliseconds": 100])
    session.open("a.cs", "declare")
    _ = session.pull("a.cs")
    session.settle()
    session.pass(1000)
    _ = session.take()
    for version in 2...6 as ClosedRange<Int64> {
      session.change("a.cs", String(repeating: "declare ", count: Int(version)), version: version)
      _ = session.pull("a.cs")
      session.settle()
      session.pass(100)
    }
    #expect(session.requests(Method.refreshDiagnostics).isEmpty)
    session.pass(500)
    #expect(session.requests(Method.refreshDiagnostics).count == 1)
    session.pass(5000)
    #expect(session.requests(Method.refreshDiagnostics).isEmpty)
    // Edits that reach nothing else refresh nothing.
    session.change("a.cs", String(repeating: "declare ", count: 6) + "Bad", version: 7)
    _ = session.pull("a.cs")
    session.settle()
    session.pass(5000)
    #expect(session.requests(Method.refreshDiagnostics).isEmpty)
  }

  @Test func clientsWithoutRefreshAreNotAsked() throws {
    let session = try Session.ready(["textDocument": ["diagnostic": [:]]])
    session.notify(
      Method.didChangeWatchedFiles, ["changes": [["uri": "file:///w/.editorconfig", "type": 2]]])
    session.settle()
    session.pass(5000)
    #expect(session.take().isEmpty)
  }
}
