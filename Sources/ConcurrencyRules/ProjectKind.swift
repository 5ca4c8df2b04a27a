/// What a project builds, as far as it changes how much a finding weighs.
package enum ProjectKind: String, CaseIterable, Sendable {
  case test
  case ui
  case function
  case web
  case console
  case library
  /// A file without a project.
  case unknown
}
