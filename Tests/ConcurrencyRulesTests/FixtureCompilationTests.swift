import ConcurrencyRules
import Foundation
import Testing

/// The C# compiler's verdict on every fixture, and on what every fix makes of it.
@Suite(.serialized) struct FixtureCompilationTests {
  private static let compiler = CompilerTool.fromEnvironment
  private static let assemblies = ProcessInfo.processInfo.environment["DOTNET_ROOT"]
    .map { URL(fileURLWithPath: $0) }
    .flatMap { FileManager.default.fileExists(atPath: $0.path + "/package-sets.json") ? $0 : nil }

  @Test(.enabled(if: compiler != nil, "AWAITWISE_ROSLYN does not name the compiler's tool"))
  func fixturesAndTheirFixesCompile() throws {
    try compile(Fixture.all.filter { !$0.project.needsAssemblies })
  }

  @Test(
    .enabled(if: compiler != nil, "AWAITWISE_ROSLYN does not name the compiler's tool"),
    .enabled(if: assemblies != nil, "DOTNET_ROOT has no packages beside its packs"))
  func fixturesThatUsePackagesCompile() throws {
    try compile(Fixture.all.filter(\.project.needsAssemblies))
  }

  /// One program to compile.
  private struct Program {
    let description: String
    let fixture: Fixture
    let texts: [[UInt8]]
    /// Whether the fixture itself, not what a fix made of it.
    let isOriginal: Bool
  }

  private func compile(_ fixtures: [Fixture]) throws {
    let compiler = try #require(FixtureCompilationTests.compiler)
    var byArguments: [[String]: [Program]] = [:]
    for fixture in fixtures where fixture.reasonNotToCompile == nil {
      let arguments = try #require(
        fixture.project.compilerArguments(root: FixtureCompilationTests.assemblies), "\(fixture)")
      byArguments[arguments, default: []] += try programs(of: fixture)
    }
    for (arguments, programs) in byArguments.sorted(by: { $0.key.joined() < $1.key.joined() }) {
      let sources = programs.map { program in
        Dictionary(zip(program.fixture.files.map(\.name), program.texts)) { first, _ in first }
      }
      let verdicts = try compiler.compile(sources, arguments: arguments)
      var broken: Set<String> = []
      for (program, errors) in zip(programs, verdicts) where !errors.isEmpty {
        // What a fix makes of code that does not compile says nothing about the fix.
        if broken.contains(program.fixture.description) { continue }
        if program.isOriginal { broken.insert(program.fixture.description) }
        Issue.record("\(program.description): \(errors.joined(separator: "; "))")
      }
    }
  }

  private func programs(of fixture: Fixture) throws -> [Program] {
    let texts = fixture.texts
    var programs = [Program(description: "\(fixture)", fixture: fixture, texts: texts, isOriginal: true)]
    if fixture.isFixed, fixture.fixName.map({ !fixture.isExempt($0) }) ?? true {
      programs.append(
        Program(
          description: "\(fixture), the fixed text", fixture: fixture,
          texts: fixture.files.map { Array(($0.fixedText ?? $0.text).utf8) }, isOriginal: false))
    }
    var known: Set<[[UInt8]]> = []
    var titles: Set<String> = []
    for (file, (_, output)) in try #require(fixture.analyze(texts)).enumerated() {
      for finding in output.findings {
        for fix in finding.fixes where !fix.edits.isEmpty {
          titles.insert(fix.title)
          guard !fixture.isExempt(fix.title), let changed = fixture.applying(fix.edits, of: file, to: texts),
            known.insert(changed).inserted
          else { continue }
          let line = texts[file].prefix(finding.range.indices.lowerBound).count { $0 == 10 } + 1
          programs.append(
            Program(
              description: "\(fixture):\(line), fix '\(fix.title)'", fixture: fixture, texts: changed,
              isOriginal: false))
        }
      }
    }
    for safety in [FixSafety.safe, .unsafe] {
      let (result, changed) = try #require(fixture.fixEverything(texts, safety: safety))
      #expect(result.misfits.isEmpty && result.broken.isEmpty, "\(fixture)")
      guard !result.applied.contains(where: { fixture.isExempt($0.title) }), known.insert(changed).inserted else {
        continue
      }
      programs.append(
        Program(
          description: "\(fixture), all fixes of all rules, \(safety) ones too", fixture: fixture, texts: changed,
          isOriginal: false))
    }
    for title in fixture.fixesNotToCompile where !titles.contains(title) {
      Issue.record("\(fixture) exempts a fix that it does not have: \(title)")
    }
    return programs
  }
}

extension Fixture {
  /// Actions that leave callers behind say so.
  fileprivate func isExempt(_ title: String) -> Bool {
    fixesNotToCompile.contains(title) || title.hasSuffix("only (callers are left as they are)")
  }
}

/// The Roslyn tool's `compile` verb.
struct CompilerTool: Sendable {
  let path: String

  static let fromEnvironment: CompilerTool? = ProcessInfo.processInfo.environment["AWAITWISE_ROSLYN"]
    .flatMap { FileManager.default.isExecutableFile(atPath: $0) ? CompilerTool(path: $0) : nil }

  private struct Verdict: Decodable {
    let folder: String
    let errors: Int
    let list: [Message]
  }

  private struct Message: Decodable {
    let id: String
    let file: String?
    let line: Int?
    let message: String
  }

  /// The first errors of each program, whose files are given by name. The tool is slow to start, so it gets all at once.
  func compile(_ programs: [[String: [UInt8]]], arguments: [String]) throws -> [[String]] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("awaitwise-compile-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, files) in programs.enumerated() {
      let program = folder.appendingPathComponent("p\(index)")
      try FileManager.default.createDirectory(at: program, withIntermediateDirectories: true)
      for (name, bytes) in files { try Data(bytes).write(to: program.appendingPathComponent(name)) }
    }
    let out = folder.appendingPathExtension("jsonl")
    defer { try? FileManager.default.removeItem(at: out) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["compile", "--max", "3", "--out", out.path] + arguments + [folder.path]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
    var verdicts = [[String]?](repeating: nil, count: programs.count)
    for line in try Data(contentsOf: out).split(separator: 10) {
      let verdict = try JSONDecoder().decode(Verdict.self, from: line)
      guard let index = Int(verdict.folder.dropFirst()), verdicts.indices.contains(index) else { continue }
      verdicts[index] = verdict.list.prefix(verdict.errors).map { message in
        "\(message.file ?? "")(\(message.line ?? 0)): \(message.id) \(message.message)"
      }
    }
    return try verdicts.map { verdict in
      guard let verdict else { throw Failure(status: 0) }
      return verdict
    }
  }

  struct Failure: Error {
    let status: Int32
  }
}
