/// Whether a synchronization context that runs one continuation at a time can be current (D14).
package enum ContextPresence: String, Sendable {
  case present
  case absent
  case unknown
}

/// What the analyzer knows about the project of a file.
package struct ProjectContext: Hashable, Sendable {
  package var kind: ProjectKind
  /// Classic ASP.NET (`System.Web`), where requests run in a synchronization context.
  package var isClassicWeb: Bool
  /// Peers' and the compiler's ids that the project silences by `NoWarn`.
  package var noWarn: Set<String>
  /// Whether annotations of reference types (`string?`) mean something where the file says nothing else.
  package var isNullableEnabled: Bool

  package init(
    kind: ProjectKind = .unknown, isClassicWeb: Bool = false, noWarn: Set<String> = [], isNullableEnabled: Bool = false
  ) {
    self.kind = kind
    self.isClassicWeb = isClassicWeb
    self.noWarn = noWarn
    self.isNullableEnabled = isNullableEnabled
  }
}
