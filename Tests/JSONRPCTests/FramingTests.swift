import JSONRPC
import Testing

private func events(_ pieces: [[UInt8]]) -> [FrameEvent] {
  var decoder = FrameDecoder()
  var events: [FrameEvent] = []
  for piece in pieces {
    decoder.append(piece)
    while let event = decoder.next() { events.append(event) }
  }
  return events
}

private func events(_ text: String) -> [FrameEvent] { events([Array(text.utf8)]) }
private func body(_ text: String) -> FrameEvent { .body(Array(text.utf8)) }

@Suite struct FramingTests {
  @Test func framesInOnePiece() {
    #expect(String(decoding: frame(Array("{}".utf8)), as: UTF8.self) == "Content-Length: 2\r\n\r\n{}")
  }

  @Test(arguments: [
    "Content-Length: 2\r\n\r\n{}", "content-length: 2\r\n\r\n{}", "CONTENT-LENGTH:2\r\n\r\n{}",
    "Content-Length:\t 2 \r\n\r\n{}", "Content-Length: 2\n\n{}", "Content-Length: 2\n\r\n{}",
    "Content-Length : 2\r\n\r\n{}", "Content-Length: 0002\r\n\r\n{}",
    "X-Anything: goes: here\r\nContent-Length: 2\r\n\r\n{}",
    "Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}",
    "Content-Type: application/vscode-jsonrpc;charset=\"UTF8\"\r\nContent-Length: 2\r\n\r\n{}",
    "Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc\r\n\r\n{}",
    "\r\n\nContent-Length: 2\r\n\r\n{}",
  ])
  func acceptsHeader(text: String) {
    #expect(events(text + text) == [body("{}"), body("{}")])
  }

  @Test func anEmptyMessageIsRejectedAndTheNextIsRead() {
    #expect(
      events("Content-Length: 0\r\n\r\nContent-Length: 2\r\n\r\n{}") == [
        .rejected(reason: "The message is empty."), body("{}"),
      ])
  }

  @Test func anotherCharsetIsRejectedAndTheNextIsRead() {
    let text = "Content-Length: 2\r\nContent-Type: x; charset=utf-16\r\n\r\n{}Content-Length: 2\r\n\r\n[]"
    #expect(events(text) == [.rejected(reason: "Only the charset utf-8 is supported."), body("[]")])
  }

  @Test(arguments: [
    "garbage\r\n\r\n", "{\"jsonrpc\":\"2.0\"}", "Content-Type: x\r\n\r\n", "Content-Length: abc\r\n\r\n",
    "Content-Length:\r\n\r\n", "Content-Length: -5\r\n\r\n", "Content-Length: 1.5\r\n\r\n", "Content-Len: 5\r\n\r\n",
    "\u{0}\u{1}\u{2}", "Content-Length: 99 \u{1}\n", "Content-Length: ", "Content-Length: Content-Length: ",
    String(repeating: "x", count: 100_000), String(repeating: "a: b\r\n", count: 10_000) + "\r\n",
    String(repeating: "Content-Length: x\r\n", count: 1000),
  ])
  func passesOverGarbage(garbage: String) {
    let found = events(garbage + "Content-Length: 2\r\n\r\n{}Content-Length: 2\r\n\r\n[]")
    #expect(found.filter { if case .body = $0 { return true } else { return false } } == [body("{}"), body("[]")])
    let skipped = found.reduce(0) { sum, event in
      if case .skipped(let count) = event { return sum + count }
      return sum
    }
    #expect(skipped == garbage.utf8.count)
    #expect(found.count == (skipped == 0 ? 2 : 3))
  }

  @Test(arguments: [
    "Content-Length: 268435457\r\n\r\n", "Content-Length: 99999999999999999999999999999999\r\n\r\n",
    "Content-Length: 18446744073709551617\n\n",
  ])
  func aMadLengthEndsTheStream(text: String) {
    let found = events(text + "Content-Length: 2\r\n\r\n{}")
    #expect(found.count == 1)
    guard case .unrecoverable = found.first else {
      Issue.record("\(found)")
      return
    }
  }

  @Test func theGreatestLengthWaitsForItsBody() {
    #expect(events("Content-Length: 268435456\r\n\r\nabc").isEmpty)
  }

  @Test func knowsWhetherAMessageIsCut() {
    var decoder = FrameDecoder()
    #expect(decoder.isAtBoundary)
    decoder.append(Array("Content-Length: 2\r\n\r\n{".utf8))
    let early = decoder.next()
    #expect(early == nil)
    #expect(!decoder.isAtBoundary)
    decoder.append(Array("}".utf8))
    let late = decoder.next()
    #expect(late == body("{}"))
    #expect(decoder.isAtBoundary)
  }

  @Test func anySplitGivesTheSameMessages() {
    var random = RandomSource(seed: 4)
    let bodies = ["{}", "[]", String(repeating: "x", count: 5000), "{\"a\":\"Content-Length: 3\\r\\n\"}", "äöü😀"]
    for round in 0..<200 {
      var stream: [UInt8] = []
      var expected: [FrameEvent] = []
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let text = bodies[Int.random(in: 0..<bodies.count, using: &random)]
        stream += frame(Array(text.utf8))
        expected.append(body(text))
      }
      var pieces: [[UInt8]] = []
      var position = 0
      while position < stream.count {
        let length = round == 0 ? 1 : Int.random(in: 1...(round % 7 == 0 ? 3 : 900), using: &random)
        let end = min(stream.count, position + length)
        pieces.append(Array(stream[position..<end]))
        position = end
      }
      #expect(events(pieces) == expected)
    }
  }

  @Test func garbageIsPassedOverInAnySplit() {
    let stream = Array("junk\r\nContent-Length: 2\r\n\r\n{}more junkContent-Length: 2\r\n\r\n[]".utf8)
    let whole = events([stream]).filter { if case .body = $0 { return true } else { return false } }
    #expect(whole == [body("{}"), body("[]")])
    for first in 0...stream.count {
      for second in stride(from: first, through: stream.count, by: 3) {
        let pieces = [stream[..<first], stream[first..<second], stream[second...]].map { Array($0) }
        let found = events(pieces).filter { if case .body = $0 { return true } else { return false } }
        #expect(found == whole)
      }
    }
  }

  /// Any damage ends in messages, errors or a clean end; the decoder never runs past what it was given.
  @Test func survivesDamage() {
    var random = RandomSource(seed: 5)
    var bodies = 0
    for _ in 0..<2000 {
      var stream: [UInt8] = []
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        stream += frame(randomValue(&random, depth: 3).serialized())
      }
      let original = stream.count
      for _ in 0..<Int.random(in: 1...4, using: &random) where !stream.isEmpty {
        let index = Int.random(in: 0..<stream.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: stream[index] = UInt8.random(in: 0...255, using: &random)
        case 1: stream.remove(at: index)
        case 2: stream.removeSubrange(index..<min(stream.count, index + 30))
        default: stream.insert(contentsOf: "Content-Length: 7\r\n".utf8, at: index)
        }
      }
      var total = 0
      for event in events([Array(stream.prefix(stream.count / 2)), Array(stream.dropFirst(stream.count / 2))]) {
        switch event {
        case .body(let bytes):
          bodies += 1
          total += bytes.count
        case .skipped(let count):
          #expect(count > 0)
          total += count
        case .rejected, .unrecoverable: break
        }
      }
      #expect(total <= stream.count)
      #expect(original > 0)
    }
    #expect(bodies > 2000)
  }

  @Test func garbageCostsLinearTime() {
    let clock = ContinuousClock()
    func time(_ count: Int) -> Duration {
      let piece = Array(String(repeating: "Content-Length: 1x\n", count: count).utf8)
      return clock.measure { #expect(events([piece]).isEmpty) }
    }
    _ = time(100)
    let small = time(2_000)
    let large = time(16_000)
    #expect(large < small * 40 + .milliseconds(100))
  }
}
