import ConcurrencyRules
import Foundation
import JSONRPC
import Testing

@testable import CommandLineInterface

#if canImport(FoundationXML)
  import FoundationXML
#endif

private func json(_ outcome: TestProgram.Outcome) throws -> JSONValue {
  try JSONValue(parsing: Array(outcome.output.utf8))
}

@Suite struct JSONFormatTests {
  @Test func reportIsAsDocumented() throws {
    let program = TestProgram(["/repo/src/ä b.cs": "  OFFLOAD(f) HIDDEN(why) NOTE"])
    let outcome = program.run("check", ".", "nowhere", "--format", "json")
    #expect(outcome.status == 2)
    let expected = """
      {
        "version": 1,
        "tool": {"name": "awaitwise", "version": "1.2.3"},
        "findings": [
          {
            "rule": "AW101", "name": "redundant-task-run", "severity": "warning", "confidence": "bound",
            "message": "'f' is only handed on.", "path": "src/ä b.cs",
            "range": {"start": {"line": 1, "column": 3, "offset": 2}, "end": {"line": 1, "column": 10, "offset": 9}},
            "fingerprint": "FINGERPRINT:1", "tags": ["unnecessary"], "placeholders": {"callee": "f"},
            "related": [
              {
                "path": "src/ä b.cs",
                "range": {"start": {"line": 1, "column": 3, "offset": 2}, "end": {"line": 1, "column": 13, "offset": 12}},
                "message": "this call"
              }
            ],
            "fixes": [
              {
                "title": "Remove OFFLOAD", "safety": "safe", "preferred": true,
                "edits": [
                  {
                    "path": "src/ä b.cs",
                    "range": {
                      "start": {"line": 1, "column": 3, "offset": 2}, "end": {"line": 1, "column": 13, "offset": 12}
                    },
                    "newText": "f"
                  }
                ]
              }
            ],
            "help": "\(testRules[0].helpURL)"
          }
        ],
        "suppressed": [
          {
            "rule": "AW101", "name": "redundant-task-run", "severity": "warning", "confidence": "bound",
            "message": "Hidden.", "path": "src/ä b.cs",
            "range": {"start": {"line": 1, "column": 14, "offset": 13}, "end": {"line": 1, "column": 25, "offset": 24}},
            "fingerprint": "FINGERPRINT:2", "tags": [], "placeholders": {}, "related": [], "fixes": [],
            "help": "\(testRules[0].helpURL)", "suppression": "inSource", "justification": "why"
          }
        ],
        "notes": [
          {
            "path": "src/ä b.cs",
            "range": {"start": {"line": 1, "column": 26, "offset": 25}, "end": {"line": 1, "column": 30, "offset": 29}},
            "message": "A remark."
          }
        ],
        "errors": [
          {"message": "'nowhere' does not exist; check the spelling (the current folder is '/repo')", "path": "nowhere"}
        ],
        "summary": {
          "files": 1, "errors": 0, "warnings": 1, "suggestions": 0, "safeFixes": 1, "fixed": 0, "inBaseline": 0,
          "byRule": [{"rule": "AW101", "count": 1, "safeFixes": 1}]
        }
      }
      """
    let value = try json(outcome)
    let text = try #require(value["findings"]?.arrayValue?.first?["fingerprint"]?.stringValue)
    let fingerprint = String(text.dropLast(2))
    #expect(fingerprint.count == 16)
    #expect(
      value == (try JSONValue(parsing: Array(expected.replacingOccurrences(of: "FINGERPRINT", with: fingerprint).utf8)))
    )
  }

  @Test func documentationNamesEveryMember() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: folder.appending(path: "docs/output-json.md"), encoding: .utf8)
    let program = TestProgram(["/repo/a.cs": "OFFLOAD(f) HIDDEN(why) NOTE"])
    var keys: Set<String> = []
    func collect(_ value: JSONValue) {
      for element in value.arrayValue ?? [] { collect(element) }
      for member in value.objectValue?.members ?? [] {
        keys.insert(member.key)
        if member.key != "placeholders" { collect(member.value) }
      }
    }
    collect(try json(program.run("check", ".", "nowhere", "--format", "json")))
    #expect(keys.count > 30)
    for key in keys { #expect(page.contains("`\(key)`"), "docs/output-json.md does not describe '\(key)'") }
  }
}

@Suite struct SARIFFormatTests {
  private func log(_ program: TestProgram, _ arguments: String...) throws -> JSONValue {
    let value = try json(program.run(["check", ".", "--format=sarif"] + arguments))
    try checkStructure(value)
    return try #require(value["runs"]?.arrayValue?.first)
  }

  @Test func resultsRulesFixesAndSuppressions() throws {
    let program = TestProgram(["/repo/src/ä b#.cs": "x\n\"😀\" OFFLOAD(f) HIDDEN(why) NOTE", "/repo/far.cs": "abc"])
    let run = try log(program, "--relative-to", "/repo")
    #expect(run["columnKind"] == "utf16CodeUnits")
    #expect(run["originalUriBaseIds"]?["SRCROOT"]?["uri"] == "file:///repo/")
    let rules = try #require(run["tool"]?["driver"]?["rules"]?.arrayValue)
    #expect(rules.map { $0["id"]?.stringValue } == testRules.map(\.id))
    #expect(rules[0]["name"] == "RedundantTaskRun")
    #expect(rules[0]["fullDescription"]?["text"] == "What AW101 reports.")
    #expect(rules[0]["help"]?["markdown"]?.stringValue == RulePage(testRules[0]).markdown)
    #expect(rules[2]["defaultConfiguration"]?["enabled"] == false)
    #expect(rules[4]["defaultConfiguration"]?["level"] == "error")
    let results = try #require(run["results"]?.arrayValue)
    #expect(results.count == 2)
    #expect(results[0]["ruleId"] == "AW101")
    #expect(results[0]["ruleIndex"] == 0)
    #expect(results[0]["level"] == "warning")
    let place = try #require(results[0]["locations"]?.arrayValue?.first?["physicalLocation"])
    #expect(place["artifactLocation"] == ["uri": "src/%C3%A4%20b%23.cs", "uriBaseId": "SRCROOT"])
    #expect(place["region"] == ["startLine": 2, "startColumn": 6, "endLine": 2, "endColumn": 13])
    #expect(place["contextRegion"]?["snippet"]?["text"] == "\"😀\" OFFLOAD(f) HIDDEN(why) NOTE")
    #expect(results[0]["relatedLocations"]?.arrayValue?.first?["message"]?["text"] == "this call")
    let fixes = try #require(results[0]["fixes"]?.arrayValue)
    #expect(fixes.count == 1)
    let change = try #require(fixes[0]["artifactChanges"]?.arrayValue?.first)
    #expect(change["replacements"]?.arrayValue?.first?["insertedContent"]?["text"] == "f")
    #expect(results[0].objectValue?.members.contains { $0.key == "suppressions" } == false)
    #expect(results[1]["suppressions"] == [["kind": "inSource", "justification": "why"]])
    let invocation = try #require(run["invocations"]?.arrayValue?.first)
    #expect(invocation["executionSuccessful"] == true)
    #expect(invocation["toolConfigurationNotifications"]?.arrayValue?.first?["message"]?["text"] == "A remark.")
  }

  @Test func urisWithoutABaseFolderAreRelativeToTheCurrentOne() throws {
    let program = TestProgram(["/repo/a.cs": "MEH", "/other/b.cs": "MEH"])
    let run = try log(program, "/other")
    #expect(run.objectValue?.members.contains { $0.key == "originalUriBaseIds" } == false)
    let uris = run["results"]?.arrayValue?.map {
      $0["locations"]?.arrayValue?.first?["physicalLocation"]?["artifactLocation"]?["uri"]?.stringValue
    }
    #expect(uris == ["file:///other/b.cs", "a.cs"])
  }

  @Test func fingerprintsSurviveMovedLinesAndTellEqualOnesApart() throws {
    func fingerprints(_ text: String) throws -> [String] {
      let run = try log(TestProgram(["/repo/a.cs": text]))
      return (run["results"]?.arrayValue ?? []).compactMap {
        $0["partialFingerprints"]?["awaitwiseLine/v1"]?.stringValue
      }
    }
    let before = try fingerprints("x\n  OFFLOAD(a)\nOFFLOAD(b)\nOFFLOAD(b)\n")
    let after = try fingerprints("// new\n\nx\n\tOFFLOAD(a)\n\nOFFLOAD(b)\n// more\n  OFFLOAD(b)\r\n")
    #expect(before == after)
    #expect(Set(before).count == 3)
    #expect(before[1].dropLast(2) == before[2].dropLast(2))
    #expect(try fingerprints("OFFLOAD(c)") != [before[0]])
  }

  @Test func problemsAreNotificationsOfAFailedRun() throws {
    let program = TestProgram(["/repo/a.cs": "x"])
    program.files.makeUnreadable("/repo/a.cs")
    let run = try log(program)
    let invocation = try #require(run["invocations"]?.arrayValue?.first)
    #expect(invocation["executionSuccessful"] == false)
    let notification = try #require(invocation["toolExecutionNotifications"]?.arrayValue?.first)
    #expect(notification["level"] == "error")
    #expect(notification["message"]?["text"] == "can't read '/repo/a.cs': Permission denied")
  }

  @Test func whatLooksLikeALinkIsEscaped() throws {
    let run = try log(TestProgram(["/repo/a.cs": "SPAN[x]"]))
    #expect(run["results"]?.arrayValue?.first?["message"]?["text"] == "100%: a, b\nand \\[c\\](d).")
  }

  @Test func windowsPaths() throws {
    let rules = FormatContext(
      rules: testRules, version: "1.2.3", pathStyle: .windows, baseFolder: "C:\\repo x", namesBaseFolder: true,
      threshold: .warning, standardInputKey: "untitled:stdin.cs")
    let log = sarifLog(windowsReport, context: rules)
    try checkStructure(log)
    let run = try #require(log["runs"]?.arrayValue?.first)
    #expect(run["originalUriBaseIds"]?["SRCROOT"]?["uri"] == "file:///C:/repo%20x/")
    let uris = run["results"]?.arrayValue?.map {
      $0["locations"]?.arrayValue?.first?["physicalLocation"]?["artifactLocation"]?["uri"]?.stringValue
    }
    #expect(uris == ["src/%C3%A4%20b.cs", "file:///D:/else/c.cs"])
  }

  /// What SARIF's schema asks for, as far as this program writes it.
  private func checkStructure(_ log: JSONValue) throws {
    #expect(log["version"] == "2.1.0")
    let run = try #require(log["runs"]?.arrayValue?.first)
    let driver = try #require(run["tool"]?["driver"])
    #expect(driver["name"]?.stringValue?.isEmpty == false)
    let rules = try #require(driver["rules"]?.arrayValue)
    for rule in rules {
      #expect(rule["id"]?.stringValue != nil)
      #expect(rule["shortDescription"]?["text"]?.stringValue != nil)
      #expect(rule["help"]?["text"]?.stringValue != nil)
      #expect(rule["helpUri"]?.stringValue?.hasPrefix("https://") == true)
    }
    for result in try #require(run["results"]?.arrayValue) {
      let index = try #require(result["ruleIndex"]?.integerValue)
      #expect(rules[Int(index)]["id"] == result["ruleId"])
      #expect(["error", "warning", "note"].contains(result["level"]?.stringValue))
      #expect(result["message"]?["text"]?.stringValue != nil)
      let all = (result["locations"]?.arrayValue ?? []) + (result["relatedLocations"]?.arrayValue ?? [])
      #expect(!all.isEmpty)
      for location in all {
        let place = try #require(location["physicalLocation"])
        let uri = try #require(place["artifactLocation"]?["uri"]?.stringValue)
        #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && $0 != 0x5c })
        try checkRegion(try #require(place["region"]))
      }
      for fix in result["fixes"]?.arrayValue ?? [] {
        for change in try #require(fix["artifactChanges"]?.arrayValue) {
          for replacement in try #require(change["replacements"]?.arrayValue) {
            try checkRegion(try #require(replacement["deletedRegion"]))
          }
        }
      }
    }
  }

  private func checkRegion(_ region: JSONValue) throws {
    let numbers = try ["startLine", "startColumn", "endLine", "endColumn"].map {
      try #require(region[$0]?.integerValue)
    }
    #expect(numbers.allSatisfy { $0 >= 1 })
    #expect((numbers[0], numbers[1]) <= (numbers[2], numbers[3]))
  }
}

/// Made by hand, because files in memory have slashes.
private let windowsReport: RunReport = {
  let range = SourceRange(
    start: SourcePlace(line: 1, column: 2), end: SourcePlace(line: 1, column: 5), offset: .init(1), length: 3)
  func file(_ path: String) -> FileReport {
    FileReport(
      document: path,
      findings: [
        ReportedFinding(
          ruleID: "AW101", severity: .warning, confidence: .bound, message: "M.", range: range,
          excerpt: Excerpt(before: " ", marked: "abc", after: "", isCutAtStart: false, isCutAtEnd: false), related: [],
          tags: [], placeholders: [], fixes: [], fingerprint: Fingerprint(hash: "0123456789abcdef", occurrence: 0))
      ], suppressed: [], notes: [])
  }
  return RunReport(
    files: [file("C:\\repo x\\src\\ä b.cs"), file("D:\\else\\c.cs")], checkedFileCount: 2, problems: [], nanoseconds: 0)
}()

@Suite struct PathsInReportsTests {
  /// A path of Windows with blanks and letters beyond ASCII, in the base folder and outside.
  @Test(arguments: ReportFormat.allCases.filter { $0 != .text })
  func windowsPathsHaveSlashes(_ format: ReportFormat) {
    let context = FormatContext(
      rules: testRules, version: "1", pathStyle: .windows, baseFolder: "C:\\repo x", namesBaseFolder: false,
      threshold: .warning, standardInputKey: "untitled:stdin.cs")
    let report = String(decoding: rendered(windowsReport, as: format, context: context), as: UTF8.self)
    let expected =
      switch format {
      case .sarif: ["\"src/%C3%A4%20b.cs\"", "\"file:///D:/else/c.cs\""]
      case .github: ["file=src/ä b.cs,", "file=D%3A/else/c.cs,"]
      case .text, .json, .junit, .codeclimate, .html: ["\"src/ä b.cs\"", "\"D:/else/c.cs\""]
      }
    for path in expected { #expect(report.contains(path)) }
    #expect(!report.contains("repo x\\") && !report.contains("src\\") && !report.contains("else\\"))
  }

  @Test(arguments: ReportFormat.allCases)
  func blanksAndOtherLettersComeOutRight(_ format: ReportFormat) {
    let program = TestProgram(["/repo/näch ste/ü #1%.cs": "OFFLOAD(x)"])
    let report = program.run("check", ".", "--format", format.rawValue).output
    let expected =
      switch format {
      case .sarif: "\"n%C3%A4ch%20ste/%C3%BC%20%231%25.cs\""
      case .github: "file=näch ste/ü #1%25.cs,"
      case .text: "näch ste/ü #1%.cs:1:1: "
      case .json, .junit, .codeclimate, .html: "\"näch ste/ü #1%.cs\""
      }
    #expect(report.contains(expected))
  }
}

@Suite struct GitHubFormatTests {
  @Test func annotationsAreEscaped() {
    let program = TestProgram(["/repo/a, b:c%.cs": "OFFLOAD(f)\nMEH FATAL\nSPAN[\n]"])
    let outcome = program.run("check", ".", "--format", "github")
    #expect(
      outcome.output == """
        ::warning file=a%2C b%3Ac%25.cs,line=1,endLine=1,col=1,endColumn=8,title=AW101 redundant-task-run::'f' is only handed on.
        ::notice file=a%2C b%3Ac%25.cs,line=2,endLine=2,col=1,endColumn=4,title=AW104 trivial-task-run::Meh.
        ::error file=a%2C b%3Ac%25.cs,line=2,endLine=2,col=5,endColumn=10,title=AW311 using-over-task::Fatal.
        ::warning file=a%2C b%3Ac%25.cs,line=3,endLine=4,title=AW104 trivial-task-run::100%25: a, b%0Aand [c](d).

        """)
  }

  @Test func pathsAreRelativeToTheCheckout() {
    let program = TestProgram(["/repo/sub/a.cs": "MEH"])
    program.currentDirectory = "/repo/sub"
    program.variables["GITHUB_WORKSPACE"] = "/repo"
    #expect(program.run("check", ".", "--format=github").output.hasPrefix("::notice file=sub/a.cs,"))
    #expect(
      program.run("check", ".", "--format=github", "--relative-to=.").output.hasPrefix("::notice file=a.cs,"))
    let missing = program.run("check", "gone", "--format=github")
    #expect(missing.output.hasPrefix("::error title=awaitwise::'gone' does not exist"))
  }

  @Test func windowsPaths() {
    let context = FormatContext(
      rules: testRules, version: "1", pathStyle: .windows, baseFolder: "C:\\repo x", namesBaseFolder: false,
      threshold: .warning, standardInputKey: "untitled:stdin.cs")
    let lines = gitHubAnnotations(windowsReport, context: context).split(separator: "\n")
    #expect(lines[0].hasPrefix("::warning file=src/ä b.cs,line=1"))
    #expect(lines[1].hasPrefix("::warning file=D%3A/else/c.cs,line=1"))
  }
}

@Suite struct JUnitFormatTests {
  @Test func suitesAndCases() {
    let program = TestProgram(["/repo/a<&\"'.cs": "OFFLOAD(f) MEH", "/repo/clean.cs": ""])
    let outcome = program.run("check", ".", "gone", "--format", "junit")
    #expect(
      outcome.output == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="awaitwise" tests="4" failures="1" errors="1" time="0.000">
          <testsuite name="a&lt;&amp;&quot;&#39;.cs" tests="2" failures="1" errors="0">
            <testcase name="AW101 at 1:1" classname="a&lt;&amp;&quot;&#39;.cs" file="a&lt;&amp;&quot;&#39;.cs" line="1">
              <failure type="warning" message="&#39;f&#39; is only handed on.">a&lt;&amp;&quot;&#39;.cs:1:1: warning AW101: &#39;f&#39; is only handed on.</failure>
            </testcase>
            <testcase name="AW104 at 1:12" classname="a&lt;&amp;&quot;&#39;.cs" file="a&lt;&amp;&quot;&#39;.cs" line="1">
              <system-out>a&lt;&amp;&quot;&#39;.cs:1:12: suggestion AW104: Meh.</system-out>
            </testcase>
          </testsuite>
          <testsuite name="clean.cs" tests="1" failures="0" errors="0">
            <testcase name="awaitwise" classname="clean.cs"/>
          </testsuite>
          <testsuite name="awaitwise" tests="1" failures="0" errors="1">
            <testcase name="gone" classname="awaitwise">
              <error type="input" message="&#39;gone&#39; does not exist; check the spelling (the current folder is &#39;/repo&#39;)"/>
            </testcase>
          </testsuite>
        </testsuites>

        """)
  }

  @Test func itIsXMLWhateverTheSourceHolds() throws {
    let program = TestProgram(["/repo/\u{1}]]>\u{ffff}.cs": "OFFLOAD(\u{0}<b>\n\t\u{b}&)"])
    let output = program.run("check", ".", "--format", "junit").output
    let parser = XMLParserBox(Data(output.utf8))
    #expect(parser.elements.filter { $0 == "testcase" }.count == 1)
    #expect(parser.error == nil)
  }
}

@Suite struct CodeClimateFormatTests {
  @Test func issues() throws {
    let program = TestProgram(["/repo/src/ä b.cs": "OFFLOAD(f)\nMEH\nMEH FATAL"])
    let issues = try #require(json(program.run("check", ".", "--format", "codeclimate")).arrayValue)
    #expect(issues.count == 4)
    #expect(issues[0]["type"] == "issue")
    #expect(issues[0]["check_name"] == "AW101")
    #expect(issues[0]["description"] == "'f' is only handed on.")
    #expect(issues[0]["categories"] == ["Performance"])
    #expect(issues.map { $0["severity"]?.stringValue } == ["major", "info", "info", "critical"])
    #expect(issues[3]["categories"] == ["Bug Risk"])
    #expect(issues[1]["location"] == ["path": "src/ä b.cs", "lines": ["begin": 2, "end": 2]])
    #expect(Set(issues.compactMap { $0["fingerprint"]?.stringValue }).count == 4)
  }
}

@Suite struct BaselineTests {
  @Test func onlyNewFindingsCount() {
    let program = TestProgram(["/repo/src/ä.cs": "OFFLOAD(a)\nOFFLOAD(a)\n", "/repo/b.cs": "MEH"])
    let recorded = program.run("check", ".", "--write-baseline", "base.json")
    #expect(recorded == .init(status: 0, output: "", errors: "Recorded 3 problems in '/repo/base.json'\n"))
    let clean = program.run("check", ".", "--baseline", "base.json")
    #expect(
      clean == .init(status: 0, output: "", errors: "Found no problems in 2 files in 0.0 s; 3 more in the baseline\n"))
    // Moved and indented lines are the same; a third equal line is new, as is another text.
    program.files.set("/repo/src/ä.cs", Array("// x\n\n  OFFLOAD(a)\n\tOFFLOAD(a)\nOFFLOAD(a)\nOFFLOAD(b)\n".utf8))
    let changed = program.run("check", ".", "--baseline", "base.json")
    #expect(changed.status == 1)
    #expect(
      changed.output.split(separator: "\n").filter { $0.contains("AW101") }.map { $0.prefix(11) } == [
        "src/ä.cs:5:", "src/ä.cs:6:",
      ])
    // Other formats know them as suppressed from outside.
    let sarif = program.run("check", ".", "--baseline", "base.json", "--format=sarif").output
    #expect(sarif.split(separator: "\"kind\": \"external\"").count == 4)
    // In another folder the paths are the same ones.
    program.currentDirectory = "/repo/src"
    #expect(
      program.run("check", "..", "--baseline", "../base.json", "--relative-to", "..").errors.contains("3 more in the"))
  }

  @Test func theFileIsOrderedAndReadsBack() throws {
    let program = TestProgram(["/repo/b.cs": "MEH OFFLOAD(q)", "/repo/a.cs": "OFFLOAD(x)\nOFFLOAD(x)"])
    program.run("check", ".", "--write-baseline=base.json")
    let bytes = try #require(program.files.bytes("/repo/base.json"))
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.first == "{" && lines[1] == "  \"version\": 1,")
    #expect(lines[3].contains("\"path\":\"a.cs\",\"rule\":\"AW101\"") && lines[3].contains("\"count\":2"))
    #expect(lines.count == 8)
    #expect(try Baseline(parsing: bytes).serialized() == bytes)
    #expect(String(decoding: Baseline().serialized(), as: UTF8.self) == "{\n  \"version\": 1,\n  \"findings\": []\n}\n")
  }

  @Test func unusableBaselinesAreNamed() {
    let program = TestProgram([
      "/repo/a.cs": "x", "/repo/bad.json": "[", "/repo/other.json": "{}", "/repo/new.json": "{\"version\": 9}",
      "/repo/holes.json": "{\"version\": 1, \"findings\": [{}]}",
    ])
    func errors(_ file: String) -> String {
      let outcome = program.run("check", ".", "--baseline", file)
      #expect(outcome.status == 2)
      return outcome.errors
    }
    #expect(
      errors("no.json")
        == "error: can't read the baseline '/repo/no.json': No such file or directory; make one with --write-baseline\n"
    )
    #expect(errors("bad.json").hasPrefix("error: can't use the baseline '/repo/bad.json': it is not JSON ("))
    #expect(
      errors("other.json") == "error: can't use the baseline '/repo/other.json': it is not a baseline of awaitwise\n")
    #expect(
      errors("new.json") == "error: can't use the baseline '/repo/new.json': its version is 9, this program knows 1\n")
    #expect(errors("holes.json").contains("an entry lacks 'path', 'rule', 'fingerprint' or 'count'"))
    program.files.makeReadOnly("/repo/locked.json")
    let locked = program.run("check", ".", "--write-baseline=locked.json")
    #expect(locked.status == 2)
    #expect(locked.errors.contains("error: can't write '/repo/locked.json': Read-only file system\n"))
  }
}

/// Foundation's XML parser, told to collect the elements' names.
final class XMLParserBox: NSObject, XMLParserDelegate {
  private(set) var elements: [String] = []
  private(set) var error: (any Error)?

  init(_ data: Data) {
    super.init()
    let parser = XMLParser(data: data)
    parser.delegate = self
    if !parser.parse() { error = parser.parserError }
  }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.append(elementName)
  }
}
