import ConcurrencyRules
import Foundation
import JSONRPC
import Testing
import Workspace

@testable import CommandLineInterface

@Suite struct ExplainTests {
  @Test func pipesGetMarkdown() {
    let program = TestProgram()
    #expect(program.run("explain", "aw101").output == RulePage(testRules[0]).markdown)
    #expect(program.run("explain", "redundant-task-run").output == RulePage(testRules[0]).markdown)
    #expect(
      program.run("explain", "AW101", "AW102").output
        == RulePage(testRules[0]).markdown + "\n" + RulePage(testRules[1]).markdown)
  }

  @Test func terminalsGetAPage() {
    let program = TestProgram()
    program.outputIsTerminal = true
    program.width = 60
    program.variables = ["NO_COLOR": "1"]
    let plain = program.run("explain", "AW104").output
    #expect(
      plain.hasPrefix(
        "AW104 trivial-task-run\n\nTitle of AW104.\n\ncategory: Offloading\ndefault severity: suggestion\nfix: safe\n"))
    #expect(plain.contains("\nWhat it reports\n\nWhat AW104 reports.\n"))
    #expect(plain.contains("\n    bad();\n"))
    #expect(plain.contains("\nkey: awaitwise.AW104.mode\nvalues: a|b\ndefault: a\nmeaning: Which.\n"))
    #expect(plain.split(separator: "\n").allSatisfy { displayWidth($0) <= 60 })
    program.variables = [:]
    #expect(program.run("explain", "AW104").output.contains("\u{1b}[1mreports\u{1b}[0m"))
  }

  @Test func markdownIsRendered() {
    let renderer = MarkdownRenderer(style: TerminalStyle(usesColor: false), width: 20)
    #expect(
      renderer.render("# A\n\none two three four five\n- item **bold words** here and on\n\n[text](https://x) [y]\n")
        == "A\n\none two three four\nfive\n- item bold words\n  here and on\n\ntext (https://x) [y]\n")
    #expect(renderer.render("| a | b |\n| --- | --- |\n| 1 | `x\\|y` |\n| 2 | 3 |") == "a: 1\nb: x|y\na: 2\nb: 3\n")
    #expect(renderer.render("```\n  code  [x](y) **z**\n```") == "      code  [x](y) **z**\n")
    #expect(renderer.render("[open\nand ** odd ` marks") == "[open and  odd \nmarks\n")
  }

  @Test func rulesAreListed() throws {
    let program = TestProgram()
    let text = program.run("rules").output
    #expect(text.hasPrefix("AW101  redundant-task-run       warning    Title of AW101\n"))
    #expect(text.split(separator: "\n").count == testRules.count)
    let json = try JSONValue(parsing: Array(program.run("rules", "--format", "json").output.utf8))
    #expect(json.arrayValue?.count == testRules.count)
    #expect(json.arrayValue?[3]["options"]?.arrayValue?.first?["key"] == "awaitwise.AW104.mode")
    #expect(json.arrayValue?[3]["documentation"]?["whenToSuppress"] == "Never.")
    let markdown = program.run("rules", "--format=markdown").output
    #expect(markdown.contains("| [AW104](AW104.md) | trivial-task-run | Title of AW104 | suggestion | safe |\n"))
    #expect(program.run("rules", "x").status == 2)
  }

  @Test func documentsAreMadeOfDescriptors() throws {
    let documents = generatedDocuments(testRules)
    #expect(
      documents.keys.sorted() == ["configuration.md"]
        + ["README", "AW101", "AW102", "AW103", "AW104", "AW311"].map { "rules/\($0).md" }.sorted())
    #expect(documents["rules/AW101.md"] == generatedMark + RulePage(testRules[0]).markdown)
    let index = try #require(documents["rules/README.md"])
    #expect(index.contains("## AsyncShape\n\n| id | name |"))
    #expect(!index.contains("## Locks"))
    let configuration = try #require(documents["configuration.md"])
    #expect(configuration.contains("| [AW104](rules/AW104.md) | `awaitwise.AW104.mode` | `a\\|b` | `a` | Which. |\n"))
    for text in documents.values {
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
      #expect(!text.contains(" \n"))
    }
  }
}

@Suite struct GeneratedDocumentTests {
  @Test func pagesInTheRepositoryAreUpToDate() {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs").path
    let (stale, left) = staleDocuments(RuleCatalogue.descriptors, folder: folder, files: LocalFileSystem())
    #expect(stale == [], "run 'swift run awaitwise-dev docs'")
    #expect(left == [])
  }

  @Test func tableOfTheReadmeIsUpToDate() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    #expect(ReadmeTable.updated(readme, RuleCatalogue.descriptors) == readme, "run 'swift run awaitwise-dev docs'")
    #expect(ReadmeTable.updated("without marks", testRules) == nil)
  }

  @Test func staleMissingAndLeftPagesAreFound() {
    let files = InMemoryFileSystem([:])
    for (path, text) in generatedDocuments(testRules) where path != "rules/AW102.md" {
      files.set("/docs/\(path)", text)
    }
    files.set("/docs/rules/AW101.md", "old")
    files.set("/docs/rules/AW999.md", "gone")
    let (stale, left) = staleDocuments(testRules, folder: "/docs", files: files)
    #expect(stale == ["rules/AW101.md", "rules/AW102.md"])
    #expect(left == ["rules/AW999.md"])
  }
}
