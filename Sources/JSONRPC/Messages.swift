/// What a request is known by: given back exactly as it came.
package enum RequestID: Hashable, Sendable {
  case integer(Int64)
  case string(String)

  package var json: JSONValue {
    switch self {
    case .integer(let value): return .integer(value)
    case .string(let value): return .string(value)
    }
  }

  /// Reads an integer (also one written like `1.0`) or a string.
  package init?(_ json: JSONValue) {
    if let value = json.integerValue {
      self = .integer(value)
    } else if let value = json.stringValue {
      self = .string(value)
    } else {
      return nil
    }
  }
}

extension RequestID: CustomStringConvertible {
  package var description: String {
    switch self {
    case .integer(let value): return String(value)
    case .string(let value): return "\"\(value)\""
    }
  }
}

/// The number of an error (JSON-RPC 2.0, section 5.1); protocols on top add theirs.
package struct ErrorCode: RawRepresentable, Hashable, Sendable {
  package let rawValue: Int64

  package init(rawValue: Int64) { self.rawValue = rawValue }

  package static let parseError = ErrorCode(rawValue: -32700)
  package static let invalidRequest = ErrorCode(rawValue: -32600)
  package static let methodNotFound = ErrorCode(rawValue: -32601)
  package static let invalidParams = ErrorCode(rawValue: -32602)
  package static let internalError = ErrorCode(rawValue: -32603)
}

/// Why a request failed.
package struct ResponseError: Error, Hashable, Sendable {
  package var code: ErrorCode
  package var message: String
  package var data: JSONValue?

  package init(_ code: ErrorCode, _ message: String, data: JSONValue? = nil) {
    self.code = code
    self.message = message
    self.data = data
  }

  package var json: JSONValue {
    var object = JSONObject()
    object.append("code", .integer(code.rawValue))
    object.append("message", .string(message))
    object.append("data", ifPresent: data)
    return .object(object)
  }
}

/// A message of the other side.
package enum IncomingMessage: Hashable, Sendable {
  /// `params` is `nil` where it is absent or `null`.
  case request(id: RequestID, method: String, params: JSONValue?)
  case notification(method: String, params: JSONValue?)
  /// `id` is `nil` where the other side could not tell which message of ours it failed to read.
  case response(id: RequestID?, result: Result<JSONValue, ResponseError>)
}

/// A message to the other side.
package enum OutgoingMessage: Hashable, Sendable {
  case request(id: RequestID, method: String, params: JSONValue?)
  case notification(method: String, params: JSONValue?)
  /// `id` is `nil` only for an error about a message whose id could not be read.
  case response(id: RequestID?, result: Result<JSONValue, ResponseError>)
}

/// A message that is JSON but no message, and the answer it deserves.
package struct MalformedMessage: Error, Hashable, Sendable {
  /// What the answer is addressed to; `nil` is written as `null`.
  package let id: RequestID?
  package let error: ResponseError

  package init(id: RequestID?, error: ResponseError) {
    self.id = id
    self.error = error
  }
}

extension IncomingMessage {
  /// Reads the body of a frame.
  package init(body: [UInt8]) throws(MalformedMessage) {
    let json: JSONValue
    do {
      json = try JSONValue(parsing: body)
    } catch {
      throw MalformedMessage(id: nil, error: ResponseError(.parseError, "The message is not JSON: \(error)."))
    }
    try self.init(json: json)
  }

  /// Tells requests, notifications and responses apart. A missing `jsonrpc` member is let pass.
  package init(json: JSONValue) throws(MalformedMessage) {
    guard case .object(let object) = json else {
      let what = json.arrayValue == nil ? "A message must be an object." : "Batches are not supported."
      throw MalformedMessage(id: nil, error: ResponseError(.invalidRequest, what))
    }
    let idValue = object["id"]
    let id = idValue.flatMap(RequestID.init)
    if let method = object["method"] {
      guard let name = method.stringValue else {
        throw MalformedMessage(id: id, error: ResponseError(.invalidRequest, "'method' must be a string."))
      }
      let params = object["params"].flatMap { $0.isNull ? nil : $0 }
      guard idValue != nil else {
        self = .notification(method: name, params: params)
        return
      }
      guard let id else {
        throw MalformedMessage(
          id: nil, error: ResponseError(.invalidRequest, "'id' must be an integer or a string."))
      }
      self = .request(id: id, method: name, params: params)
      return
    }
    if let error = object["error"], !error.isNull {
      let code = ErrorCode(rawValue: error["code"]?.integerValue ?? ErrorCode.internalError.rawValue)
      let message = error["message"]?.stringValue ?? ""
      self = .response(id: id, result: .failure(ResponseError(code, message, data: error["data"])))
      return
    }
    if let id, let result = object["result"] {
      self = .response(id: id, result: .success(result))
      return
    }
    throw MalformedMessage(
      id: id, error: ResponseError(.invalidRequest, "The message has neither 'method' nor 'result' nor 'error'."))
  }
}

extension OutgoingMessage {
  package var json: JSONValue {
    var object = JSONObject([JSONObject.Member("jsonrpc", "2.0")])
    switch self {
    case .request(let id, let method, let params):
      object.append("id", id.json)
      object.append("method", .string(method))
      object.append("params", ifPresent: params)
    case .notification(let method, let params):
      object.append("method", .string(method))
      object.append("params", ifPresent: params)
    case .response(let id, let result):
      object.append("id", id?.json ?? .null)
      switch result {
      case .success(let value): object.append("result", value)
      case .failure(let error): object.append("error", error.json)
      }
    }
    return .object(object)
  }

  /// Header and body, to be written at once.
  package func frame() -> [UInt8] { JSONRPC.frame(json.serialized()) }
}
