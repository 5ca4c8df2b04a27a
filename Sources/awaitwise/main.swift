import LanguageServer

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

let arguments = CommandLine.arguments.dropFirst()
guard arguments.first == "lsp" else {
  print("usage: awaitwise lsp")
  exit(2)
}
exit(
  runLanguageServer(
    input: 0, output: 1, host: EmptyAnalysisHost(), documentation: NoRuleDocumentation(),
    options: ServerOptions(languageServerArguments: Array(arguments.dropFirst()), version: "0.1.0")))
