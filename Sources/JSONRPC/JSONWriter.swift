extension JSONValue {
  /// The value as a text in UTF-8 without white space.
  package func serialized() -> [UInt8] {
    var bytes: [UInt8] = []
    serialize(into: &bytes)
    return bytes
  }

  /// Appends the value's text. Numbers that JSON lacks (infinities, NaN) are written as `null`.
  package func serialize(into bytes: inout [UInt8]) {
    var writer = JSONWriter(bytes)
    bytes = []
    writer.write(self)
    bytes = writer.finish()
  }

  /// The value as indented text, for people.
  package func prettyPrinted() -> String {
    var text = ""
    appendPretty(to: &text, indentation: "")
    return text
  }

  private func appendPretty(to text: inout String, indentation: String) {
    let inner = indentation + "  "
    switch self {
    case .array(let values) where !values.isEmpty:
      text += "["
      for (index, value) in values.enumerated() {
        text += index == 0 ? "\n" + inner : ",\n" + inner
        value.appendPretty(to: &text, indentation: inner)
      }
      text += "\n" + indentation + "]"
    case .object(let object) where !object.isEmpty:
      text += "{"
      for (index, member) in object.members.enumerated() {
        text += index == 0 ? "\n" + inner : ",\n" + inner
        text += String(decoding: JSONValue.string(member.key).serialized(), as: UTF8.self) + ": "
        member.value.appendPretty(to: &text, indentation: inner)
      }
      text += "\n" + indentation + "}"
    default:
      text += String(decoding: serialized(), as: UTF8.self)
    }
  }
}

/// Writes JSON into memory of its own. Room is made before each write, so that the writes themselves need no check.
private struct JSONWriter {
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count: Int

  init(_ bytes: [UInt8]) {
    capacity = max(1024, bytes.count &* 2)
    count = bytes.count
    memory = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    bytes.withUnsafeBufferPointer { buffer in
      if let base = buffer.baseAddress { memory.initialize(from: base, count: buffer.count) }
    }
  }

  /// Hands over the text and frees the memory; the writer must not be used afterwards.
  mutating func finish() -> [UInt8] {
    let bytes = [UInt8](UnsafeBufferPointer(start: memory, count: count))
    memory.deallocate()
    capacity = 0
    count = 0
    return bytes
  }

  @inline(__always)
  private mutating func makeRoom(_ length: Int) {
    if capacity &- count < length { grow(length) }
  }

  @inline(never)
  private mutating func grow(_ length: Int) {
    capacity = max(capacity &* 2, count &+ length)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.initialize(from: memory, count: count)
    memory.deallocate()
    memory = larger
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    makeRoom(1)
    memory[count] = byte
    count &+= 1
  }

  private mutating func put(_ word: StaticString) {
    let length = word.utf8CodeUnitCount
    makeRoom(length)
    (memory + count).initialize(from: word.utf8Start, count: length)
    count &+= length
  }

  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: put("null")
    case .bool(true): put("true")
    case .bool(false): put("false")
    case .integer(let value): write(value)
    case .number(let value):
      if value.isFinite { writeRaw(value.description) } else { put("null") }
    case .string(let text): write(text)
    case .array(let values):
      put(UInt8(ascii: "["))
      var isFirst = true
      for value in values {
        if !isFirst { put(UInt8(ascii: ",")) }
        isFirst = false
        write(value)
      }
      put(UInt8(ascii: "]"))
    case .object(let object):
      put(UInt8(ascii: "{"))
      var isFirst = true
      for member in object.members {
        if !isFirst { put(UInt8(ascii: ",")) }
        isFirst = false
        write(member.key)
        put(UInt8(ascii: ":"))
        write(member.value)
      }
      put(UInt8(ascii: "}"))
    }
  }

  private mutating func write(_ value: Int64) {
    makeRoom(20)
    var magnitude = value.magnitude
    if value < 0 { put(UInt8(ascii: "-")) }
    var digits = 1
    var rest = magnitude
    while rest >= 10 {
      rest /= 10
      digits &+= 1
    }
    var index = count &+ digits
    count = index
    repeat {
      index &-= 1
      memory[index] = UInt8(truncatingIfNeeded: magnitude % 10) &+ UInt8(ascii: "0")
      magnitude /= 10
    } while magnitude > 0
  }

  private mutating func writeRaw(_ text: String) {
    for byte in text.utf8 { put(byte) }
  }

  private mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { buffer in
      guard let base = buffer.baseAddress else {
        put("\"\"")
        return
      }
      // Six bytes are the longest escape of one byte; most strings are short, so the whole room is made at once.
      let length = buffer.count
      if length <= 64 { makeRoom(length &* 6 &+ 2) } else { makeRoom(length &+ 2) }
      put(UInt8(ascii: "\""))
      var position = 0
      while position < length {
        let run = position
        position = JSONWriter.endOfPlainRun(base, position, length)
        if position > run {
          makeRoom(position &- run)
          (memory + count).initialize(from: base + run, count: position &- run)
          count &+= position &- run
        }
        if position < length {
          writeEscape(base[position])
          position &+= 1
        }
      }
      put(UInt8(ascii: "\""))
    }
  }

  /// The index of the next byte that must be escaped, or the length.
  @inline(__always)
  private static func endOfPlainRun(_ base: UnsafePointer<UInt8>, _ start: Int, _ length: Int) -> Int {
    let raw = UnsafeRawPointer(base)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    var position = start
    while position &+ 8 <= length {
      let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian
      let quotes = word ^ (ones &* 0x22)
      let slashes = word ^ (ones &* 0x5C)
      let marked =
        ((quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes | (word &- ones &* 0x20) & ~word) & highs
      if marked != 0 { return position &+ marked.trailingZeroBitCount &>> 3 }
      position &+= 8
    }
    while position < length {
      let byte = base[position]
      if byte == 0x22 || byte == 0x5C || byte < 0x20 { return position }
      position &+= 1
    }
    return position
  }

  private mutating func writeEscape(_ byte: UInt8) {
    switch byte {
    case 0x22: put("\\\"")
    case 0x5C: put("\\\\")
    case 0x0A: put("\\n")
    case 0x0D: put("\\r")
    case 0x09: put("\\t")
    default:
      put("\\u00")
      put(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
      let digit = byte & 0x0F
      put(digit < 10 ? digit &+ UInt8(ascii: "0") : digit &- 10 &+ UInt8(ascii: "a"))
    }
  }
}
