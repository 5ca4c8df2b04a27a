/// The configuration that applies to one file: `.editorconfig` keys (lower case) and their values.
package struct RuleSettings: Hashable, Sendable {
  package var values: [String: String]

  package init(values: [String: String] = [:]) {
    self.values = Dictionary(values.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { $1 })
  }

  package func value(_ key: String) -> String? { values[key.lowercased()] }

  /// The option of one rule: `awaitwise.AW101.name`, else `awaitwise.name`.
  package func option(_ name: String, of ruleID: String? = nil) -> String? {
    if let ruleID, let value = value("awaitwise.\(ruleID).\(name)") { return value }
    return value("awaitwise.\(name)")
  }

  /// `true` or `false`; anything else is the default.
  package func flag(_ name: String, of ruleID: String? = nil, default fallback: Bool) -> Bool {
    switch option(name, of: ruleID)?.lowercased() {
    case "true": true
    case "false": false
    default: fallback
    }
  }

  /// A setting of another analyzer that means the same as one of ours; `nil` where these are not honored.
  package func peerValue(_ key: String) -> String? {
    flag("honor_peer_options", default: true) ? value(key).map { trimmed($0) } : nil
  }

  /// The parts of a comma list, trimmed; `nil` without the key.
  package func list(_ name: String, of ruleID: String? = nil) -> [String]? {
    option(name, of: ruleID).map { text in
      text.split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }
    }
  }

  /// One of an enumeration's raw values, compared without case; `nil` for anything else.
  package func choice<Choice: RawRepresentable>(_ name: String, as choice: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    option(name).flatMap { Choice(rawValue: $0.lowercased()) }
  }
}

/// Without blanks and tabs at both ends.
func trimmed(_ text: some StringProtocol) -> String {
  var view = Substring(text)
  while let first = view.first, first.isWhitespace { view.removeFirst() }
  while let last = view.last, last.isWhitespace { view.removeLast() }
  return String(view)
}
