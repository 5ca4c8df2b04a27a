import JSONRPC
import LanguageServerProtocol
import Testing

@testable import LanguageServer

/// Numbers that are the same in each run (SplitMix64).
struct RandomSource: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z &>> 31)
  }
}

/// Random messages and random ends of jobs, in random order, against a model that knows what must hold at each step.
@Suite struct ModelTests {
  private struct Model {
    struct Document {
      var text: String
      var version: Int64
      /// The versions whose text a request or a publish may still be about.
      var isOpen = true
    }
    struct Request {
      let method: String
      let name: String
      /// What the answer must be: the text at the moment of the request; `nil` for a document that was not open.
      let text: String?
      var isCancelled = false
    }
    var documents: [String: Document] = [:]
    var requests: [RequestID: Request] = [:]
    var answered: Set<RequestID> = []
    /// The version published last of each document since it was opened.
    var published: [String: Int64] = [:]
  }

  private static let words = ["Bad", "Old", "Nested", "declare", "Uses", "FAIL", "x", "\n", " "]

  private func randomText(_ random: inout RandomSource) -> String {
    (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in ModelTests.words.randomElement(using: &random) }
      .joined(separator: " ")
  }

  private func expectedCount(_ text: String) -> Int {
    ["Bad", "Old", "Nested", "Uses"].reduce(0) { $0 + text.components(word: $1) }
  }

  @Test(arguments: 1...60)
  func theGuaranteesHold(seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    let pulls = seed % 2 == 0
    let session = try Session.ready(pulls ? Session.pulling : Session.pushing) { options, _ in
      options.settings.debounceMilliseconds = seed % 3 == 0 ? 100 : 0
    }
    var model = Model()
    let names = ["a.cs", "b.cs", "c.cs"]
    var jobs: [Job] = []

    for _ in 0..<150 {
      let name = names[Int.random(in: 0..<names.count, using: &random)]
      while !session.jobs.jobs.isEmpty { jobs.append(session.jobs.take(at: 0)) }
      switch Int.random(in: 0...11, using: &random) {
      case 0, 1, 2:
        if var document = model.documents[name] {
          document.text = randomText(&random)
          document.version += Int64.random(in: 1...3, using: &random)
          model.documents[name] = document
          session.change(name, document.text, version: document.version)
        } else {
          let text = randomText(&random)
          model.documents[name] = Model.Document(text: text, version: 1)
          model.published[name] = nil
          session.open(name, text)
        }
      case 3:
        if model.documents.removeValue(forKey: name) != nil { session.close(name) }
      case 4, 5:
        let id = pulls ? session.pull(name) : session.hover(name, 0, 0)
        model.requests[id] = Model.Request(
          method: pulls ? "pull" : "hover", name: name, text: model.documents[name]?.text)
      case 6:
        let id = session.codeActions(name)
        model.requests[id] = Model.Request(method: "codeAction", name: name, text: model.documents[name]?.text)
      case 7:
        if let id = model.requests.keys.sorted(by: { "\($0)" < "\($1)" }).randomElement(using: &random) {
          if !model.answered.contains(id) { model.requests[id]?.isCancelled = true }
          session.notify(Method.cancelRequest, ["id": id.json])
        }
      case 8:
        session.pass(Int.random(in: 0...150, using: &random))
      default:
        guard !jobs.isEmpty else { continue }
        let job = jobs.remove(at: Int.random(in: 0..<jobs.count, using: &random))
        session.state.handle(.finished(job.id, job.work()))
      }
      try check(session, &model, pulls: pulls)
    }

    // Let everything come to its end.
    for _ in 0..<500 {
      session.pass(200)
      while !session.jobs.jobs.isEmpty { jobs.append(session.jobs.take(at: 0)) }
      guard !jobs.isEmpty else { break }
      let job = jobs.remove(at: Int.random(in: 0..<jobs.count, using: &random))
      session.state.handle(.finished(job.id, job.work()))
      try check(session, &model, pulls: pulls)
    }
    session.pass(10_000)
    try check(session, &model, pulls: pulls)
    #expect(jobs.isEmpty)
    #expect(Set(model.requests.keys) == model.answered, "each request has its response")
    if !pulls {
      for (name, document) in model.documents where !document.text.contains("FAIL") {
        let open = try #require(session.state.documents["/w/" + name])
        #expect(open.published?.count == expectedCount(document.text), "the last text of \(name) was published")
      }
    }
    #expect(session.state.isIdle)
  }

  private func check(_ session: Session, _ model: inout Model, pulls: Bool) throws {
    for message in session.take() {
      switch message {
      case .response(let id?, let result):
        let request = try #require(model.requests[id])
        #expect(model.answered.insert(id).inserted, "a second response to \(request)")
        check(result, request)
      case .notification(Method.publishDiagnostics, let params):
        #expect(!pulls, "a client that pulls is never pushed to")
        let name = try #require(params?["uri"]?.stringValue?.split(separator: "/").last.map(String.init))
        let count = params?["diagnostics"]?.arrayValue?.count
        guard let document = model.documents[name] else {
          #expect(count == 0, "after didClose only the clearing set")
          continue
        }
        let version = params?["version"]?.integerValue
        if version == nil {
          #expect(count == 0)
          continue
        }
        #expect(version == document.version, "only the newest version is published")
        #expect(count == expectedCount(document.text), "and it is that version's set")
        model.published[name] = version
      default: break
      }
    }
  }

  private func check(_ result: Result<JSONValue, ResponseError>, _ request: Model.Request) {
    switch result {
    case .failure(let error) where error.code == .requestCancelled:
      #expect(request.isCancelled, "only the client cancels")
    case .failure(let error) where error.code == .serverCancelled:
      #expect(request.method == "pull", "only pulls may be given up")
    case .failure(let error):
      #expect(error.code == .internalError)
      #expect(request.text?.contains("FAIL") == true)
    case .success(let value):
      #expect(!request.isCancelled)
      if request.method == "pull" {
        #expect(value["items"]?.arrayValue?.count == request.text.map(expectedCount) ?? 0)
      }
      if request.method == "hover", let text = request.text {
        let isOnFinding = ["Bad", "Old", "Nested", "Uses"].contains { text.hasPrefix($0) }
        #expect((value != .null) == isOnFinding)
      }
    }
  }
}

extension String {
  /// How often a word occurs.
  fileprivate func components(word: String) -> Int {
    split(whereSeparator: { $0 == " " || $0 == "\n" }).count { $0 == word }
  }
}
