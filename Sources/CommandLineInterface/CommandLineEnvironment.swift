import ConcurrencyRules
import Workspace

/// Everything that the commands take from the world around them, so that tests can give them another one.
package struct CommandLineEnvironment {
  package var version: String
  /// Absolute.
  package var currentDirectory: String
  /// The process's environment variables.
  package var variables: [String: String]
  package var pathStyle: PathStyle
  /// Reads standard input to its end.
  package var readStandardInput: () -> Result<[UInt8], FileError>
  package var standardOutput: OutputChannel
  package var standardError: OutputChannel
  package var files: any FileSystem
  package var sources: any SourceDiscovery
  package var makeHost: (HostOptions) -> any AnalysisHost
  package var rules: [RuleDescriptor]
  /// A clock that never goes back.
  package var monotonicNanoseconds: () -> UInt64
  package var processorCount: Int
  /// Serves until the client leaves. Is given what follows `lsp` on the command line; the result is the exit status.
  package var runLanguageServer: ([String]) -> Int32

  package init(
    version: String, currentDirectory: String, variables: [String: String], pathStyle: PathStyle,
    readStandardInput: @escaping () -> Result<[UInt8], FileError>, standardOutput: OutputChannel,
    standardError: OutputChannel, files: any FileSystem, sources: any SourceDiscovery,
    makeHost: @escaping (HostOptions) -> any AnalysisHost, rules: [RuleDescriptor],
    monotonicNanoseconds: @escaping () -> UInt64, processorCount: Int,
    runLanguageServer: @escaping ([String]) -> Int32
  ) {
    self.version = version
    self.currentDirectory = currentDirectory
    self.variables = variables
    self.pathStyle = pathStyle
    self.readStandardInput = readStandardInput
    self.standardOutput = standardOutput
    self.standardError = standardError
    self.files = files
    self.sources = sources
    self.makeHost = makeHost
    self.rules = rules
    self.monotonicNanoseconds = monotonicNanoseconds
    self.processorCount = processorCount
    self.runLanguageServer = runLanguageServer
  }
}

/// Standard output or standard error.
package struct OutputChannel {
  package var isTerminal: Bool
  /// The terminal's width in columns; `nil` where there is no terminal or it doesn't tell.
  package var width: Int?
  /// - Returns: `false` once nobody reads any more or the disk is full.
  package var write: ([UInt8]) -> Bool

  package init(isTerminal: Bool, width: Int?, write: @escaping ([UInt8]) -> Bool) {
    self.isTerminal = isTerminal
    self.width = width
    self.write = write
  }

  @discardableResult
  func print(_ line: String) -> Bool { write(Array((line + "\n").utf8)) }
}

/// What the rules of a run are to be told besides configuration files.
package struct HostOptions: Sendable {
  package var rules: RuleSelection
  /// Folders with assemblies to bind against, in order; absolute.
  package var referencePaths: [String]
  /// How many threads will analyse at the same time.
  package var threadCount: Int
  /// Where to measure how long rules take; `nil` for nowhere.
  package var ruleTimes: RuleTimes?

  package init(
    rules: RuleSelection = .configured, referencePaths: [String] = [], threadCount: Int = 1,
    ruleTimes: RuleTimes? = nil
  ) {
    self.ruleTimes = ruleTimes
    self.rules = rules
    self.referencePaths = referencePaths
    self.threadCount = threadCount
  }
}

/// Finds the C# sources below folders: without build output, generated and ignored files.
package protocol SourceDiscovery {
  func discover(_ request: DiscoveryRequest) -> Discovery
  /// The folders whose projects a file belongs to that need not exist (a text on standard input that has a name).
  func projectFolders(of path: String) -> [String]
  /// What people call the project of a file; `nil` for a file without one.
  func projectName(of path: String) -> String?
}

package struct DiscoveryRequest: Sendable {
  /// Absolute; each exists. Files are taken whatever they are called.
  package var paths: [String]
  /// Patterns in the manner of `.gitignore`, relative to ``currentDirectory``.
  package var excludedPatterns: [String]
  package var currentDirectory: String

  package init(paths: [String], excludedPatterns: [String], currentDirectory: String) {
    self.paths = paths
    self.excludedPatterns = excludedPatterns
    self.currentDirectory = currentDirectory
  }
}

package struct Discovery: Sendable {
  /// Absolute paths.
  package var files: [String]
  /// Folders whose projects the files belong to, for ``AnalysisHost/setFolders(_:)``.
  package var folders: [String]
  package var problems: [DiscoveryProblem]

  package init(files: [String], folders: [String], problems: [DiscoveryProblem] = []) {
    self.files = files
    self.folders = folders
    self.problems = problems
  }
}

/// A folder that could not be listed, or a pattern that is none.
package struct DiscoveryProblem: Hashable, Sendable {
  /// The path or the pattern as it was given.
  package let subject: String
  /// What is wrong and what to do about it.
  package let message: String

  package init(subject: String, message: String) {
    self.subject = subject
    self.message = message
  }
}
