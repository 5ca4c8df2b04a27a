import CSharpSyntax
import ConcurrencyRules
import Foundation
import Testing
import Workspace

@testable import CommandLineInterface

/// Runs the program on files in memory, with an analyzer that knows words instead of C#:
/// `OFFLOAD(x)` is AW101 with a safe fix to `x`, `AWAITED(x)` AW102 with an unsafe fix to `x`, `MEH` a suggestion
/// without a fix, `FATAL` an error, `BREAK` AW101 with a fix that is wrong, and `FAR` AW102 whose unsafe fix changes `/repo/far.cs` too.
final class TestProgram {
  let files: TestFiles
  var currentDirectory = "/repo"
  var variables: [String: String] = [:]
  var input: Result<[UInt8], FileError> = .success([])
  var outputIsTerminal = false
  var errorIsTerminal = false
  var width: Int?
  var pathStyle = PathStyle.posix
  var discoveryProblems: [DiscoveryProblem] = []
  /// How much the clock goes on each time it is read.
  var tick: UInt64 = 0
  private var time: UInt64 = 0
  private(set) var output: [UInt8] = []
  private(set) var errors: [UInt8] = []
  private(set) var hostOptions: HostOptions?
  private(set) var folders: [String] = []
  private(set) var excluded: [String] = []
  private(set) var serverArguments: [String]?

  init(_ texts: [String: String] = [:]) {
    files = TestFiles()
    for (path, text) in texts { files.set(path, Array(text.utf8)) }
  }

  struct Outcome: Equatable {
    let status: Int32
    let output: String
    let errors: String
  }

  @discardableResult
  func run(_ arguments: String...) -> Outcome { run(arguments) }

  @discardableResult
  func run(_ arguments: [String]) -> Outcome {
    output = []
    errors = []
    let environment = CommandLineEnvironment(
      version: "1.2.3", currentDirectory: currentDirectory, variables: variables, pathStyle: pathStyle,
      readStandardInput: { self.input },
      standardOutput: OutputChannel(isTerminal: outputIsTerminal, width: width) {
        self.output += $0
        return true
      },
      standardError: OutputChannel(isTerminal: errorIsTerminal, width: width) {
        self.errors += $0
        return true
      },
      files: files, sources: TestDiscovery(program: self),
      makeHost: { options in
        self.hostOptions = options
        return TestHost(files: self.files) { self.folders = $0 }
      }, rules: testRules,
      monotonicNanoseconds: {
        self.time += self.tick
        return self.time
      }, processorCount: 2,
      runLanguageServer: { arguments in
        self.serverArguments = arguments
        return 7
      })
    let status = runCommandLine(arguments, environment: environment)
    return Outcome(
      status: status, output: String(decoding: output, as: UTF8.self), errors: String(decoding: errors, as: UTF8.self))
  }

  fileprivate func discover(_ request: DiscoveryRequest) -> Discovery {
    excluded = request.excludedPatterns
    var found: [String] = []
    for path in request.paths {
      found += files.paths.filter { $0 == path || pathStyle.contains(folder: path, path: $0) && $0.hasSuffix(".cs") }
    }
    found.removeAll { path in request.excludedPatterns.contains { path.contains($0) } }
    return Discovery(files: found, folders: request.paths, problems: discoveryProblems)
  }
}

private struct TestDiscovery: SourceDiscovery {
  let program: TestProgram

  func discover(_ request: DiscoveryRequest) -> Discovery { program.discover(request) }
  func projectFolders(of path: String) -> [String] { ["/project/of/" + path] }
  func projectName(of path: String) -> String? { path.hasPrefix("/repo/App/") ? "App" : nil }
}

/// Files in memory, some of which can't be read or written.
final class TestFiles: FileSystem, @unchecked Sendable {
  private let lock = NSLock()
  private var contents: [String: [UInt8]] = [:]
  private var locked: Set<String> = []
  private var readOnly: Set<String> = []
  private(set) var writeCount = 0

  var paths: [String] { lock.withLock { contents.keys.sorted() } }

  func set(_ path: String, _ bytes: [UInt8]) { lock.withLock { contents[path] = bytes } }
  func makeUnreadable(_ path: String) { lock.withLock { _ = locked.insert(path) } }
  func makeReadOnly(_ path: String) { lock.withLock { _ = readOnly.insert(path) } }
  func bytes(_ path: String) -> [UInt8]? { lock.withLock { contents[path] } }
  func text(_ path: String) -> String? { bytes(path).map { String(decoding: $0, as: UTF8.self) } }

  func read(_ path: String) throws(FileError) -> [UInt8] {
    let (bytes, isLocked) = lock.withLock { (contents[path], locked.contains(path)) }
    if isLocked { throw FileError(path: path, operation: "read", code: 13, reason: "Permission denied") }
    guard let bytes else {
      throw FileError(path: path, operation: "read", code: 2, reason: "No such file or directory")
    }
    return bytes
  }

  func status(of path: String) -> FileStatus? {
    let isFile = lock.withLock { contents[path] != nil }
    let isFolder = lock.withLock { contents.keys.contains { $0.hasPrefix(path == "/" ? "/" : path + "/") } }
    if !isFile && !isFolder { return nil }
    return FileStatus(
      kind: isFile ? .file : .directory, size: 0, modified: 0, identity: FileIdentity(device: 0, inode: 0))
  }

  func list(_ directory: String) -> [DirectoryEntry] { [] }
  func realPath(_ path: String) -> String? { path }

  func writeAtomically(_ bytes: [UInt8], to path: String) throws(FileError) {
    let isReadOnly = lock.withLock {
      writeCount += 1
      if readOnly.contains(path) { return true }
      contents[path] = bytes
      return false
    }
    if isReadOnly { throw FileError(path: path, operation: "write", code: 30, reason: "Read-only file system") }
  }
}

private final class TestHost: AnalysisHost {
  private let files: TestFiles
  private let noteFolders: ([String]) -> Void
  private var documents: [String: [UInt8]] = [:]

  init(files: TestFiles, noteFolders: @escaping ([String]) -> Void) {
    self.files = files
    self.noteFolders = noteFolders
  }

  func setFolders(_ paths: [String]) { noteFolders(paths) }

  func setDocument(_ document: DocumentKey, bytes: [UInt8]) -> ChangeImpact {
    documents[document] = bytes
    return .document
  }

  func closeDocument(_ document: DocumentKey) -> ChangeImpact {
    documents[document] = nil
    return .document
  }

  func filesChanged(_ paths: [String]) -> ChangeImpact { .nothing }
  func snapshot() -> any AnalysisSnapshot { TestSnapshot(files: files, documents: documents) }
}

private struct TestSnapshot: AnalysisSnapshot {
  let files: TestFiles
  let documents: [String: [UInt8]]

  func replacing(_ texts: [DocumentKey: [UInt8]]) -> (snapshot: any AnalysisSnapshot, impact: ChangeImpact)? {
    (TestSnapshot(files: files, documents: documents.merging(texts) { $1 }), .document)
  }

  func analyze(_ document: DocumentKey, isCancelled: () -> Bool) -> FileAnalysis? {
    guard let raw = documents[document] ?? (try? files.read(document)) else { return nil }
    guard let tree = parse(SourceEncoding.decode(raw).bytes) else { return nil }
    return analyzeWords(tree)
  }
}

private func analyzeWords(_ tree: SyntaxTree) -> FileAnalysis {
  // One scalar for each byte, so that places are byte offsets whatever the text holds.
  let text = String(String.UnicodeScalarView(tree.bytes.map { Unicode.Scalar($0) }))
  var findings: [Finding] = []
  var suppressed: [SuppressedFinding] = []
  func range(_ part: Range<String.Index>) -> TextRange {
    TextRange(
      UInt32(text.unicodeScalars.distance(from: text.startIndex, to: part.lowerBound)),
      UInt32(text.unicodeScalars.distance(from: text.startIndex, to: part.upperBound)))
  }
  for match in text.matches(
    of: (/(OFFLOAD|AWAITED|HIDDEN)\(([^()]*)\)|MEH|FATAL|FAR|BREAK|SPAN\[[^\]]*\]/).matchingSemantics(.unicodeScalar))
  {
    let place = range(match.range)
    let inner = match.2.map { tree.text(range($0.startIndex..<$0.endIndex)) } ?? ""
    switch match.1.map(String.init) ?? String(match.0.prefix(3)) {
    case "OFFLOAD":
      let name = range(text[match.range].range(of: "OFFLOAD") ?? match.range)
      findings.append(
        Finding(
          ruleID: "AW101", severity: .warning, confidence: .bound, message: "'\(inner)' is only handed on.",
          range: name,
          related: [RelatedLocation(range: place, message: "this call")], tags: [.unnecessary],
          placeholders: [Placeholder("callee", inner)],
          fixes: [
            Fix(
              title: "Remove OFFLOAD", actionKey: "AW101.remove", safety: .safe, isPreferred: true,
              edits: [TextEdit(range: place, newText: inner)]),
            Fix(
              title: "Suppress AW101 with a comment", actionKey: "suppress.comment", safety: .safe, isPreferred: false,
              edits: [TextEdit(range: TextRange(0, 0), newText: "// awaitwise-ignore AW101: \n")]),
          ]))
    case "AWAITED":
      findings.append(
        Finding(
          ruleID: "AW102", severity: .warning, confidence: .convention, message: "'\(inner)' is synchronous.",
          range: place,
          fixes: [
            Fix(
              title: "Call '\(inner)' directly", actionKey: "AW102.call", safety: .unsafe, isPreferred: true,
              edits: [TextEdit(range: place, newText: inner)])
          ]))
    case "HIDDEN":
      suppressed.append(
        SuppressedFinding(
          finding: Finding(
            ruleID: "AW101", severity: .warning, confidence: .bound, message: "Hidden.", range: place),
          kind: .inSource, justification: inner))
    case "MEH":
      findings.append(
        Finding(ruleID: "AW104", severity: .suggestion, confidence: .bound, message: "Meh.", range: place))
    case "FAT":
      findings.append(
        Finding(ruleID: "AW311", severity: .error, confidence: .bound, message: "Fatal.", range: place))
    case "BRE":
      findings.append(
        Finding(
          ruleID: "AW101", severity: .warning, confidence: .bound, message: "Broken.", range: place,
          fixes: [
            Fix(
              title: "Break it", actionKey: "AW101.break", safety: .safe, isPreferred: true,
              edits: [TextEdit(range: place, newText: "((")])
          ]))
    case "SPA":
      findings.append(
        Finding(
          ruleID: "AW104", severity: .warning, confidence: .bound, message: "100%: a, b\nand [c](d).", range: place))
    default:
      findings.append(
        Finding(
          ruleID: "AW102", severity: .warning, confidence: .bound, message: "Far.", range: place,
          related: [RelatedLocation(path: "/repo/far.cs", range: TextRange(2, 3), message: "over there")],
          fixes: [
            Fix(
              title: "Change both", actionKey: "AW102.both", safety: .unsafe, isPreferred: true,
              edits: [
                TextEdit(range: place, newText: "near"),
                TextEdit(path: "/repo/far.cs", range: TextRange(0, 1), newText: "F"),
              ])
          ]))
    }
  }
  var notes: [FileNote] = []
  if let place = text.range(of: "NOTE") { notes = [FileNote(range: range(place), message: "A remark.")] }
  return FileAnalysis(tree: tree, findings: findings, suppressed: suppressed, notes: notes)
}

let testRules: [RuleDescriptor] = [
  testRule("AW101", "redundant-task-run", .offloading, .warning, .several),
  testRule("AW102", "async-over-sync", .offloading, .warning, .several),
  testRule("AW103", "task-run-in-server-code", .offloading, .off, .none),
  testRule("AW104", "trivial-task-run", .offloading, .suggestion, .safe),
  testRule("AW311", "using-over-task", .asyncShape, .error, .safe),
]

private func testRule(
  _ id: String, _ name: String, _ category: RuleCategory, _ severity: Severity, _ fixes: RuleFixClass
) -> RuleDescriptor {
  RuleDescriptor(
    id: id, name: name, category: category, title: "Title of \(id)", defaultSeverity: severity, fixClass: fixes,
    documentation: RuleDocumentation(
      what: "What `\(id)` **reports**.", why: "Why.", example: "bad();", better: "good();", whenToSuppress: "Never.",
      options: id == "AW104"
        ? [RuleOption(key: "awaitwise.AW104.mode", values: "a|b", defaultValue: "a", summary: "Which.")] : [],
      peers: []))
}

/// A folder on the disk that goes with the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "awaitwise-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
