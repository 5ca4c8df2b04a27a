import Foundation
import Testing

/// The modules in the order of ARCHITECTURE.md's table: each may use only those above it.
private func moduleOrder() throws -> [String] {
  let text = try String(contentsOf: root.appending(path: "ARCHITECTURE.md"), encoding: .utf8)
  let section = try #require(text.split(separator: "\n## ").first { $0.hasPrefix("Modules") })
  let order = section.matches(of: /\n\| `([A-Za-z-]+)` \|/).map { String($0.1) }
  try #require(order.count >= 9, "ARCHITECTURE.md has no table of modules")
  return order
}

/// Modules of the toolchain that each module may import besides.
private let systemModules: Set<String> = [
  "Glibc", "Musl", "Darwin", "WinSDK", "Synchronization", "Dispatch", "FoundationEssentials",
]
/// Those that do no input or output import nothing of the system.
private let pureModules: Set<String> = [
  "CSharpSyntax", "DotNetMetadata", "CSharpSemantics", "ConcurrencyRules", "JSONRPC",
]

private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

private struct Import {
  let module: String
  let file: String
  let imported: String
}

private func imports() throws -> [Import] {
  let sources = root.appending(path: "Sources")
  var result: [Import] = []
  for module in try FileManager.default.contentsOfDirectory(atPath: sources.path) {
    let files = try #require(FileManager.default.enumerator(atPath: sources.appending(path: module).path))
    for case let name as String in files where name.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appending(path: "\(module)/\(name)"), encoding: .utf8)
      for line in text.split(whereSeparator: \.isNewline) {
        let words = line.split(separator: " ")
        guard let position = words.firstIndex(of: "import"), position + 1 < words.count,
          words[..<position].allSatisfy({ $0.hasPrefix("@") || $0 == "package" || $0 == "internal" || $0 == "public" })
        else { continue }
        // `import struct Module.Name` names the module behind the kind.
        let kinds: Set<Substring> = ["struct", "class", "enum", "func", "protocol", "typealias", "var", "let"]
        let target = kinds.contains(words[position + 1]) ? words[(position + 2)...].first : words[position + 1]
        let name0 = target?.split(separator: ".").first.map(String.init) ?? ""
        result.append(Import(module: module, file: "\(module)/\(name)", imported: name0))
      }
    }
  }
  return result
}

@Test func everyModuleIsInTheTable() throws {
  let order = try moduleOrder()
  let folders = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path)
  #expect(folders.filter { !order.contains($0) } == [])
}

@Test func importsFollowTheOrder() throws {
  let order = try moduleOrder()
  let all = try imports()
  #expect(all.count > 20)
  for item in all {
    let place = try #require(order.firstIndex(of: item.module))
    if let target = order.firstIndex(of: item.imported) {
      #expect(target < place, "\(item.file) imports \(item.imported), which comes later")
    } else {
      #expect(systemModules.contains(item.imported), "\(item.file) imports \(item.imported)")
      if pureModules.contains(item.module) {
        // Locks and atomics touch nothing outside the process.
        #expect(item.imported == "Synchronization", "\(item.file) imports \(item.imported)")
      }
    }
  }
}

@Test func dependenciesOfThePackageFollowTheOrder() throws {
  let order = try moduleOrder()
  let text = try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
  // `module("Name", ["A", "B"])` and `.executableTarget(name: "Name", dependencies: ["A"], …`.
  let declaration = /(?:module\(|executableTarget\(\s*name:\s*)"([^"]+)"(?:,\s*(?:dependencies:\s*)?\[([^\]]*)\])?/
  var seen = 0
  for match in text.matches(of: declaration) {
    let module = String(match.1)
    let place = try #require(order.firstIndex(of: module), "\(module) is not in the table")
    for part in (match.2 ?? "").split(separator: ",") {
      let dependency = part.filter { $0 != "\"" && !$0.isWhitespace }
      if dependency.isEmpty { continue }
      let target = try #require(order.firstIndex(of: dependency), "\(module) depends on \(dependency)")
      #expect(target < place, "\(module) depends on \(dependency), which comes later")
      seen += 1
    }
  }
  #expect(seen > 10)
  #expect(!text.contains(".package("), "the product depends on the toolchain alone")
}
