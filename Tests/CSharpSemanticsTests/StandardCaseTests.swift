import Foundation
import Testing

/// Small programs, one per paragraph of the standard's chapters on conversions, patterns, expressions, statements and name
/// lookup, and per version of C#: what every name in them is bound to, as the C# compiler says it.
@Suite struct StandardCaseTests {
  static let files = ["Expressions", "Language"]

  private func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = try #require(Bundle.main.executableURL).deletingLastPathComponent()
      .appending(path: "awaitwise-dev")
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  private func path(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/Standard/\(name).txt").path
  }

  @Test(arguments: files) func bindsAsTheCompilerDoes(_ name: String) throws {
    let (status, output) = try run(["binding-cases", path(name)])
    #expect(status == 0, "\(output)")
    #expect(output.contains("cases "))
  }

  private static let tool = ProcessInfo.processInfo.environment["AWAITWISE_ROSLYN"]

  @Test(.enabled(if: tool != nil, "AWAITWISE_ROSLYN names no tool"), arguments: files)
  func theExpectedResultsAreTheCompilers(_ name: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "awaitwise-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let copy = folder.appending(path: "\(name).txt").path
    try FileManager.default.copyItem(atPath: path(name), toPath: copy)
    _ = try run(["binding-cases", "--update", copy])
    let stored = try String(contentsOfFile: String(path(name).dropLast(4)) + ".expected.txt", encoding: .utf8)
    let fresh = try String(contentsOfFile: String(copy.dropLast(4)) + ".expected.txt", encoding: .utf8)
    #expect(fresh == stored)
  }
}
