import CommandLineInterface
import ConcurrencyRules
import LanguageServer
import Workspace

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Wires the parts together. Synchronous, and outside of the main actor: other threads run closures made here.
nonisolated func run() -> Int32 {
  let environment = CommandLineEnvironment.process(
    version: awaitwiseVersion, rules: RuleCatalogue.descriptors,
    makeHost: { options in
      WorkspaceHost(
        selection: options.rules, referencePaths: options.referencePaths, threadCount: options.threadCount,
        ruleTimes: options.ruleTimes)
    },
    runLanguageServer: { arguments in
      runLanguageServer(
        input: 0, output: 1, host: WorkspaceHost(), documentation: RulePages(),
        options: ServerOptions(languageServerArguments: arguments, version: awaitwiseVersion))
    })
  return runCommandLine(Array(CommandLine.arguments.dropFirst()), environment: environment)
}

/// The rules' pages, for hovers.
struct RulePages: RuleDocumentationProvider {
  func markdown(for ruleID: String) -> String? { RuleCatalogue.descriptor(of: ruleID).map { RulePage($0).hover } }
  func helpURL(for ruleID: String) -> String? { RuleCatalogue.descriptor(of: ruleID)?.helpURL }
}

exit(run())
