import ConcurrencyRules

/// Everything that configuration files say about one file. Shares its storage with the files that have the same.
package struct FileConfiguration: Sendable {
  private final class Storage: Sendable {
    let entries: [String: ConfigurationEntry]
    let notes: [ConfigurationNote]

    init(_ entries: [String: ConfigurationEntry], _ notes: [ConfigurationNote]) {
      self.entries = entries
      self.notes = notes
    }
  }

  private let storage: Storage

  /// - Parameter entries: by key in lower case.
  package init(_ entries: [String: ConfigurationEntry] = [:], notes: [ConfigurationNote] = []) {
    storage = Storage(entries, notes + FileConfiguration.notes(on: entries))
  }

  /// By key in lower case.
  package var entries: [String: ConfigurationEntry] { storage.entries }
  /// What could not be understood among the keys that this module reads, ordered by file, line and key.
  package var notes: [ConfigurationNote] { storage.notes }

  /// - Parameter key: in any case.
  package subscript(_ key: String) -> ConfigurationEntry? { storage.entries[key.asciiLowercased] }

  /// Whether both come from the same lookup; equal contents from different lookups don't count.
  package func isSame(as other: FileConfiguration) -> Bool { storage === other.storage }
}

/// What a severity key may say.
package enum ConfiguredSeverity: String, Sendable {
  case error
  case warning
  case suggestion
  case silent
  case none
  case `default`

  /// In any case; `refactoring` is an old name of `silent`.
  package init?(configurationValue value: String) {
    let lower = value.asciiLowercased
    if lower == "refactoring" {
      self = .silent
    } else {
      self.init(rawValue: lower)
    }
  }
}

package enum IndentStyle: String, Sendable {
  case space
  case tab
}

package enum EndOfLine: String, Sendable {
  case lf
  case crlf
  case cr

  package var text: String {
    switch self {
    case .lf: "\n"
    case .crlf: "\r\n"
    case .cr: "\r"
    }
  }
}

extension FileConfiguration {
  /// `dotnet_diagnostic.<id>.severity`.
  package func severity(ofDiagnostic id: String) -> ConfiguredSeverity? {
    self["dotnet_diagnostic.\(id).severity"].flatMap { ConfiguredSeverity(configurationValue: $0.value) }
  }

  /// `dotnet_analyzer_diagnostic.category-<category>.severity`.
  package func severity(ofCategory category: String) -> ConfiguredSeverity? {
    self["dotnet_analyzer_diagnostic.category-\(category).severity"].flatMap {
      ConfiguredSeverity(configurationValue: $0.value)
    }
  }

  /// `dotnet_analyzer_diagnostic.severity`.
  package var severityOfAll: ConfiguredSeverity? {
    self["dotnet_analyzer_diagnostic.severity"].flatMap { ConfiguredSeverity(configurationValue: $0.value) }
  }

  /// `generated_code`; `nil` if it says neither `true` nor `false`.
  package var isGeneratedCode: Bool? { boolean("generated_code") }
  package var indentStyle: IndentStyle? {
    self["indent_style"].flatMap { IndentStyle(rawValue: $0.value.asciiLowercased) }
  }

  /// Columns per level; `indent_size = tab` takes `tab_width`.
  package var indentSize: Int? {
    guard let value = self["indent_size"]?.value else { return nil }
    return value.equalsIgnoringASCIICase("tab") ? tabWidth : FileConfiguration.width(value)
  }

  package var tabWidth: Int? {
    if let value = self["tab_width"]?.value { return FileConfiguration.width(value) }
    // The specification lets tab_width default to indent_size.
    guard let value = self["indent_size"]?.value else { return nil }
    return FileConfiguration.width(value)
  }

  package var endOfLine: EndOfLine? { self["end_of_line"].flatMap { EndOfLine(rawValue: $0.value.asciiLowercased) } }
  package var insertsFinalNewline: Bool? { boolean("insert_final_newline") }

  /// `awaitwise.<rule>.<name>`, else `awaitwise.<name>`.
  package func option(_ name: String, rule: String? = nil) -> ConfigurationEntry? {
    if let rule, let entry = self["awaitwise.\(rule).\(name)"] { return entry }
    return self["awaitwise.\(name)"]
  }

  package func boolean(_ key: String) -> Bool? {
    self[key].flatMap { FileConfiguration.boolean($0.value) }
  }

  private static func boolean(_ value: String) -> Bool? {
    if value.equalsIgnoringASCIICase("true") { return true }
    return value.equalsIgnoringASCIICase("false") ? false : nil
  }

  private static func width(_ value: String) -> Int? {
    Int(value).flatMap { (1...64).contains($0) ? $0 : nil }
  }

  /// Values of keys that this module gives a type to and that don't have it. Only keys that concern this tool: a
  /// mistake in another tool's key is that tool's to report.
  private static func notes(on entries: [String: ConfigurationEntry]) -> [ConfigurationNote] {
    var notes: [ConfigurationNote] = []
    for (key, entry) in entries {
      var message = ConfigurationCheck.complaint(key: key, value: entry.value)
      if key == "generated_code", boolean(entry.value) == nil, !entry.value.equalsIgnoringASCIICase("auto") {
        message = "'\(entry.value)' is neither true nor false"
      }
      if let message {
        notes.append(ConfigurationNote(key: key, file: entry.file, line: entry.line, message: message))
      }
    }
    return notes.sorted { ($0.file, $0.line, $0.key) < ($1.file, $1.line, $1.key) }
  }
}
