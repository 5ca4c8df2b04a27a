/// Decides the severity of a rule for a file (rule catalogue, sections 4 and 5).
package struct SeverityPolicy {
  let settings: RuleSettings
  let kind: ProjectKind

  /// How a severity came about: a configured one applies to every variant and wins over caps.
  package struct Decision: Hashable {
    var severity: Severity
    var isConfigured: Bool
  }

  /// The severity of a rule before a finding's own default or cap.
  func severity(of descriptor: RuleDescriptor) -> Decision {
    if let configured = configured("dotnet_diagnostic.\(descriptor.id).severity") {
      return Decision(severity: configured, isConfigured: true)
    }
    let byDefault = descriptor.severity(in: kind)
    // What is off by default is switched on by its own id only, so that opposite rules never start together.
    if descriptor.defaultSeverity == .off { return Decision(severity: byDefault, isConfigured: false) }
    for key in [
      "dotnet_analyzer_diagnostic.category-\(descriptor.category.rawValue).severity",
      "dotnet_analyzer_diagnostic.severity",
    ] {
      if let configured = configured(key) { return Decision(severity: configured, isConfigured: true) }
    }
    return Decision(severity: byDefault, isConfigured: false)
  }

  private func configured(_ key: String) -> Severity? {
    guard let value = settings.value(key) else { return nil }
    return SeverityPolicy.severity(written: value)
  }

  /// Reads a severity as `.editorconfig` writes it; `nil` for `default` and for what can't be read.
  static func severity(written text: String) -> Severity? {
    // Old files append `:severity` notes or comments behind the value; only the first word counts.
    switch trimmed(text.prefix { $0 != ":" && $0 != "#" && $0 != ";" }).lowercased() {
    case "error": .error
    case "warning": .warning
    case "suggestion": .suggestion
    case "silent", "none", "refactoring": .off
    default: nil
    }
  }
}
