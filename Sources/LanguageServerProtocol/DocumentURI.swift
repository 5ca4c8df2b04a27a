import JSONRPC

/// The URI of a document: exactly as the client wrote it, since that is what it must get back.
package struct DocumentURI: Hashable, Sendable {
  package let string: String

  package init(_ string: String) { self.string = string }

  /// The URI of a file.
  ///
  /// - Parameter path: absolute; on Windows `C:\a\b` or `C:/a/b`.
  package init(path: String) {
    var path = path
    if path.contains("\\"), DocumentURI.hasDrive(path) {
      path = String(path.map { $0 == "\\" ? "/" : $0 })
    }
    if !path.hasPrefix("/") { path = "/" + path }
    var text = "file://"
    for byte in path.utf8 {
      if DocumentURI.isUnreserved(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += "%"
        text += DocumentURI.hexDigits[Int(byte >> 4)]
        text += DocumentURI.hexDigits[Int(byte & 15)]
      }
    }
    string = text
  }

  private static let hexDigits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "A", "B", "C", "D", "E", "F"]

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: ":"):
      return true
    default: return false
    }
  }

  private static func hasDrive(_ path: String) -> Bool {
    let bytes = Array(path.utf8.prefix(2))
    return bytes.count == 2 && (bytes[0] | 0x20) &- UInt8(ascii: "a") < 26 && bytes[1] == UInt8(ascii: ":")
  }

  /// The path of a `file:` URI, percent-decoded and without `.` and `..`; `nil` for other schemes.
  ///
  /// What is no URI at all but an absolute path is taken as that path.
  package var filePath: String? {
    let rest: Substring
    if string.hasPrefix("/") {
      return DocumentURI.normalized(string)
    } else if let colon = string.firstIndex(of: ":"), string[..<colon].lowercased() == "file" {
      rest = string[string.index(after: colon)...]
    } else {
      return nil
    }
    var path = rest
    if path.hasPrefix("//") {
      path = path.dropFirst(2)
      // An authority is kept only for what Windows calls a UNC path.
      guard let slash = path.firstIndex(of: "/") else { return nil }
      let authority = path[..<slash]
      if !authority.isEmpty, authority.lowercased() != "localhost" {
        return DocumentURI.normalized("//" + authority + DocumentURI.percentDecoded(path[slash...]))
      }
      path = path[slash...]
    }
    let cut = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
    return DocumentURI.normalized(DocumentURI.percentDecoded(path[..<cut]))
  }

  /// What two spellings of one document have in common: the path of a file, else the percent-decoded URI.
  package var key: String { filePath ?? DocumentURI.percentDecoded(string[...]) }

  private static func percentDecoded(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    let bytes = Array(text.utf8)
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index &+ 2 < bytes.count, let high = hexValue(bytes[index &+ 1]),
        let low = hexValue(bytes[index &+ 2])
      {
        decoded.append(high << 4 | low)
        index &+= 3
      } else {
        decoded.append(bytes[index])
        index &+= 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return byte &- UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): return byte &- UInt8(ascii: "a") &+ 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): return byte &- UInt8(ascii: "A") &+ 10
    default: return nil
    }
  }

  /// Resolves `.` and `..`, removes a slash at the end, and writes a drive as `C:/`.
  private static func normalized(_ path: String) -> String {
    var path = path
    let isUNC = path.hasPrefix("//")
    if path.hasPrefix("/"), hasDrive(String(path.dropFirst())) {
      path.removeFirst()
      path = path.prefix(1).uppercased() + path.dropFirst()
    }
    guard isUNC || path.contains("//") || path.contains("/.") || (path.hasSuffix("/") && path != "/") else {
      return path
    }
    let isRooted = path.hasPrefix("/")
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: true) {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return (isUNC ? "//" : isRooted ? "/" : "") + parts.joined(separator: "/")
  }
}

extension DocumentURI: JSONDecodable, JSONEncodable {
  package init(json: JSONValue) throws(DecodingFailure) { self.init(try String(json: json)) }
  package var json: JSONValue { .string(string) }
}
