import Foundation
import Testing

/// Replays the scenarios of `protocol-fixtures` against the built executable, over real pipes.
@Suite struct ProtocolFixtureTests {
  @Test(arguments: Fixtures.scenarioNames)
  func replay(_ name: String) throws {
    let executable = try #require(Self.executable, "build the product awaitwise first")
    let scenario = try Scenario(name: name)
    do {
      try ScenarioRun.run(scenario, executable: executable)
    } catch {
      Issue.record("\(name) (\(scenario.content["title"]?.string ?? "")): \(error)")
    }
  }

  @Test func everyFolderOfTheMinimumSetHasScenarios() {
    let folders = Set(Fixtures.scenarioNames.map { $0.prefix { $0 != "/" } })
    let expected: Set<Substring> = [
      "lifecycle", "sync", "diagnostics-push", "diagnostics-pull", "code-action", "cancellation", "configuration",
      "encoding", "malformed", "workspace", "hover", "progress", "clients",
    ]
    #expect(folders == expected)
  }

  /// `awaitwise` in the build folder beside the test bundle, or what `AWAITWISE_EXECUTABLE` names.
  private static let executable: String? = {
    if let path = ProcessInfo.processInfo.environment["AWAITWISE_EXECUTABLE"] { return path }
    let bundles = Bundle.allBundles.map(\.bundlePath) + CommandLine.arguments
    for path in bundles where path.contains(".xctest") {
      var folder = URL(fileURLWithPath: path)
      while folder.path.count > 1 {
        folder = folder.deletingLastPathComponent()
        let candidate = folder.appendingPathComponent("awaitwise").path
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), !isFolder.boolValue {
          return candidate
        }
      }
    }
    return nil
  }()
}
