import JSONRPC

package enum DiagnosticSeverity: Int64, Sendable {
  case error = 1
  case warning = 2
  case information = 3
  case hint = 4
}

package enum DiagnosticTag: Int64, Sendable {
  case unnecessary = 1
  case deprecated = 2
}

package struct DiagnosticRelatedInformation: Hashable, Sendable, JSONEncodable {
  package let location: Location
  package let message: String

  package init(location: Location, message: String) {
    self.location = location
    self.message = message
  }

  package var json: JSONValue { ["location": location.json, "message": .string(message)] }
}

package struct Diagnostic: Hashable, Sendable, JSONEncodable {
  package var range: Range
  package var severity: DiagnosticSeverity
  package var code: String?
  /// A link to the documentation of the code.
  package var codeDescription: String?
  package var source: String
  package var message: String
  package var tags: [DiagnosticTag] = []
  package var relatedInformation: [DiagnosticRelatedInformation] = []
  package var data: JSONValue?

  package init(range: Range, severity: DiagnosticSeverity, code: String?, source: String, message: String) {
    self.range = range
    self.severity = severity
    self.code = code
    self.source = source
    self.message = message
  }

  package var json: JSONValue {
    var object = JSONObject()
    object.append("range", range.json)
    object.append("severity", .integer(severity.rawValue))
    object.append("code", ifPresent: code.map(JSONValue.string))
    if let codeDescription { object.append("codeDescription", ["href": .string(codeDescription)]) }
    object.append("source", .string(source))
    object.append("message", .string(message))
    if !tags.isEmpty { object.append("tags", .array(tags.map { .integer($0.rawValue) })) }
    if !relatedInformation.isEmpty { object.append("relatedInformation", .array(relatedInformation.map(\.json))) }
    object.append("data", ifPresent: data)
    return .object(object)
  }
}

package struct PublishDiagnosticsParams: Sendable, JSONEncodable {
  package let uri: DocumentURI
  package let version: Int32?
  package let diagnostics: [Diagnostic]

  package init(uri: DocumentURI, version: Int32?, diagnostics: [Diagnostic]) {
    self.uri = uri
    self.version = version
    self.diagnostics = diagnostics
  }

  package var json: JSONValue {
    var object = JSONObject()
    object.append("uri", uri.json)
    object.append("version", ifPresent: version.map { .integer(Int64($0)) })
    object.append("diagnostics", .array(diagnostics.map(\.json)))
    return .object(object)
  }
}

package struct DocumentDiagnosticParams: Sendable, JSONDecodable {
  package let textDocument: TextDocumentIdentifier
  package let previousResultID: String?

  package init(json: JSONValue) throws(DecodingFailure) {
    textDocument = try json.required("textDocument")
    previousResultID = json.optional("previousResultId")
  }
}

package enum DocumentDiagnosticReport: Sendable, JSONEncodable {
  case full(resultID: String, items: [Diagnostic])
  case unchanged(resultID: String)

  package var json: JSONValue {
    switch self {
    case .full(let resultID, let items):
      return ["kind": "full", "resultId": .string(resultID), "items": .array(items.map(\.json))]
    case .unchanged(let resultID):
      return ["kind": "unchanged", "resultId": .string(resultID)]
    }
  }
}

/// What goes with ``ErrorCode/serverCancelled``.
package struct DiagnosticServerCancellationData: Sendable, JSONEncodable {
  package let retriggerRequest: Bool

  package init(retriggerRequest: Bool) { self.retriggerRequest = retriggerRequest }

  package var json: JSONValue { ["retriggerRequest": .bool(retriggerRequest)] }
}
