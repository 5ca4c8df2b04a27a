import Foundation
import Testing
import Workspace

@testable import CommandLineInterface

@Suite struct WorkspaceSourcesTests {
  private let sources = WorkspaceSources(
    InMemoryFileSystem([
      "/repo/.git/HEAD": "", "/repo/.gitignore": "ignored/\n", "/repo/App/App.csproj": "", "/repo/App/A.cs": "",
      "/repo/App/obj/O.cs": "", "/repo/App/Legacy/L.cs": "", "/repo/App/Legacy/Deep/D.cs": "",
      "/repo/Lib/Lib.csproj": "",
      "/repo/Lib/Legacy/B.cs": "", "/repo/ignored/I.cs": "", "/repo/readme.md": "", "/elsewhere/E.cs": "",
    ]))

  private func files(_ paths: [String], _ patterns: [String] = [], in folder: String = "/repo") -> [String] {
    sources.discover(DiscoveryRequest(paths: paths, excludedPatterns: patterns, currentDirectory: folder)).files
  }

  @Test func buildOutputAndIgnoredFilesAreLeftOut() {
    #expect(
      files(["/repo"]) == [
        "/repo/App/A.cs", "/repo/App/Legacy/Deep/D.cs", "/repo/App/Legacy/L.cs", "/repo/Lib/Legacy/B.cs",
      ])
    #expect(files(["/repo/ignored/I.cs", "/repo/App/obj/O.cs"]).count == 2)
  }

  @Test func patternsAreRelativeToTheCurrentFolder() {
    #expect(files(["/repo"], ["Legacy"]) == ["/repo/App/A.cs"])
    #expect(files(["/repo"], ["App/Legacy"]) == ["/repo/App/A.cs", "/repo/Lib/Legacy/B.cs"])
    #expect(files(["/repo/App"], ["App/Legacy"]) == ["/repo/App/A.cs"])
    #expect(files(["/repo/App"], ["**/Deep/"]) == ["/repo/App/A.cs", "/repo/App/Legacy/L.cs"])
    #expect(files(["/repo/App/A.cs", "/repo/Lib/Legacy/B.cs"], ["Lib/"]) == ["/repo/App/A.cs"])
    #expect(files(["/elsewhere"], ["E.*"]) == [])
    #expect(files(["/repo/App/obj"], ["X.cs"]) == ["/repo/App/obj/O.cs"])
  }

  @Test func foldersAreThoseOfTheProjects() {
    func folders(_ paths: String...) -> [String] {
      sources.discover(DiscoveryRequest(paths: paths, excludedPatterns: [], currentDirectory: "/")).folders
    }
    #expect(folders("/repo") == ["/repo"])
    #expect(folders("/repo/App/Legacy/L.cs", "/repo/Lib/Legacy") == ["/repo/App", "/repo/Lib"])
    #expect(folders("/repo/App/Legacy/L.cs", "/repo") == ["/repo"])
    #expect(folders("/elsewhere/E.cs") == [])
    #expect(sources.projectFolders(of: "/repo/App/New.cs") == ["/repo/App"])
    #expect(sources.projectFolders(of: "/repo/New.cs") == [])
    #expect(sources.projectName(of: "/repo/App/Legacy/L.cs") == "App")
    #expect(sources.projectName(of: "/elsewhere/E.cs") == nil)
  }

  @Test func badPatternsAreNamed() {
    let discovery = sources.discover(
      DiscoveryRequest(
        paths: ["/repo"], excludedPatterns: ["a[b", "!x", "Legacy", " ", "#c", "d\\", "[]]", "\\[x", "[a]"],
        currentDirectory: "/repo"))
    #expect(discovery.files == ["/repo/App/A.cs"])
    #expect(discovery.problems.map(\.subject) == ["a[b", "!x", " ", "#c", "d\\"])
    #expect(
      discovery.problems.first?.message == "the bracket at character 2 is not closed; write '\\[' for a literal one")
  }
}

@Suite struct ExecutionTests {
  @Test func allThreadsRunAndAreWaitedFor() {
    let seen = Counter()
    runOnThreads(8, interval: .milliseconds(1), body: { number in seen.add(number) })
    #expect(seen.values.sorted() == Array(0..<8))
    runOnThreads(0, body: { _ in seen.add(100) })
    #expect(seen.values.count == 8)
  }

  @Test func stacksAreDeep() {
    let seen = Counter()
    // 60,000 frames of at least 150 bytes don't fit into the 8 MiB that a thread has by default.
    runOnThreads(1, body: { _ in seen.add(depth(60_000)) })
    #expect(seen.values == [60_000])
  }
}

@inline(never)
private func depth(_ count: Int) -> Int {
  if count == 0 { return 0 }
  return withUnsafeTemporaryAllocation(byteCount: 64, alignment: 8) { buffer in
    buffer[0] = UInt8(truncatingIfNeeded: count)
    return depth(count - 1) + (buffer[0] == UInt8(truncatingIfNeeded: count) ? 1 : 0)
  }
}

private final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private(set) var values: [Int] = []

  func add(_ value: Int) { lock.withLock { values.append(value) } }
}
