import JSONRPC

package struct DidChangeConfigurationParams: Sendable, JSONDecodable {
  package let settings: JSONValue

  package init(json: JSONValue) { settings = json["settings"] ?? .null }
}

package struct ConfigurationParams: Sendable, JSONEncodable {
  package let sections: [String]

  package init(sections: [String]) { self.sections = sections }

  package var json: JSONValue { ["items": .array(sections.map { ["section": .string($0)] })] }
}

package enum FileChangeType: Int64, Sendable {
  case created = 1
  case changed = 2
  case deleted = 3
}

package struct FileEvent: Hashable, Sendable, JSONDecodable {
  package let uri: DocumentURI
  package let type: FileChangeType

  package init(json: JSONValue) throws(DecodingFailure) {
    uri = try json.required("uri")
    type = (json.optional("type") as Int64?).flatMap(FileChangeType.init) ?? .changed
  }
}

package struct DidChangeWatchedFilesParams: Sendable, JSONDecodable {
  package let changes: [FileEvent]

  package init(json: JSONValue) throws(DecodingFailure) { changes = try json.required("changes") }
}

package struct FileSystemWatcher: Hashable, Sendable, JSONEncodable {
  /// Where the pattern counts from; `nil`: it holds for all folders.
  package let base: DocumentURI?
  package let pattern: String

  package init(base: DocumentURI?, pattern: String) {
    self.base = base
    self.pattern = pattern
  }

  package var json: JSONValue {
    guard let base else { return ["globPattern": .string(pattern)] }
    return ["globPattern": ["baseUri": base.json, "pattern": .string(pattern)]]
  }
}

package struct DidChangeWorkspaceFoldersParams: Sendable, JSONDecodable {
  package let added: [WorkspaceFolder]
  package let removed: [WorkspaceFolder]

  package init(json: JSONValue) throws(DecodingFailure) {
    let event: JSONValue = try json.required("event")
    added = event.optional("added") ?? []
    removed = event.optional("removed") ?? []
  }
}

package struct Registration: Hashable, Sendable, JSONEncodable {
  package let id: String
  package let method: String
  package let options: JSONValue?

  package init(id: String, method: String, options: JSONValue? = nil) {
    self.id = id
    self.method = method
    self.options = options
  }

  package var json: JSONValue {
    var object = JSONObject()
    object.append("id", .string(id))
    object.append("method", .string(method))
    object.append("registerOptions", ifPresent: options)
    return .object(object)
  }
}

package struct RegistrationParams: Sendable, JSONEncodable {
  package let registrations: [Registration]

  package init(registrations: [Registration]) { self.registrations = registrations }

  package var json: JSONValue { ["registrations": .array(registrations.map(\.json))] }
}

package struct UnregistrationParams: Sendable, JSONEncodable {
  package let id: String
  package let method: String

  package init(id: String, method: String) {
    self.id = id
    self.method = method
  }

  /// The protocol spells the member so.
  package var json: JSONValue { ["unregisterations": [["id": .string(id), "method": .string(method)]]] }
}

package struct ExecuteCommandParams: Sendable, JSONDecodable {
  package let command: String
  package let arguments: [JSONValue]

  package init(json: JSONValue) throws(DecodingFailure) {
    command = try json.required("command")
    arguments = json.optional("arguments") ?? []
  }
}
