import JSONRPC
import LanguageServerProtocol
import Testing

@testable import LanguageServer

@Suite struct HoverTests {
  private func value(_ session: Session, _ id: RequestID) throws -> String? {
    session.settle()
    return try session.result(of: id)["contents"]?["value"]?.stringValue
  }

  @Test func findingsShowTheirRule() throws {
    let session = try Session.ready()
    session.open("a.cs", "x Bad x")
    let id = session.hover("a.cs", 0, 3)
    session.settle()
    #expect(
      try session.result(of: id) == [
        "contents": ["kind": "markdown", "value": "**AW101** AW101 at 2\n\nPage of AW101."],
        "range": ["start": ["line": 0, "character": 2], "end": ["line": 0, "character": 5]],
      ])
  }

  @Test func elsewhereTheOtherServerHasTheWord() throws {
    let session = try Session.ready()
    session.open("a.cs", "x Bad x // AW101 in passing")
    for column in [0, 1, 6, 13, 99] as [Int64] {
      let id = session.hover("a.cs", 0, column)
      session.settle()
      #expect(try session.result(of: id) == .null)
    }
  }

  @Test func plainTextForThoseWhoWantIt() throws {
    for formats in [["plaintext"], []] as [JSONValue] {
      let session = try Session.ready(["textDocument": ["hover": ["contentFormat": formats]]])
      session.open("a.cs", "Bad")
      let id = session.hover("a.cs", 0, 0)
      session.settle()
      #expect(
        try session.result(of: id)["contents"]
          == ["kind": "plaintext", "value": "AW101 AW101 at 0\n\nPage of AW101."])
    }
  }

  @Test func suppressionsShowWhatTheySilence() throws {
    let session = try Session.ready()
    session.open(
      "a.cs",
      """
      x // awaitwise-ignore AW101, AW102: reason
      #pragma warning disable AW103, CS4014
      [SuppressMessage("Async", "AW104:title")]
      // awaitwise-ignore AW105: one alone
      // awaitwise-ignore AW999: without a page
      string s = "AW106";
      """)
    #expect(try value(session, session.hover("a.cs", 0, 22)) == "Page of AW101.")
    #expect(try value(session, session.hover("a.cs", 0, 27)) == "Page of AW101.")
    #expect(try value(session, session.hover("a.cs", 0, 29)) == "Page of AW102.")
    // With two rules in the comment, only the ids themselves.
    #expect(try value(session, session.hover("a.cs", 0, 8)) == nil)
    #expect(try value(session, session.hover("a.cs", 0, 0)) == nil)
    #expect(try value(session, session.hover("a.cs", 1, 26)) == "Page of AW103.")
    #expect(try value(session, session.hover("a.cs", 1, 34)) == nil)
    #expect(try value(session, session.hover("a.cs", 2, 28)) == "Page of AW104.")
    #expect(try value(session, session.hover("a.cs", 3, 8)) == "Page of AW105.")
    #expect(try value(session, session.hover("a.cs", 4, 22)) == nil)
    #expect(try value(session, session.hover("a.cs", 5, 13)) == nil)
  }
}
