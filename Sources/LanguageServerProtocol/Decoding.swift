import JSONRPC

/// A part of a message that is not what the protocol says it is.
package struct DecodingFailure: Error, Hashable, Sendable {
  /// Such as `textDocument.uri`.
  package let path: String
  package let expected: String

  package init(path: String, expected: String) {
    self.path = path
    self.expected = expected
  }

  func within(_ key: String) -> DecodingFailure {
    DecodingFailure(path: path.isEmpty ? key : key + "." + path, expected: expected)
  }
}

extension DecodingFailure: CustomStringConvertible {
  package var description: String {
    path.isEmpty ? "The parameters must be \(expected)." : "'\(path)' must be \(expected)."
  }
}

/// What can be read from JSON. Unknown members are ignored, and optional ones of a wrong type count as absent:
/// what a client sends there is not worth failing a request for.
package protocol JSONDecodable {
  init(json: JSONValue) throws(DecodingFailure)
}

package protocol JSONEncodable {
  var json: JSONValue { get }
}

extension JSONValue {
  /// A member that must be there.
  func required<Value: JSONDecodable>(_ key: String) throws(DecodingFailure) -> Value {
    guard let value = self[key] else { throw DecodingFailure(path: key, expected: "present") }
    do {
      return try Value(json: value)
    } catch {
      throw error.within(key)
    }
  }

  /// A member that may be absent, `null`, or of a type that we don't know.
  func optional<Value: JSONDecodable>(_ key: String) -> Value? {
    guard let value = self[key], !value.isNull else { return nil }
    do {
      return try Value(json: value)
    } catch {
      return nil
    }
  }

  /// A capability that is declared by `true`.
  func flag(_ key: String) -> Bool { self[key]?.boolValue ?? false }

  /// A capability that is declared by an object, however empty. An empty Lua table arrives as `[]`.
  func declares(_ key: String) -> Bool {
    switch self[key] {
    case .object, .bool(true): return true
    case .array(let values): return values.isEmpty
    default: return false
    }
  }
}

extension String: JSONDecodable {
  package init(json: JSONValue) throws(DecodingFailure) {
    guard let value = json.stringValue else { throw DecodingFailure(path: "", expected: "a string") }
    self = value
  }
}

extension Int64: JSONDecodable {
  package init(json: JSONValue) throws(DecodingFailure) {
    guard let value = json.integerValue else { throw DecodingFailure(path: "", expected: "an integer") }
    self = value
  }
}

/// Clamps to what 32 bits hold.
extension Int32: JSONDecodable {
  package init(json: JSONValue) throws(DecodingFailure) { self.init(clamping: try Int64(json: json)) }
}

/// Clamps to what 32 bits hold. Clients send huge numbers for "the end", and a negative one is a bug of theirs
/// that costs nothing to forgive.
extension UInt32: JSONDecodable {
  package init(json: JSONValue) throws(DecodingFailure) { self.init(clamping: try Int64(json: json)) }
}

extension Bool: JSONDecodable {
  package init(json: JSONValue) throws(DecodingFailure) {
    guard let value = json.boolValue else { throw DecodingFailure(path: "", expected: "a Boolean") }
    self = value
  }
}

extension JSONValue: JSONDecodable {
  package init(json: JSONValue) { self = json }
}

/// An empty object stands for an empty array too: some clients can't tell them apart.
extension Array: JSONDecodable where Element: JSONDecodable {
  package init(json: JSONValue) throws(DecodingFailure) {
    if let object = json.objectValue, object.isEmpty {
      self = []
      return
    }
    guard let values = json.arrayValue else { throw DecodingFailure(path: "", expected: "an array") }
    self = []
    reserveCapacity(values.count)
    for (index, value) in values.enumerated() {
      do {
        append(try Element(json: value))
      } catch {
        throw error.within("\(index)")
      }
    }
  }
}
