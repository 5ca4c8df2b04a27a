import ConcurrencyRules
import JSONRPC

/// The user's settings, section `awaitwise`. What the rules do is not set here but in `.editorconfig`, where the
/// command line finds it too.
package struct Settings: Hashable, Sendable {
  /// How long the server waits after an edit before it publishes, in milliseconds.
  package var debounceMilliseconds = 100
  /// `nil`: what the command line says.
  package var logLevel: LogLevel?

  package init() {}

  /// How long a user who does not stop typing waits at most.
  var debounceCeiling: Duration { .milliseconds(debounceMilliseconds * 4) }
  var debounce: Duration { .milliseconds(debounceMilliseconds) }
  /// Asking the client to pull again makes it ask for every document.
  var refreshDebounce: Duration { .milliseconds(debounceMilliseconds * 5) }

  /// Settings of clients that our own extensions read.
  private static let clientKeys: Set<String> = ["server", "trace", "enable"]
  private static let keys = ["debounceMilliseconds", "logLevel"]

  /// Takes over the valid settings of a section, and says what is wrong with the others, which keep their value.
  ///
  /// - Parameter section: an object; `null` and an empty array (an empty Lua table) count as an empty one.
  mutating func update(_ section: JSONValue) -> [String] {
    guard let object = section.objectValue else {
      if section.isNull || section.arrayValue?.isEmpty == true { return [] }
      return ["The settings 'awaitwise' must be an object."]
    }
    var complaints: [String] = []
    for member in object.members {
      let path = "awaitwise.\(member.key)"
      switch member.key {
      case "debounceMilliseconds":
        if let value = member.value.integerValue, (0...10_000).contains(value) {
          debounceMilliseconds = Int(value)
        } else if !member.value.isNull {
          complaints.append("'\(path)' must be a whole number from 0 to 10000.")
        }
      case "logLevel":
        if let level = member.value.stringValue.flatMap(LogLevel.init(name:)) {
          logLevel = level
        } else if !member.value.isNull {
          complaints.append("'\(path)' must be 'error', 'warning', 'info' or 'debug'.")
        }
      default:
        if Settings.clientKeys.contains(where: { member.key == $0 || member.key.hasPrefix($0 + ".") }) { continue }
        let hint = nearest(to: member.key, among: Settings.keys).map { " Did you mean 'awaitwise.\($0)'?" } ?? ""
        complaints.append("There is no setting '\(path)'.\(hint)")
      }
    }
    return complaints
  }
}
