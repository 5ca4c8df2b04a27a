/// A JSON value. Objects keep the order of their members, and integers stay integers.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  /// Any number that is written with a fraction or an exponent, or that 64 bits do not hold.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}

/// The members of a JSON object in the order of the text, or in which they were added.
package struct JSONObject: Hashable, Sendable {
  package struct Member: Hashable, Sendable {
    package let key: String
    package var value: JSONValue

    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  package var members: [Member]

  package init(_ members: [Member] = []) {
    self.members = members
  }

  package var isEmpty: Bool { members.isEmpty }

  /// The value of a member; of the last one where a text names a key twice, as ECMAScript has it.
  package subscript(key: String) -> JSONValue? {
    for member in members.reversed() where member.key == key { return member.value }
    return nil
  }

  /// Adds a member behind the others. The key must not be there yet.
  package mutating func append(_ key: String, _ value: JSONValue) {
    members.append(Member(key, value))
  }

  /// Adds a member behind the others unless there is no value.
  package mutating func append(_ key: String, ifPresent value: JSONValue?) {
    if let value { append(key, value) }
  }

  /// Gives a member a value where it stands, or adds it behind the others.
  package mutating func set(_ key: String, _ value: JSONValue) {
    if let index = members.lastIndex(where: { $0.key == key }) {
      members[index].value = value
    } else {
      append(key, value)
    }
  }
}

extension JSONValue {
  /// The member of an object; `nil` for a missing one and for every value that is no object.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let object) = self else { return nil }
    return object[key]
  }

  package var isNull: Bool { self == .null }

  package var boolValue: Bool? {
    guard case .bool(let value) = self else { return nil }
    return value
  }

  /// The value of an integer, also where it is written like `1.0`.
  package var integerValue: Int64? {
    switch self {
    case .integer(let value): return value
    case .number(let value): return Int64(exactly: value)
    default: return nil
    }
  }

  package var stringValue: String? {
    guard case .string(let value) = self else { return nil }
    return value
  }

  package var arrayValue: [JSONValue]? {
    guard case .array(let value) = self else { return nil }
    return value
  }

  package var objectValue: JSONObject? {
    guard case .object(let value) = self else { return nil }
    return value
  }
}

// No `nil` literal: it would silently turn "no value" into `.null` wherever an optional value is expected.
extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral
{
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONObject(elements.map { JSONObject.Member($0.0, $0.1) }))
  }

  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(stringLiteral value: String) { self = .string(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int64) { self = .integer(value) }
}
