import JSONRPC

package struct DidOpenTextDocumentParams: Sendable, JSONDecodable {
  package let textDocument: TextDocumentItem

  package init(json: JSONValue) throws(DecodingFailure) { textDocument = try json.required("textDocument") }
}

/// A change of a text; the deprecated `rangeLength` is ignored.
package struct TextDocumentContentChangeEvent: Hashable, Sendable, JSONDecodable {
  /// `nil`: the whole text is replaced.
  package let range: Range?
  package let text: String

  package init(range: Range?, text: String) {
    self.range = range
    self.text = text
  }

  package init(json: JSONValue) throws(DecodingFailure) {
    text = try json.required("text")
    if let value = json["range"], !value.isNull {
      do {
        range = try Range(json: value)
      } catch {
        throw error.within("range")
      }
    } else {
      range = nil
    }
  }
}

package struct DidChangeTextDocumentParams: Sendable, JSONDecodable {
  package let textDocument: VersionedTextDocumentIdentifier
  /// In the order in which they apply, each to what the one before left.
  package let contentChanges: [TextDocumentContentChangeEvent]

  package init(json: JSONValue) throws(DecodingFailure) {
    textDocument = try json.required("textDocument")
    contentChanges = try json.required("contentChanges")
  }
}

package struct DidSaveTextDocumentParams: Sendable, JSONDecodable {
  package let textDocument: TextDocumentIdentifier
  package let text: String?

  package init(json: JSONValue) throws(DecodingFailure) {
    textDocument = try json.required("textDocument")
    text = json.optional("text")
  }
}

package struct DidCloseTextDocumentParams: Sendable, JSONDecodable {
  package let textDocument: TextDocumentIdentifier

  package init(json: JSONValue) throws(DecodingFailure) { textDocument = try json.required("textDocument") }
}
