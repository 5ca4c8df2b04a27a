import CSharpSyntax

/// What a rule found at one place of one file.
package struct Finding: Hashable, Sendable {
  /// Such as `AW101`.
  package var ruleID: String
  package var severity: Severity
  package var confidence: Confidence
  package var message: String
  package var range: TextRange
  package var related: [RelatedLocation]
  package var tags: [FindingTag]
  /// Names and values of the message's placeholders, in the order of the message.
  package var placeholders: [Placeholder]
  /// Best first: preferred, other safe ones, unsafe ones, suppressions.
  package var fixes: [Fix]
  /// Whether there may be more fixes, which look at other files and were not asked for (``FixDemand``).
  package var hasSolutionFixes = false

  package init(
    ruleID: String, severity: Severity, confidence: Confidence, message: String, range: TextRange,
    related: [RelatedLocation] = [], tags: [FindingTag] = [], placeholders: [Placeholder] = [], fixes: [Fix] = []
  ) {
    self.ruleID = ruleID
    self.severity = severity
    self.confidence = confidence
    self.message = message
    self.range = range
    self.related = related
    self.tags = tags
    self.placeholders = placeholders
    self.fixes = fixes
  }
}

package struct Placeholder: Hashable, Sendable {
  package let name: String
  package let value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// How much a finding weighs; rules at `off` are not computed.
package enum Severity: Int, Comparable, CaseIterable, Sendable {
  case off
  case suggestion
  case warning
  case error

  package static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
}

/// Whether every fact came from symbols, or some from a naming convention.
package enum Confidence: String, Sendable {
  case bound
  case convention
}

package enum FindingTag: String, Sendable {
  case unnecessary
  case deprecated
}

/// Another place that belongs to a finding, with a text of its own.
package struct RelatedLocation: Hashable, Sendable {
  /// Absolute path; `nil` for the finding's own file.
  package let path: String?
  package let range: TextRange
  package let message: String

  package init(path: String? = nil, range: TextRange, message: String) {
    self.path = path
    self.range = range
    self.message = message
  }
}

/// A code action that repairs a finding.
package struct Fix: Hashable, Sendable {
  /// An imperative sentence, such as `Remove Task.Run`.
  package let title: String
  /// What fix-all groups by: the title without names.
  package let actionKey: String
  package let safety: FixSafety
  package let isPreferred: Bool
  /// Without overlap, ascending; all ranges refer to the text that was analysed.
  package let edits: [TextEdit]
  /// Parts of the finding's own file that no other fix of a fix-all's round may touch, since this one goes by what stands
  /// there now.
  package internal(set) var claims: [TextRange] = []
  /// Whether it reaches beyond the bodies of the file's functions, so that fixes elsewhere may count on what it changes.
  package internal(set) var changesDeclarations = false

  package init(title: String, actionKey: String, safety: FixSafety, isPreferred: Bool, edits: [TextEdit]) {
    self.title = title
    self.actionKey = actionKey
    self.safety = safety
    self.isPreferred = isPreferred
    self.edits = edits
  }
}

package enum FixSafety: String, Sendable {
  case safe
  case unsafe
}

/// The replacement of a range of a file.
package struct TextEdit: Hashable, Sendable {
  /// Absolute path; `nil` for the finding's own file.
  package let path: String?
  package let range: TextRange
  package let newText: String

  package init(path: String? = nil, range: TextRange, newText: String) {
    self.path = path
    self.range = range
    self.newText = newText
  }
}
