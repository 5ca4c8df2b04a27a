import JSONRPC

package struct TextDocumentPositionParams: Sendable, JSONDecodable {
  package let textDocument: TextDocumentIdentifier
  package let position: Position

  package init(json: JSONValue) throws(DecodingFailure) {
    textDocument = try json.required("textDocument")
    position = try json.required("position")
  }
}

package struct Hover: Hashable, Sendable, JSONEncodable {
  package let contents: MarkupContent
  package let range: Range

  package init(contents: MarkupContent, range: Range) {
    self.contents = contents
    self.range = range
  }

  package var json: JSONValue { ["contents": contents.json, "range": range.json] }
}
