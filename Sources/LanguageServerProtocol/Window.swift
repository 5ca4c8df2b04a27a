import JSONRPC

package struct ShowMessageParams: Sendable, JSONEncodable {
  package let type: MessageType
  package let message: String

  package init(type: MessageType, message: String) {
    self.type = type
    self.message = message
  }

  package var json: JSONValue { ["type": .integer(type.rawValue), "message": .string(message)] }
}

package struct SetTraceParams: Sendable, JSONDecodable {
  package let value: TraceValue

  package init(json: JSONValue) throws(DecodingFailure) {
    guard let value = TraceValue(rawValue: try json.required("value")) else {
      throw DecodingFailure(path: "value", expected: "'off', 'messages' or 'verbose'")
    }
    self.value = value
  }
}

package struct LogTraceParams: Sendable, JSONEncodable {
  package let message: String
  package let verbose: String?

  package init(message: String, verbose: String?) {
    self.message = message
    self.verbose = verbose
  }

  package var json: JSONValue {
    var object = JSONObject()
    object.append("message", .string(message))
    object.append("verbose", ifPresent: verbose.map(JSONValue.string))
    return .object(object)
  }
}

package struct CancelParams: Sendable, JSONDecodable {
  package let id: RequestID

  package init(json: JSONValue) throws(DecodingFailure) {
    guard let id = json["id"].flatMap(RequestID.init) else {
      throw DecodingFailure(path: "id", expected: "an integer or a string")
    }
    self.id = id
  }
}

package struct WorkDoneProgressCreateParams: Sendable, JSONEncodable {
  package let token: String

  package init(token: String) { self.token = token }

  package var json: JSONValue { ["token": .string(token)] }
}

package struct WorkDoneProgressCancelParams: Sendable, JSONDecodable {
  /// Ours are strings.
  package let token: String?

  package init(json: JSONValue) throws(DecodingFailure) { token = json.optional("token") }
}

package struct ProgressParams: Sendable, JSONEncodable {
  package enum Value: Hashable, Sendable {
    case begin(title: String, cancellable: Bool, message: String?, percentage: UInt32?)
    case report(message: String?, percentage: UInt32?)
    case end
  }

  package let token: String
  package let value: Value

  package init(token: String, value: Value) {
    self.token = token
    self.value = value
  }

  package var json: JSONValue {
    var object = JSONObject()
    switch value {
    case .begin(let title, let cancellable, let message, let percentage):
      object.append("kind", "begin")
      object.append("title", .string(title))
      object.append("cancellable", .bool(cancellable))
      object.append("message", ifPresent: message.map(JSONValue.string))
      object.append("percentage", ifPresent: percentage.map { .integer(Int64($0)) })
    case .report(let message, let percentage):
      object.append("kind", "report")
      object.append("message", ifPresent: message.map(JSONValue.string))
      object.append("percentage", ifPresent: percentage.map { .integer(Int64($0)) })
    case .end:
      object.append("kind", "end")
    }
    return ["token": .string(token), "value": .object(object)]
  }
}
