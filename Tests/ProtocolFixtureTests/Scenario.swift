import Foundation
import Testing

/// One file of `protocol-fixtures`, with the steps of the shared files that it uses put in.
struct Scenario: Sendable {
  /// The path below `protocol-fixtures`, without the suffix.
  let name: String
  let content: JSONValue
  let steps: [JSONValue]
  /// Methods that are skipped wherever they come, some with a reply.
  let ignored: [JSONValue]

  init(name: String) throws {
    self.name = name
    content = try Fixtures.json(name + ".json")
    var ignored = content["ignore"]?.array ?? []
    steps = try Self.expanded(content["steps"]?.array ?? [], ignored: &ignored)
    self.ignored = ignored
  }

  private static func expanded(_ steps: [JSONValue], ignored: inout [JSONValue]) throws -> [JSONValue] {
    var result: [JSONValue] = []
    for step in steps {
      guard let name = step["use"]?.string else {
        result.append(step)
        continue
      }
      let shared = try Fixtures.json("shared/\(name).json")
      ignored += shared["ignore"]?.array ?? []
      let arguments = step["with"]?.object ?? [:]
      let inner = try (shared["steps"]?.array ?? []).map { try with(arguments, in: $0) }
      result += try expanded(inner, ignored: &ignored)
    }
    return result
  }

  /// Puts the arguments of a `use` step in place of `{"$argument": name}`.
  private static func with(_ arguments: [String: JSONValue], in value: JSONValue) throws -> JSONValue {
    switch value {
    case .object(let members):
      if members.count == 1, let name = members["$argument"]?.string {
        guard let argument = arguments[name] else { throw FormatError("the argument \(name) is not given") }
        return argument
      }
      var result: [String: JSONValue] = [:]
      for (key, item) in members {
        result[with(arguments, inKey: key)] = try with(arguments, in: item)
      }
      return .object(result)
    case .array(let items): return .array(try items.map { try with(arguments, in: $0) })
    default: return value
    }
  }

  private static func with(_ arguments: [String: JSONValue], inKey key: String) -> String {
    let prefix = "$uri:$argument:"
    guard key.hasPrefix(prefix) else { return key }
    return "$uri:" + (arguments[String(key.dropFirst(prefix.count))]?.string ?? "")
  }
}

/// The folder `protocol-fixtures`.
enum Fixtures {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("protocol-fixtures")

  static func data(_ path: String) throws -> Data {
    do {
      return try Data(contentsOf: folder.appendingPathComponent(path))
    } catch {
      throw FormatError("protocol-fixtures/\(path) can't be read: \(error)")
    }
  }

  static func json(_ path: String) throws -> JSONValue {
    try JSONValue(parsing: data(path))
  }

  /// The names of all scenarios, in order.
  static let scenarioNames: [String] = {
    let enumerator = FileManager.default.enumerator(atPath: folder.path)
    var names: [String] = []
    while let path = enumerator?.nextObject() as? String {
      let top = path.prefix { $0 != "/" }
      guard path.hasSuffix(".json"), path.contains("/"), !["files", "shared"].contains(top) else { continue }
      names.append(String(path.dropLast(".json".count)))
    }
    return names.sorted()
  }()
}
