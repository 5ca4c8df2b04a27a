import Foundation

/// Turns the placeholders of one running scenario into values, and compares messages with patterns.
final class Values {
  let root: String
  var encoding = PositionEncoding.utf16
  /// What `$bind` took, by name.
  var bound: [String: JSONValue] = [:]
  /// The ids of requests, by the names that the scenario gives them.
  var ids: [String: JSONValue] = [:]
  /// Process ids by name.
  var processes: [String: Int]
  private let settings: JSONValue
  private let sources: [String: JSONValue]
  private var contents: [String: String] = [:]
  private var marked: [String: MarkedText] = [:]

  init(_ scenario: Scenario, root: String) {
    self.root = root
    processes = ["runner": Int(ProcessInfo.processInfo.processIdentifier)]
    settings = scenario.content["settings"] ?? .object(["debounceMilliseconds": .integer(0)])
    let files = scenario.content["files"]?.object ?? [:]
    sources = files.merging(scenario.content["texts"]?.object ?? [:]) { _, text in text }
  }

  // MARK: Texts

  func text(named name: String) throws -> String {
    if let text = contents[name] { return text }
    guard let source = sources[name] else { throw FormatError("no file or text is called \(name)") }
    let text = try text(source)
    contents[name] = text
    return text
  }

  private func markedText(named name: String) throws -> MarkedText {
    if let text = marked[name] { return text }
    let text = MarkedText(name: name, content: try text(named: name))
    marked[name] = text
    return text
  }

  func text(_ value: JSONValue) throws -> String {
    if let text = value.string { return text }
    guard let (key, body) = value.placeholder else { throw FormatError("this is no text: \(value.shortened)") }
    switch key {
    case "$file": return String(decoding: try Fixtures.data("\(body.string ?? "")"), as: UTF8.self)
    case "$text": return try text(named: body.string ?? "")
    case "$concat": return try (body.array ?? []).map { try text($0) }.joined()
    case "$repeat": return String(repeating: try text(body["text"] ?? .null), count: body["times"]?.integer ?? 0)
    case "$lineEnds":
      let unified = try text(body["of"] ?? .null).replacingOccurrences(of: "\r\n", with: "\n")
        .replacingOccurrences(of: "\r", with: "\n")
      return unified.replacingOccurrences(of: "\n", with: body["as"]?.string ?? "\n")
    case "$replace":
      let text = try text(body["in"] ?? .null)
      let parts = text.components(separatedBy: body["old"]?.string ?? "")
      guard parts.count == 2 else {
        throw FormatError("\(body["old"] ?? .null) occurs \(parts.count - 1) times, not once")
      }
      return parts.joined(separator: body["new"]?.string ?? "")
    default: throw FormatError("this is no text: \(value.shortened)")
    }
  }

  // MARK: Values to send

  func path(_ name: String) -> String { name.isEmpty ? root : root + "/" + name }

  func uri(_ name: String) -> String {
    let kept = CharacterSet(charactersIn: "/-_.~").union(
      CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"))
    return "file://" + (path(name).addingPercentEncoding(withAllowedCharacters: kept) ?? "")
  }

  func key(_ key: String) -> String {
    key.hasPrefix("$uri:") ? uri(String(key.dropFirst("$uri:".count))) : key
  }

  func build(_ value: JSONValue) throws -> JSONValue {
    if let (key, body) = value.placeholder { return try placeholder(key, body) }
    switch value {
    case .object(let members):
      var result: [String: JSONValue] = [:]
      for (name, item) in members { result[key(name)] = try build(item) }
      return .object(result)
    case .array(let items): return .array(try items.map(build))
    default: return value
    }
  }

  /// The value of a placeholder that stands for exactly one value.
  private func placeholder(_ key: String, _ body: JSONValue) throws -> JSONValue {
    switch key {
    case "$uri": return .string(uri(body.string ?? ""))
    case "$path": return .string(path(body.string ?? ""))
    case "$file", "$text", "$concat", "$repeat", "$replace", "$lineEnds":
      return .string(try text(.object([key: body])))
    case "$range", "$position":
      let name = body.string.map { String($0.prefix { $0 != "#" }) } ?? body["in"]?.string ?? ""
      let text = try markedText(named: name)
      let range = text.range(try text.place(body), encoding)
      return key == "$range" ? range : range["start"] ?? .null
    case "$ref":
      guard let value = bound[body.string ?? ""] else { throw FormatError("nothing is bound to \(body)") }
      return value
    case "$id":
      guard let id = ids[body.string ?? ""] else { throw FormatError("no request is called \(body)") }
      return id
    case "$pid":
      guard let process = processes[body.string ?? ""] else { throw FormatError("no process is called \(body)") }
      return .integer(process)
    case "$settings": return settings
    default: throw FormatError("\(key) can't stand here")
    }
  }

  // MARK: Patterns

  func match(_ pattern: JSONValue, _ value: JSONValue, _ path: String) throws {
    if let (key, body) = pattern.placeholder {
      try matchPlaceholder(key, body, value, path)
      return
    }
    switch pattern {
    case .object(let members): try matchObject(members, value, path, openEnded: false)
    case .array(let items): try matchArray(items, value, path)
    default:
      guard pattern == value else {
        throw Mismatch("\(path) is \(value.shortened), not \(pattern.shortened)")
      }
    }
  }

  private func matchPlaceholder(_ key: String, _ body: JSONValue, _ value: JSONValue, _ path: String) throws {
    switch key {
    case "$any":
      guard body == .bool(true) || value.isOfType(body.string ?? "") else {
        throw Mismatch("\(path) is \(value.shortened), not of type \(body)")
      }
    case "$bind":
      if let pattern = body["as"] { try match(pattern, value, path) }
      bound[body.string ?? body["name"]?.string ?? ""] = value
    case "$match":
      let expression = try NSRegularExpression(pattern: body.string ?? "")
      guard let text = value.string,
        expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
      else {
        throw Mismatch("\(path) is \(value.shortened), which does not match \(body)")
      }
    case "$not":
      do {
        try match(body, value, path)
      } catch is Mismatch {
        return
      }
      throw Mismatch("\(path) is \(value.shortened), which it must not be")
    case "$subset": try matchObject(body.object ?? [:], value, path, openEnded: true)
    case "$unordered": try matchInAnyOrder(body.array ?? [], value, path, openEnded: false)
    case "$contains": try matchInAnyOrder(body.array ?? [], value, path, openEnded: true)
    case "$edits":
      guard let edits = value.array else { throw Mismatch("\(path) is \(value.shortened), not an array of edits") }
      let result = try markedText(named: body["of"]?.string ?? "").applying(edits, encoding)
      let expected = try text(body["give"] ?? .null)
      guard result.utf8.elementsEqual(expected.utf8) else {
        throw Mismatch("\(path) gives\n\(result)\ninstead of\n\(expected)")
      }
    case "$absent": throw Mismatch("\(path) is there, but must be absent: \(value.shortened)")
    default:
      let expected = try placeholder(key, body)
      guard expected == value else { throw Mismatch("\(path) is \(value.shortened), not \(expected.shortened)") }
    }
  }

  private func matchObject(
    _ pattern: [String: JSONValue], _ value: JSONValue, _ path: String, openEnded: Bool
  ) throws {
    guard let members = value.object else { throw Mismatch("\(path) is \(value.shortened), not an object") }
    let names = Dictionary(pattern.map { (key($0.key), $0.value) }) { first, _ in first }
    for (name, item) in names.sorted(by: { $0.key < $1.key }) {
      if item.placeholder?.key == "$absent" {
        if let value = members[name] {
          throw Mismatch("\(path).\(name) is there, but must be absent: \(value.shortened)")
        }
      } else if let value = members[name] {
        try match(item, value, "\(path).\(name)")
      } else {
        throw Mismatch("\(path).\(name) is missing")
      }
    }
    let extra = members.keys.filter { names[$0] == nil }.sorted()
    guard openEnded || extra.isEmpty else { throw Mismatch("\(path) has also \(extra.joined(separator: ", "))") }
  }

  private func matchArray(_ pattern: [JSONValue], _ value: JSONValue, _ path: String) throws {
    guard let items = value.array else { throw Mismatch("\(path) is \(value.shortened), not an array") }
    for (index, (pattern, item)) in zip(pattern, items).enumerated() {
      try match(pattern, item, "\(path)[\(index)]")
    }
    guard pattern.count == items.count else {
      throw Mismatch("\(path) has \(items.count) elements, not \(pattern.count): \(value.shortened)")
    }
  }

  private func matchInAnyOrder(_ pattern: [JSONValue], _ value: JSONValue, _ path: String, openEnded: Bool) throws {
    guard var left = value.array else { throw Mismatch("\(path) is \(value.shortened), not an array") }
    for (index, item) in pattern.enumerated() {
      var reasons: [String] = []
      let found = try left.firstIndex { candidate in
        let before = bound
        do {
          try match(item, candidate, "\(path)[\(index)]")
          return true
        } catch let mismatch as Mismatch {
          bound = before
          reasons.append(mismatch.description)
          return false
        }
      }
      guard let found else {
        throw Mismatch(
          "\(path) has nothing like element \(index) (\(item.shortened)): " + reasons.joined(separator: "; "))
      }
      left.remove(at: found)
    }
    guard openEnded || left.isEmpty else { throw Mismatch("\(path) has also \(JSONValue.array(left).shortened)") }
  }
}

extension JSONValue {
  /// The key and body of a placeholder object.
  var placeholder: (key: String, body: JSONValue)? {
    guard case .object(let members) = self, members.count == 1, let (key, body) = members.first,
      key.hasPrefix("$"), !key.hasPrefix("$uri:")
    else { return nil }
    return (key, body)
  }

  func isOfType(_ name: String) -> Bool {
    switch (name, self) {
    case ("integer", .integer), ("number", .integer), ("number", .number), ("string", .string), ("boolean", .bool),
      ("object", .object), ("array", .array), ("null", .null):
      true
    default: false
    }
  }
}
