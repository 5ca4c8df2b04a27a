/// What is wrong with keys and values of `.editorconfig` that are meant for this tool.
package enum ConfigurationCheck {
  /// - Parameters:
  ///   - key: in any case.
  ///   - value: without blanks around it.
  /// - Returns: a sentence without its stop, or `nil` where nothing is wrong or the key is somebody else's.
  package static func complaint(key: String, value: String) -> String? {
    let key = key.lowercased()
    if key.hasSuffix(".severity") { return complaintAboutSeverity(key, value) }
    guard key.hasPrefix("awaitwise.") else { return nil }
    if let option = option(key) { return complaint(option, value) }
    let hint = nearest(to: key, among: written).map { "; did you mean '\($0)'?" } ?? ""
    return "there is no option '\(key)'" + hint
  }

  // MARK: Severities

  private static let severities = ["error", "warning", "suggestion", "silent", "none", "default"]
  private static let keysOfAll = Set(
    ["dotnet_analyzer_diagnostic.severity"]
      + RuleCategory.allCases.map { "dotnet_analyzer_diagnostic.category-\($0.rawValue.lowercased()).severity" })
  private static let ruleIDs = Set(RuleCatalogue.rules.map { $0.descriptor.id.lowercased() })

  private static func complaintAboutSeverity(_ key: String, _ value: String) -> String? {
    let id = key.hasPrefix("dotnet_diagnostic.") ? String(key.dropFirst(18).dropLast(9)) : nil
    guard id?.hasPrefix("aw") == true || keysOfAll.contains(key) else { return nil }
    if let id, RuleID.isWellFormed(id.uppercased()), !ruleIDs.contains(id) {
      return "this version has no rule \(id.uppercased())"
    }
    // `refactoring` is an old name of `silent`.
    if severities.contains(value.lowercased()) || value.lowercased() == "refactoring" { return nil }
    return "'\(value)' is no severity; use error, warning, suggestion, silent, none or default"
  }

  // MARK: Options

  /// By key in lower case; those of one rule also without the rule's id, which says it for all.
  private static let options: [String: RuleOption] = {
    var options: [String: RuleOption] = [:]
    for option in RuleCatalogue.rules.flatMap({ $0.descriptor.documentation.options }) {
      options[option.key.lowercased()] = option
      if let name = option.key.split(separator: ".").last { options["awaitwise.\(name.lowercased())"] = option }
    }
    for option in configurationKeys { options[option.key.lowercased()] = option }
    return options
  }()

  /// The keys as the reference writes them.
  private static let written = options.values.map(\.key).filter { $0.hasPrefix("awaitwise.") }.sorted()

  /// An option for all rules may be set for one: `awaitwise.AW202.blocking_members`.
  private static func option(_ key: String) -> RuleOption? {
    if let option = options[key] { return option }
    let parts = key.split(separator: ".")
    guard parts.count == 3, ruleIDs.contains(String(parts[1])) else { return nil }
    return options["awaitwise.\(parts[2])"]
  }

  private static func complaint(_ option: RuleOption, _ value: String) -> String? {
    switch option.values {
    case "number":
      return Int(value).map { $0 >= 0 } == true ? nil : "'\(value)' is no whole number"
    case let values where values.contains("|"):
      let choices = values.split(separator: "|").map(String.init)
      if choices.contains(value.lowercased()) { return nil }
      return "'\(value)' is none of \(choices.joined(separator: ", "))"
    default:
      return nil
    }
  }
}
