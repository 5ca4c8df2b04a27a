/// Writes syntax errors as lines of JSON: file, number, place in bytes, line and column (from 1, in UTF-16) and message.
package struct ErrorPrinter: ~Copyable {
  package var output = LineBuffer()

  package init() {}

  package mutating func print(_ errors: [SyntaxError], of bytes: [UInt8], name: String) {
    guard !errors.isEmpty else { return }
    let lines = LineTable(bytes, lineEnds: .csharp)
    let ordered = errors.sorted {
      ($0.range.start, $0.range.end, $0.id) < ($1.range.start, $1.range.end, $1.id)
    }
    for error in ordered {
      let position = lines.position(of: error.range.start, in: bytes, columns: .utf16)
      output.write("{\"f\":")
      writeString(name)
      output.write(",\"id\":\"CS")
      if error.id < 1000 { output.write(error.id < 100 ? "00" : "0") }
      output.write(Int(error.id))
      output.write("\",\"start\":")
      output.write(Int(error.range.start.value))
      output.write(",\"end\":")
      output.write(Int(error.range.end.value))
      output.write(",\"line\":")
      output.write(position.line + 1)
      output.write(",\"col\":")
      output.write(position.column + 1)
      output.write(",\"message\":")
      writeString(error.message)
      output.write("}")
      output.endLine()
    }
  }

  private mutating func writeString(_ text: String) {
    let hex: StaticString = "0123456789abcdef"
    output.writeByte(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        output.writeByte(UInt8(ascii: "\\"))
        output.writeByte(byte)
      case 0..<0x20:
        output.write("\\u00")
        output.writeByte(hex.utf8Start[Int(byte >> 4)])
        output.writeByte(hex.utf8Start[Int(byte & 15)])
      default: output.writeByte(byte)
      }
    }
    output.writeByte(UInt8(ascii: "\""))
  }
}

extension ErrorPrinter {
  /// Prints the errors that the lexer alone finds in a text.
  package mutating func printLexicalErrors(_ bytes: [UInt8], options: ParseOptions, name: String) {
    var builder = TreeBuilder()
    _ = bytes.withUnsafeBufferPointer { lexTokens($0, options: options, into: &builder) }
    print(builder.errors, of: bytes, name: name)
  }
}
