import JSONRPC

/// A place in a document: a line and a column, both from 0, the column in units of the negotiated encoding.
package struct Position: Hashable, Comparable, Sendable {
  package let line: UInt32
  package let character: UInt32

  package init(line: UInt32, character: UInt32) {
    self.line = line
    self.character = character
  }

  package static func < (a: Position, b: Position) -> Bool {
    a.line != b.line ? a.line < b.line : a.character < b.character
  }
}

extension Position: JSONDecodable, JSONEncodable {
  package init(json: JSONValue) throws(DecodingFailure) {
    line = try json.required("line")
    character = try json.required("character")
  }

  package var json: JSONValue {
    .object(
      JSONObject([
        JSONObject.Member("line", .integer(Int64(line))), JSONObject.Member("character", .integer(Int64(character))),
      ]))
  }
}

/// A stretch of a document, end exclusive. A client's may be upside down.
package struct Range: Hashable, Sendable {
  package let start: Position
  package let end: Position

  package init(start: Position, end: Position) {
    self.start = start
    self.end = end
  }
}

extension Range: JSONDecodable, JSONEncodable {
  package init(json: JSONValue) throws(DecodingFailure) {
    start = try json.required("start")
    end = try json.required("end")
  }

  package var json: JSONValue {
    .object(JSONObject([JSONObject.Member("start", start.json), JSONObject.Member("end", end.json)]))
  }
}

package struct Location: Hashable, Sendable, JSONEncodable {
  package let uri: DocumentURI
  package let range: Range

  package init(uri: DocumentURI, range: Range) {
    self.uri = uri
    self.range = range
  }

  package var json: JSONValue { ["uri": uri.json, "range": range.json] }
}

/// The units that columns are counted in.
package enum PositionEncodingKind: String, Sendable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"
}

package struct TextDocumentIdentifier: Hashable, Sendable, JSONDecodable {
  package let uri: DocumentURI

  package init(json: JSONValue) throws(DecodingFailure) { uri = try json.required("uri") }
}

package struct VersionedTextDocumentIdentifier: Hashable, Sendable, JSONDecodable {
  package let uri: DocumentURI
  /// Missing from clients that do not count.
  package let version: Int32?

  package init(json: JSONValue) throws(DecodingFailure) {
    uri = try json.required("uri")
    version = json.optional("version")
  }
}

package struct TextDocumentItem: Hashable, Sendable, JSONDecodable {
  package let uri: DocumentURI
  package let languageID: String
  package let version: Int32
  package let text: String

  package init(json: JSONValue) throws(DecodingFailure) {
    uri = try json.required("uri")
    languageID = json.optional("languageId") ?? ""
    version = json.optional("version") ?? 0
    text = try json.required("text")
  }
}

package struct WorkspaceFolder: Hashable, Sendable, JSONDecodable {
  package let uri: DocumentURI
  package let name: String

  package init(json: JSONValue) throws(DecodingFailure) {
    uri = try json.required("uri")
    name = json.optional("name") ?? ""
  }
}

package enum MarkupKind: String, Sendable {
  case plainText = "plaintext"
  case markdown
}

package struct MarkupContent: Hashable, Sendable, JSONEncodable {
  package let kind: MarkupKind
  package let value: String

  package init(kind: MarkupKind, value: String) {
    self.kind = kind
    self.value = value
  }

  package var json: JSONValue { ["kind": .string(kind.rawValue), "value": .string(value)] }
}

package enum MessageType: Int64, Sendable {
  case error = 1
  case warning = 2
  case info = 3
  case log = 4
}

/// How much is told by `$/logTrace`.
package enum TraceValue: String, Sendable {
  case off
  case messages
  case verbose
}
