import JSONRPC

/// The kind of a code action: words joined by dots, from general to special.
package struct CodeActionKind: Hashable, Sendable {
  package let rawValue: String

  package init(_ rawValue: String) { self.rawValue = rawValue }

  package static let quickFix = CodeActionKind("quickfix")
  package static let sourceFixAll = CodeActionKind("source.fixAll")

  /// Whether a request for this kind wants the other: `a` wants `a` and `a.b`, not `ab`; the empty kind wants all.
  package func includes(_ other: CodeActionKind) -> Bool {
    rawValue.isEmpty || other.rawValue == rawValue || other.rawValue.hasPrefix(rawValue + ".")
  }
}

package enum CodeActionTriggerKind: Int64, Sendable {
  case invoked = 1
  case automatic = 2
}

/// A diagnostic as the client gives it back: what is needed to tell whether it is one of ours, and the whole.
package struct ClientDiagnostic: Hashable, Sendable {
  package let range: Range
  package let code: String?
  package let source: String?
  package let json: JSONValue

  package init(json: JSONValue) throws(DecodingFailure) {
    range = try json.required("range")
    code = json.optional("code")
    source = json.optional("source")
    self.json = json
  }
}

package struct CodeActionParams: Sendable, JSONDecodable {
  package let textDocument: TextDocumentIdentifier
  package let range: Range
  /// Those that can't be read are left out.
  package let diagnostics: [ClientDiagnostic]
  /// `nil`: no kind in particular is wanted.
  package let only: [CodeActionKind]?
  package let triggerKind: CodeActionTriggerKind?

  package init(json: JSONValue) throws(DecodingFailure) {
    textDocument = try json.required("textDocument")
    range = try json.required("range")
    let context = json["context"] ?? .null
    diagnostics = (context["diagnostics"]?.arrayValue ?? []).compactMap { value in
      do {
        return try ClientDiagnostic(json: value)
      } catch {
        return nil
      }
    }
    only = context["only"]?.arrayValue.map { $0.compactMap(\.stringValue).map(CodeActionKind.init) }
    triggerKind = context["triggerKind"]?.integerValue.flatMap(CodeActionTriggerKind.init)
  }
}

package struct CodeAction: Sendable, JSONEncodable {
  package var title: String
  package var kind: CodeActionKind
  package var diagnostics: [JSONValue] = []
  package var isPreferred = false
  package var edit: WorkspaceEdit?
  package var data: JSONValue?

  package init(title: String, kind: CodeActionKind) {
    self.title = title
    self.kind = kind
  }

  package var json: JSONValue {
    var object = JSONObject()
    object.append("title", .string(title))
    object.append("kind", .string(kind.rawValue))
    if !diagnostics.isEmpty { object.append("diagnostics", .array(diagnostics)) }
    if isPreferred { object.append("isPreferred", true) }
    object.append("edit", ifPresent: edit?.json)
    object.append("data", ifPresent: data)
    return .object(object)
  }
}

package struct TextEdit: Hashable, Sendable, JSONEncodable {
  package let range: Range
  package let newText: String

  package init(range: Range, newText: String) {
    self.range = range
    self.newText = newText
  }

  package var json: JSONValue { ["range": range.json, "newText": .string(newText)] }
}

package struct TextDocumentEdit: Hashable, Sendable, JSONEncodable {
  package let uri: DocumentURI
  /// `nil` for a document that is not open.
  package let version: Int32?
  package let edits: [TextEdit]
  /// Of the annotation that goes with each edit.
  package let annotationID: String?

  package init(uri: DocumentURI, version: Int32?, edits: [TextEdit], annotationID: String? = nil) {
    self.uri = uri
    self.version = version
    self.edits = edits
    self.annotationID = annotationID
  }

  package var json: JSONValue {
    [
      "textDocument": ["uri": uri.json, "version": version.map { .integer(Int64($0)) } ?? .null],
      "edits": .array(
        edits.map { edit in
          guard let annotationID else { return edit.json }
          return ["range": edit.range.json, "newText": .string(edit.newText), "annotationId": .string(annotationID)]
        }),
    ]
  }
}

/// What the user should know before edits are made.
package struct ChangeAnnotation: Hashable, Sendable, JSONEncodable {
  package let id: String
  package let label: String
  package let needsConfirmation: Bool
  package let description: String

  package init(id: String, label: String, needsConfirmation: Bool, description: String) {
    self.id = id
    self.label = label
    self.needsConfirmation = needsConfirmation
    self.description = description
  }

  package var json: JSONValue {
    [
      "label": .string(label), "needsConfirmation": .bool(needsConfirmation), "description": .string(description),
    ]
  }
}

/// A change of one or more documents, in the form the client understands.
package enum WorkspaceEdit: Hashable, Sendable, JSONEncodable {
  /// With versions, so that a change that comes too late fails instead of damaging the text. Files that are not there yet
  /// are created first.
  case documentChanges([TextDocumentEdit], creating: [DocumentURI] = [], annotations: [ChangeAnnotation] = [])
  case changes([TextDocumentEdit])

  package var json: JSONValue {
    switch self {
    case .documentChanges(let documents, let created, let annotations):
      let creations: [JSONValue] = created.map { uri in
        ["kind": "create", "uri": uri.json, "options": ["ignoreIfExists": true]]
      }
      var object = JSONObject()
      object.append("documentChanges", .array(creations + documents.map(\.json)))
      if !annotations.isEmpty {
        object.append(
          "changeAnnotations", .object(JSONObject(annotations.map { JSONObject.Member($0.id, $0.json) })))
      }
      return .object(object)
    case .changes(let documents):
      let members = documents.map { JSONObject.Member($0.uri.string, .array($0.edits.map(\.json))) }
      return ["changes": .object(JSONObject(members))]
    }
  }
}
