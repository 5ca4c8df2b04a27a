import CSharpSemantics

/// Whether a file's code states `ConfigureAwait` everywhere: what the option `scope`, other analyzers' settings and
/// attributes of the assembly say. It decides whether AW501 is on, and with it what inserted awaits get (T13).
struct ConfigureAwaitPolicy {
  private let input: AnalysisInput

  init(input: AnalysisInput) { self.input = input }

  enum Scope: String {
    case auto
    case always
    case never
  }

  /// What was decided by severities alone, with what the policy makes of it.
  func decision(_ decision: SeverityPolicy.Decision) -> SeverityPolicy.Decision {
    var decision = decision
    switch scope {
    case .never: if !decision.isConfigured || isOwnScopeWritten { decision.severity = .off }
    case .always: if !decision.isConfigured, decision.severity == .off { decision.severity = .suggestion }
    case .auto:
      // Nobody who uses such a library has a context to come back to.
      if !decision.isConfigured, decision.severity > .off, input.project.kind == .library,
        input.isUsedWithoutContextOnly()
      {
        decision.severity = .off
      }
    }
    if !isOutputKindWanted { decision.severity = .off }
    return decision
  }

  private var isOwnScopeWritten: Bool { ownScope != nil }

  private var ownScope: Scope? {
    input.settings.option("scope", of: "AW501").flatMap { Scope(rawValue: $0.lowercased()) }
  }

  private var scope: Scope {
    if let ownScope, ownScope != .auto { return ownScope }
    switch input.settings.peerValue("roslynator_configure_await")?.lowercased() {
    case "true": return .always
    case "false": return .never
    default: break
    }
    if input.settings.peerValue("MA0004.report")?.lowercased() == "always" { return .always }
    guard input.settings.flag("honor_peer_options", default: true) else { return .auto }
    let attributes = input.model.context.assemblyAttributeNames
    if attributes.contains(where: { $0.hasPrefix("UseConfigureAwaitFalse") }) { return .always }
    if attributes.contains(where: { $0.hasPrefix("DoNotUseConfigureAwait") }) { return .never }
    return .auto
  }

  /// `dotnet_code_quality.CA2007.output_kind` names the kinds of output that the policy is for.
  private var isOutputKindWanted: Bool {
    guard
      let written = input.settings.peerValue("dotnet_code_quality.CA2007.output_kind")
        ?? input.settings.peerValue("dotnet_code_quality.output_kind")
    else { return true }
    let kinds = written.split(separator: ",").map { trimmed($0).lowercased() }
    let own =
      input.model.context.compilation.options.isExecutable
      ? ["consoleapplication", "windowsapplication"] : ["dynamicallylinkedlibrary", "netmodule"]
    return kinds.contains { own.contains($0) }
  }
}
