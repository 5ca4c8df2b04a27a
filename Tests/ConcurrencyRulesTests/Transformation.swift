import CSharpSemantics
import CSharpSyntax
import Foundation
import Testing

@testable import ConcurrencyRules

/// A text with a marked place, and the texts after each code action that is offered there.
///
/// Sections are parted by lines of dashes: `----- title (safe)`. The first section is the text before; `[|` and `|]` mark
/// the place. A line `===== Path.cs` inside a section begins another file. Lines `// config: key = value` at the top
/// set `.editorconfig` keys.
struct Transformation: CustomStringConvertible, Sendable {
  let name: String
  let url: URL
  let before: [File]
  let place: (file: Int, range: TextRange)
  let settings: [String: String]
  let expected: [Action]

  struct File: Hashable, Sendable {
    let path: String
    var text: String
  }

  struct Action: Hashable, Sendable {
    let title: String
    let safety: String
    let files: [File]
  }

  var description: String { name }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "Fixtures/Transformations")

  static func all(in subfolder: String) -> [Transformation] {
    let directory = folder.appendingPathComponent(subfolder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap {
      Transformation(url: directory.appendingPathComponent($0))
    }
  }

  init?(url: URL) {
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
    self.url = url
    name = url.deletingPathExtension().lastPathComponent
    var sections: [(title: String, lines: [Substring])] = [("", [])]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("----- ") {
        sections.append((String(line.dropFirst(6)), []))
      } else {
        sections[sections.count - 1].lines.append(line)
      }
    }
    var before = Transformation.files(sections[0].lines, isLast: sections.count == 1)
    var place: (file: Int, range: TextRange)?
    for index in before.indices {
      let bytes = Array(before[index].text.utf8)
      let marked = String(decoding: bytes, as: UTF8.self)
      guard let start = marked.range(of: "[|"), let end = marked.range(of: "|]") else { continue }
      let from = marked.utf8.distance(from: marked.startIndex, to: start.lowerBound)
      let to = marked.utf8.distance(from: marked.startIndex, to: end.lowerBound) - 2
      before[index].text = marked.replacingOccurrences(of: "[|", with: "").replacingOccurrences(of: "|]", with: "")
      place = (index, TextRange(UInt32(from), UInt32(to)))
    }
    guard let place else { return nil }
    self.before = before
    self.place = place
    var settings: [String: String] = [:]
    for line in sections[0].lines where line.hasPrefix("// config:") {
      let parts = line.dropFirst("// config:".count).split(separator: "=", maxSplits: 1)
      if parts.count == 2 {
        settings[parts[0].trimmingCharacters(in: .whitespaces)] = parts[1].trimmingCharacters(in: .whitespaces)
      }
    }
    self.settings = settings
    expected = sections.dropFirst().enumerated().map { index, section in
      let safety = section.title.hasSuffix(" (safe)") ? "safe" : "unsafe"
      let title = section.title.replacingOccurrences(of: " (\(safety))", with: "")
      let isLast = index == sections.count - 2
      return Action(title: title, safety: safety, files: Transformation.files(section.lines, isLast: isLast))
    }
  }

  private static func files(_ lines: [Substring], isLast: Bool) -> [File] {
    var files: [(path: String, lines: [Substring])] = [("Main.cs", [])]
    for line in lines {
      if line.hasPrefix("===== ") {
        if files.count == 1, files[0].lines.isEmpty { files = [] }
        files.append((String(line.dropFirst(6)), []))
      } else {
        files[files.count - 1].lines.append(line)
      }
    }
    return files.map { File(path: $0.path, text: $0.lines.joined(separator: "\n") + "\n") }
      .map { file in
        var file = file
        while file.text.hasSuffix("\n\n") { file.text.removeLast() }
        return file
      }
  }

  /// The same text with other results, as the file holds it.
  func text(with actions: [Action]) -> String {
    let original = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    var text = ""
    for line in original.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("----- ") { break }
      text += line + "\n"
    }
    while text.hasSuffix("\n\n") { text.removeLast() }
    for action in actions {
      text += "----- \(action.title) (\(action.safety))\n"
      for file in action.files {
        if action.files.count > 1 || file.path != "Main.cs" { text += "===== \(file.path)\n" }
        text += file.text
      }
    }
    return text
  }
}

/// Has the C# compiler judge the texts before and after.
func expectToCompile(_ transformations: [Transformation], with compiler: CompilerTool) throws {
  var names: [String] = []
  var programs: [[String: [UInt8]]] = []
  func add(_ name: String, _ files: [Transformation.File]) {
    names.append(name)
    programs.append(Dictionary(files.map { ($0.path, Array($0.text.utf8)) }) { $1 })
  }
  for transformation in transformations {
    add("\(transformation) before", transformation.before)
    for action in transformation.expected where !action.title.contains("only (callers are left as they are)") {
      let changed = Dictionary(action.files.map { ($0.path, $0) }) { $1 }
      add("\(transformation): \(action.title)", transformation.before.map { changed[$0.path] ?? $0 })
    }
  }
  let arguments = try #require(FixtureProject([]).compilerArguments(root: nil))
  for (name, errors) in zip(names, try compiler.compile(programs, arguments: arguments)) where !errors.isEmpty {
    Issue.record("\(name): \(errors.joined(separator: "; "))")
  }
}
