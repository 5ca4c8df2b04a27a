import JSONRPC
import Testing

private func read(_ text: String) throws -> IncomingMessage { try IncomingMessage(body: Array(text.utf8)) }

private func malformed(_ text: String) -> MalformedMessage? {
  do {
    _ = try IncomingMessage(body: Array(text.utf8))
    return nil
  } catch {
    return error
  }
}

@Suite struct MessageTests {
  @Test func readsRequests() throws {
    #expect(
      try read(#"{"jsonrpc":"2.0","id":0,"method":"a","params":{"x":1}}"#)
        == .request(id: .integer(0), method: "a", params: ["x": 1]))
    #expect(try read(#"{"id":"7","method":"a"}"#) == .request(id: .string("7"), method: "a", params: nil))
    #expect(try read(#"{"id":1.0,"method":"a","params":null}"#) == .request(id: .integer(1), method: "a", params: nil))
    #expect(try read(#"{"method":"a","id":-3,"params":[]}"#) == .request(id: .integer(-3), method: "a", params: []))
  }

  @Test func readsNotifications() throws {
    #expect(try read(#"{"method":"$/x","params":[1]}"#) == .notification(method: "$/x", params: [1]))
    #expect(try read(#"{"method":"exit","params":null}"#) == .notification(method: "exit", params: nil))
  }

  @Test func readsResponses() throws {
    #expect(try read(#"{"id":1,"result":null}"#) == .response(id: .integer(1), result: .success(.null)))
    #expect(try read(#"{"id":"a","result":[1]}"#) == .response(id: .string("a"), result: .success([1])))
    let error = ResponseError(ErrorCode(rawValue: -3), "no", data: [1])
    #expect(
      try read(#"{"id":1,"error":{"code":-3,"message":"no","data":[1]}}"#)
        == .response(id: .integer(1), result: .failure(error)))
    #expect(
      try read(#"{"id":null,"error":{"code":-32700,"message":"what?"}}"#)
        == .response(id: nil, result: .failure(ResponseError(.parseError, "what?"))))
  }

  @Test(arguments: [
    ("{", ErrorCode.parseError, RequestID?.none), ("", .parseError, nil), ("[]", .invalidRequest, nil),
    (#"[{"id":1,"method":"a"}]"#, .invalidRequest, nil), ("3", .invalidRequest, nil), ("{}", .invalidRequest, nil),
    (#"{"id":4}"#, .invalidRequest, .integer(4)), (#"{"id":4,"method":5}"#, .invalidRequest, .integer(4)),
    (#"{"id":1.5,"method":"a"}"#, .invalidRequest, nil), (#"{"id":null,"method":"a"}"#, .invalidRequest, nil),
    (#"{"id":[],"method":"a"}"#, .invalidRequest, nil), (#"{"result":1}"#, .invalidRequest, nil),
  ])
  func refuses(text: String, code: ErrorCode, id: RequestID?) throws {
    let problem = try #require(malformed(text))
    #expect(problem.error.code == code)
    #expect(problem.id == id)
    #expect(!problem.error.message.isEmpty)
  }

  @Test func writesMessages() {
    func text(_ message: OutgoingMessage) -> String { String(decoding: message.frame(), as: UTF8.self) }
    #expect(
      text(.request(id: .integer(1), method: "m", params: ["a": true]))
        == "Content-Length: 57\r\n\r\n" + #"{"jsonrpc":"2.0","id":1,"method":"m","params":{"a":true}}"#)
    #expect(text(.notification(method: "m", params: nil)).hasSuffix(#"{"jsonrpc":"2.0","method":"m"}"#))
    #expect(
      text(.response(id: .string("x"), result: .success(.null))).hasSuffix(
        #"{"jsonrpc":"2.0","id":"x","result":null}"#))
    #expect(
      text(.response(id: nil, result: .failure(ResponseError(.parseError, "bad", data: [1])))).hasSuffix(
        #"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"bad","data":[1]}}"#))
  }

  @Test func errorCodesAreThoseOfTheSpecification() {
    #expect(ErrorCode.parseError.rawValue == -32700)
    #expect(ErrorCode.invalidRequest.rawValue == -32600)
    #expect(ErrorCode.methodNotFound.rawValue == -32601)
    #expect(ErrorCode.invalidParams.rawValue == -32602)
    #expect(ErrorCode.internalError.rawValue == -32603)
  }
}

@Suite struct RequestRegistryTests {
  @Test func eachRequestEndsOnce() {
    var registry = RequestRegistry<String>()
    let begun = [
      registry.begin(.integer(1), "a"), registry.begin(.integer(1), "b"), registry.begin(.string("1"), "c"),
    ]
    #expect(begun == [true, false, true])
    #expect(registry[.integer(1)] == "a")
    #expect(registry.ids == [.integer(1), .string("1")])
    let ended = [registry.complete(.integer(1)), registry.complete(.integer(1))]
    #expect(ended == ["a", nil])
    #expect(registry.count == 1)
    let again = registry.begin(.integer(1), "d")
    #expect(again)
    #expect(registry.ids == [.string("1"), .integer(1)])
  }

  @Test func ownIDsAreNew() {
    var registry = RequestRegistry<Int>()
    let ids = (0..<10).map { registry.begin($0) }
    #expect(Set(ids).count == 10)
    let ended = registry.complete(ids[3])
    #expect(ended == 3)
    #expect(!registry.contains(ids[3]))
    #expect(registry.contains(ids[4]))
    #expect(!registry.isEmpty)
  }
}
