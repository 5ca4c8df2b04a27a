/// What is known about a rule without running it: its identity, how much it weighs, and its documentation.
///
/// Rule pages, hovers, `awaitwise explain`, `awaitwise rules`, SARIF's rule metadata and the project's tables are all
/// made from it, so that nothing about a rule is written twice.
package struct RuleDescriptor: Hashable, Sendable {
  /// Such as `AW101`; never given to another rule.
  package let id: String
  /// Such as `redundant-task-run`.
  package let name: String
  package let category: RuleCategory
  /// One line without a full stop.
  package let title: String
  package let defaultSeverity: Severity
  /// Where the default differs by the kind of project.
  package let severitiesByKind: [SeverityForKind]
  package let tags: [FindingTag]
  package let fixClass: RuleFixClass
  package let documentation: RuleDocumentation
  package let helpURL: String

  package init(
    id: String, name: String, category: RuleCategory, title: String, defaultSeverity: Severity,
    severitiesByKind: [SeverityForKind] = [], tags: [FindingTag] = [], fixClass: RuleFixClass,
    documentation: RuleDocumentation, helpURL: String? = nil
  ) {
    self.id = id
    self.name = name
    self.category = category
    self.title = title
    self.defaultSeverity = defaultSeverity
    self.severitiesByKind = severitiesByKind
    self.tags = tags
    self.fixClass = fixClass
    self.documentation = documentation
    self.helpURL = helpURL ?? RuleDescriptor.helpAddress + id + ".md"
  }

  /// Where rule pages lie; a page's file name is the rule's id.
  package static let helpAddress = "https://github.com/awaitwise/awaitwise/blob/main/docs/rules/"

  package func severity(in kind: ProjectKind) -> Severity {
    // Functions are like web projects unless a rule says otherwise.
    (severitiesByKind.first { $0.kind == kind }
      ?? (kind == .function ? severitiesByKind.first { $0.kind == .web } : nil))?
      .severity ?? defaultSeverity
  }
}

/// The severity of a rule in one kind of project.
package struct SeverityForKind: Hashable, Sendable {
  package let kind: ProjectKind
  package let severity: Severity

  package init(_ kind: ProjectKind, _ severity: Severity) {
    self.kind = kind
    self.severity = severity
  }
}

/// What a rule is about; the raw value is what configuration files write.
package enum RuleCategory: String, CaseIterable, Sendable {
  case uiThread = "UIThread"
  case offloading = "Offloading"
  case blocking = "Blocking"
  case asyncShape = "AsyncShape"
  case cancellation = "Cancellation"
  case context = "Context"
  case locks = "Locks"
  case sharedState = "SharedState"
  case asyncData = "AsyncData"
  case composition = "Composition"
}

/// What a rule's fixes are like as a whole; each ``Fix`` has a safety of its own.
package enum RuleFixClass: String, Sendable {
  case none
  case safe
  case unsafe
  /// Safe and unsafe ones, or one whose safety depends on the place.
  case several
}

/// A rule's documentation in its fixed shape. Texts are Markdown without headings; code is plain C#.
package struct RuleDocumentation: Hashable, Sendable {
  /// What is reported.
  package let what: String
  /// Why it hurts when the program runs.
  package let why: String
  /// Code that is reported.
  package let example: String
  /// The same, repaired.
  package let better: String
  package let whenToSuppress: String
  package let options: [RuleOption]
  /// Ids of other analyzers' rules on the same ground.
  package let peers: [String]

  package init(
    what: String, why: String, example: String, better: String, whenToSuppress: String, options: [RuleOption] = [],
    peers: [String] = []
  ) {
    self.what = what
    self.why = why
    self.example = example
    self.better = better
    self.whenToSuppress = whenToSuppress
    self.options = options
    self.peers = peers
  }
}

/// A key of `.editorconfig` that a rule reads.
package struct RuleOption: Hashable, Sendable {
  /// With its prefix, such as `awaitwise.AW204.include_dispose`.
  package let key: String
  /// What may be written, such as `true|false`.
  package let values: String
  package let defaultValue: String
  /// One sentence of Markdown.
  package let summary: String

  package init(key: String, values: String, defaultValue: String, summary: String) {
    self.key = key
    self.values = values
    self.defaultValue = defaultValue
    self.summary = summary
  }
}

extension Severity {
  /// As configuration files and reports write it.
  package var name: String {
    switch self {
    case .off: "off"
    case .suggestion: "suggestion"
    case .warning: "warning"
    case .error: "error"
    }
  }
}
