import Foundation
import JSONRPC
import Testing

private func read(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }
private func write(_ value: JSONValue) -> String { String(decoding: value.serialized(), as: UTF8.self) }

@Suite struct JSONReaderTests {
  @Test(
    arguments: [
      ("null", JSONValue.null), (" true\n", true), ("false", false), ("0", 0), ("-0", 0), ("42", 42),
      ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
      ("9223372036854775808", .number(9_223_372_036_854_775_808)), ("1.5", .number(1.5)), ("1.0", .number(1)),
      ("-2e3", .number(-2000)),
      ("-1e999", .number(-.greatestFiniteMagnitude)), ("1E-2", .number(0.01)), ("\"\"", ""), ("\"a\"", "a"), ("[]", []),
      ("{}", [:]),
      ("[1, [2, {\"a\": [ ] } ] ]", [1, [2, ["a": []]]]),
      ("\u{FEFF}{\"b\":1,\"a\":2}", ["b": 1, "a": 2]),
    ] as [(String, JSONValue)])
  func readsValues(text: String, expected: JSONValue) throws {
    #expect(try read(text) == expected)
  }

  @Test(arguments: [
    (#""\n\r\t\b\f\/\\\"""#, "\n\r\t\u{8}\u{C}/\\\""), (#""\u0041\u00e4\u20AC""#, "Aä€"),
    (#""\ud83d\ude00""#, "😀"), (#""\ud83d""#, "\u{FFFD}"), (#""\ude00""#, "\u{FFFD}"),
    (#""a\ud83dz""#, "a\u{FFFD}z"), (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"), (#""\ud83d\n""#, "\u{FFFD}\n"),
    (#""\u0000""#, "\0"), ("\"ä€😀\"", "ä€😀"),
  ])
  func readsEscapes(text: String, expected: String) throws {
    #expect(try read(text) == .string(expected))
  }

  @Test func aLoneSurrogateStaysOneUTF16Unit() throws {
    let text = try #require(try read(#""x\ud800y""#).stringValue)
    #expect(Array(text.utf16) == [0x78, 0xFFFD, 0x79])
  }

  @Test func repairsInvalidUTF8() throws {
    let value = try JSONValue(parsing: [0x22, 0x61, 0xFF, 0x62, 0x22])
    #expect(value == "a\u{FFFD}b")
  }

  @Test(arguments: [
    "", " ", "nul", "tru", "[", "[1", "[1,", "[1,]", "[,1]", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,",
    "{\"a\":1,}", "{a:1}", "{\"a\" 1}", "\"", "\"a", "\"\\", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "01", "-", "1.",
    ".5", "1e", "1e+", "+1", "--1", "NaN", "Infinity", "1 2", "[]]", "'a'", "\"a\nb\"", "\"\t\"", "\u{0}", "truex",
  ])
  func refusesWhatIsNoJSON(text: String) {
    #expect(throws: JSONSyntaxError.self) { try read(text) }
  }

  @Test func namesTheReasonAndThePlace() {
    #expect(throws: JSONSyntaxError.self) { try read("[1, x]") }
    do {
      _ = try read("[1, x]")
    } catch let error as JSONSyntaxError {
      #expect(error.reason == .unexpectedByte)
      #expect(error.offset == 4)
      #expect(error.description == "unexpected character at byte 4")
    } catch {
      Issue.record("another error: \(error)")
    }
    #expect(reason("[1, ") == .unexpectedEnd)
    #expect(reason("{\"a\":1} x") == .trailingBytes)
    #expect(reason("\"a\nb\"") == .controlCharacterInString)
    #expect(reason("007") == .badNumber)
  }

  private func reason(_ text: String) -> JSONSyntaxError.Reason? {
    do {
      _ = try read(text)
      return nil
    } catch let error as JSONSyntaxError {
      return error.reason
    } catch {
      return nil
    }
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
  func limitsNesting(opening: String) {
    #expect(reason(String(repeating: opening, count: 100_000)) == .tooDeep)
  }

  @Test func readsTheDeepestNesting() throws {
    let depth = JSONValue.maximumDepth
    #expect(depth == 512)
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(write(try read(text)) == text)
    #expect(reason("[" + text + "]") == .tooDeep)
  }

  @Test func keepsOrderAndTakesTheLastOfTwoEqualKeys() throws {
    let value = try read(#"{"z":1,"a":2,"z":3}"#)
    #expect(value.objectValue?.members.map(\.key) == ["z", "a", "z"])
    #expect(value["z"] == 3)
    #expect(value["missing"] == nil)
    #expect(JSONValue.array([])["z"] == nil)
  }

  @Test func findsTheEndOfAStringAtEachOffset() throws {
    // The search goes by eight bytes: a quote, an escape and a control character at each place in such a word.
    for length in 0..<40 {
      let plain = String(repeating: "ä", count: length / 2) + String(repeating: "x", count: length % 2)
      for (escape, meaning) in [("", ""), ("\\n", "\n"), ("\\\\", "\\"), ("\\\"", "\"")] {
        #expect(try read("\"\(plain)\(escape)\(plain)\"") == .string(plain + meaning + plain))
      }
      #expect(reason("\"\(plain)\u{1F}\(plain)\"") == .controlCharacterInString)
      #expect(reason("\"\(plain)") == .unexpectedEnd)
    }
  }

  @Test func integersInDisguise() {
    #expect(JSONValue.number(3).integerValue == 3)
    #expect(JSONValue.number(3.5).integerValue == nil)
    #expect(JSONValue.number(1e300).integerValue == nil)
    #expect(JSONValue.number(.nan).integerValue == nil)
    #expect(JSONValue.string("3").integerValue == nil)
  }

  @Test func agreesWithFoundation() throws {
    var random = RandomSource(seed: 1)
    for _ in 0..<300 {
      let value = randomValue(&random, depth: 0)
      let bytes = value.serialized()
      let theirs = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      #expect(equal(value, theirs))
      #expect(try JSONValue(parsing: bytes) == value)
    }
  }

  private func equal(_ ours: JSONValue, _ theirs: Any) -> Bool {
    switch ours {
    case .null: return theirs is NSNull
    case .bool(let value): return (theirs as? Bool) == value
    case .integer(let value): return (theirs as? NSNumber)?.int64Value == value
    case .number(let value):
      // Foundation's reader is not exact in the last bit.
      guard let double = (theirs as? NSNumber)?.doubleValue else { return false }
      return abs(double - value) <= abs(value) * 1e-15
    case .string(let value): return (theirs as? String) == value
    case .array(let values):
      guard let array = theirs as? [Any], array.count == values.count else { return false }
      return zip(values, array).allSatisfy { equal($0, $1) }
    case .object(let object):
      guard let dictionary = theirs as? [String: Any] else { return false }
      return object.members.allSatisfy { member in dictionary[member.key].map { equal(member.value, $0) } ?? false }
    }
  }

  /// Damaged texts give a value or an error, and never more.
  @Test func survivesDamage() throws {
    var random = RandomSource(seed: 2)
    var read = 0
    var refused = 0
    for _ in 0..<3000 {
      var bytes = randomValue(&random, depth: 0).serialized()
      for _ in 0..<Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: index)
        case 2: bytes.removeSubrange(index...)
        default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: index)
        }
      }
      do {
        let value = try JSONValue(parsing: bytes)
        #expect(try JSONValue(parsing: value.serialized()) == value)
        read += 1
      } catch {
        #expect(error.offset <= bytes.count)
        refused += 1
      }
    }
    #expect(read > 500)
    #expect(refused > 500)
  }
}

@Suite struct JSONWriterTests {
  @Test(
    arguments: [
      (JSONValue.null, "null"), (true, "true"), (0, "0"), (-7, "-7"), (.integer(.min), "-9223372036854775808"),
      (.integer(.max), "9223372036854775807"), (10, "10"), (.number(0.5), "0.5"), (.number(.infinity), "null"),
      (.number(.nan), "null"), ("", "\"\""), ("a\"b\\c\n\r\t\u{1}\u{1F}", #""a\"b\\c\n\r\t\u0001\u001f""#),
      ("ä€😀/", "\"ä€😀/\""), ([], "[]"), ([1, "x", .null], #"[1,"x",null]"#), ([:], "{}"),
      (["b": 1, "a": ["c": true]], #"{"b":1,"a":{"c":true}}"#),
    ] as [(JSONValue, String)])
  func writes(value: JSONValue, expected: String) {
    #expect(write(value) == expected)
  }

  @Test func escapesAtEachOffset() throws {
    for length in 0..<80 {
      for control in ["\n", "\"", "\\", "\u{0}", "\u{1F}"] {
        let text = String(repeating: "x", count: length) + control + String(repeating: "ü", count: length)
        #expect(try read(write(.string(text))) == .string(text))
      }
    }
  }

  @Test func appendsBehindWhatIsThere() {
    var bytes = Array("abc".utf8)
    JSONValue.array([1]).serialize(into: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "abc[1]")
  }

  @Test func prettyTextsMeanTheSame() throws {
    var random = RandomSource(seed: 3)
    for _ in 0..<200 {
      let value = randomValue(&random, depth: 0)
      #expect(try read(value.prettyPrinted()) == value)
    }
    let value: JSONValue = ["a": [1, [:]], "b": []]
    #expect(value.prettyPrinted() == "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}")
  }

  @Test func objectsAreChangedInPlace() {
    var object = JSONObject([JSONObject.Member("a", 1), JSONObject.Member("b", 2)])
    object.set("a", 3)
    object.set("c", 4)
    object.append("d", ifPresent: nil)
    #expect(write(.object(object)) == #"{"a":3,"b":2,"c":4}"#)
  }
}

func randomValue(_ random: inout RandomSource, depth: Int) -> JSONValue {
  switch Int.random(in: 0...(depth < 5 ? 8 : 5), using: &random) {
  case 0: return .null
  case 1: return .bool(Bool.random(using: &random))
  case 2: return .integer(Int64.random(in: .min ... .max, using: &random) &>> Int64.random(in: 0...63, using: &random))
  case 3: return .number(Double.random(in: -1000...1000, using: &random))
  case 4, 5: return .string(randomString(&random))
  case 6:
    return .array((0..<Int.random(in: 0...4, using: &random)).map { _ in randomValue(&random, depth: depth + 1) })
  default:
    return .object(
      JSONObject(
        (0..<Int.random(in: 0...4, using: &random)).map { index in
          JSONObject.Member("\(index)" + randomString(&random), randomValue(&random, depth: depth + 1))
        }))
  }
}

private func randomString(_ random: inout RandomSource) -> String {
  let alphabet: [Character] = ["a", "B", "7", " ", "\"", "\\", "\n", "\r", "\t", "\u{1}", "ä", "€", "😀", "/"]
  return String((0..<Int.random(in: 0...20, using: &random)).compactMap { _ in alphabet.randomElement(using: &random) })
}
