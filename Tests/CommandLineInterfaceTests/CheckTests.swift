import CSharpSyntax
import ConcurrencyRules
import Testing
import Workspace

@testable import CommandLineInterface

@Suite struct CheckTests {
  @Test func cleanFilesGiveStatusZero() {
    let program = TestProgram(["/repo/a.cs": "class A { }", "/repo/b.cs": ""])
    #expect(
      program.run("check", ".") == .init(status: 0, output: "", errors: "Found no problems in 2 files in 0.0 s\n"))
    #expect(program.folders == ["/repo"])
    #expect(program.run("check", ".", "-q") == .init(status: 0, output: "", errors: ""))
  }

  @Test func findingsAreShownWithSourceFixAndRelatedPlaces() {
    let program = TestProgram(["/repo/src/a.cs": "class A\n{\n\tvar x = OFFLOAD(F);\n}\n"])
    program.tick = 400_000_000
    let outcome = program.run("check", "src")
    #expect(
      outcome.output == """
        src/a.cs:3:10: warning AW101: 'F' is only handed on.
          |
        3 |     var x = OFFLOAD(F);
          |             ^^^^^^^
          = fix: Remove OFFLOAD (safe)
          = note: this call (src/a.cs:3:10)


        """)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.hasPrefix("Found 1 problem (1 with a safe fix) in 1 file in ")
        && outcome.errors.hasSuffix(" s; run with --fix to repair what is safe\n"))
  }

  @Test func theThresholdDecidesTheStatus() {
    let program = TestProgram(["/repo/s.cs": "MEH", "/repo/w.cs": "AWAITED(x)", "/repo/e.cs": "FATAL"])
    #expect(program.run("check", "s.cs").status == 0)
    #expect(program.run("check", "s.cs", "--severity", "suggestion").status == 1)
    #expect(program.run("check", "w.cs").status == 1)
    #expect(program.run("check", "w.cs", "--severity", "error").status == 0)
    #expect(program.run("check", "e.cs", "--severity", "error").status == 1)
    // What is below is shown, unless quiet.
    #expect(program.run("check", ".", "--severity=error").output.contains("suggestion AW104"))
    let quiet = program.run("check", ".", "--severity=error", "-q")
    #expect(quiet.output.contains("error AW311"))
    #expect(!quiet.output.contains("AW104") && !quiet.output.contains("AW102"))
    #expect(quiet.errors == "")
  }

  @Test func pathsAreOrderedAndTakenOnce() {
    let program = TestProgram([
      "/repo/b.cs": "MEH", "/repo/a/z.cs": "MEH", "/repo/a b.cs": "MEH", "/repo/ä.cs": "MEH", "/repo/B.cs": "MEH",
    ])
    let outcome = program.run("check", "b.cs", ".", "/repo/b.cs")
    let places = outcome.output.split(separator: "\n").filter { $0.contains("AW104") }.map { $0.prefix { $0 != ":" } }
    #expect(places == ["B.cs", "a b.cs", "a/z.cs", "b.cs", "ä.cs"])
  }

  @Test func anyNumberOfThreadsGivesTheSame() {
    var texts: [String: String] = [:]
    for index in 0..<200 { texts["/repo/d\(index % 7)/f\(index).cs"] = "OFFLOAD(a\(index)) MEH" }
    let program = TestProgram(texts)
    let one = program.run("check", ".", "--threads", "1")
    #expect(one.output.contains("'a199' is only handed on."))
    for count in ["2", "7", "64"] { #expect(program.run("check", ".", "--threads", count) == one) }
    let sarif = program.run("check", ".", "--threads=1", "--format=sarif").output
    #expect(program.run("check", ".", "--threads=16", "--format=sarif").output == sarif)
  }

  @Test func whatCannotBeReadIsNamedAndTheRestIsChecked() {
    let program = TestProgram(["/repo/a.cs": "OFFLOAD(x)", "/repo/secret.cs": "x"])
    program.files.makeUnreadable("/repo/secret.cs")
    program.discoveryProblems = [
      DiscoveryProblem(subject: "[x", message: "the bracket is not closed; write '\\[' for a literal one")
    ]
    let outcome = program.run("check", ".", "nowhere", "--exclude", "[x")
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("a.cs:1:1: warning AW101"))
    #expect(
      outcome.errors.contains(
        "error: 'nowhere' does not exist; check the spelling (the current folder is '/repo')\n"))
    #expect(outcome.errors.contains("error: can't read '/repo/secret.cs': Permission denied\n"))
    #expect(outcome.errors.contains("error: '[x': the bracket is not closed; write '\\[' for a literal one\n"))
    #expect(outcome.errors.contains("in 1 file in 0.0 s; run with --fix to repair what is safe; 3 errors\n"))
    #expect(program.excluded == ["[x"])
  }

  @Test func emptyRunsSaySo() {
    let program = TestProgram(["/repo/readme.md": "x"])
    let outcome = program.run("check", ".")
    #expect(outcome.status == 0)
    #expect(outcome.errors.hasPrefix("note: there are no C# files to check\n"))
  }

  @Test func selectionIsKeptEvenIfTheHostIgnoresIt() {
    let program = TestProgram(["/repo/a.cs": "OFFLOAD(x) MEH"])
    #expect(!program.run("check", ".", "--ignore=AW101").output.contains("AW101"))
    #expect(!program.run("check", ".", "--select=AW101").output.contains("AW104"))
    #expect(program.run("check", ".", "--reference-path", "lib").status == 1)
    #expect(program.hostOptions?.referencePaths == ["/repo/lib"])
  }

  @Test func statisticsAndSummary() {
    let program = TestProgram(["/repo/a.cs": "OFFLOAD(x) MEH OFFLOAD(y)", "/repo/b.cs": "MEH AWAITED(z)"])
    let summary =
      "Found 5 problems (2 with a safe fix, 1 with an unsafe fix) in 2 files in 0.0 s; "
      + "run with --fix to repair what is safe\n"
    let table = """
      2  AW101 redundant-task-run (2 with a safe fix)
      2  AW104 trivial-task-run
      1  AW102 async-over-sync

      """
    #expect(program.run("check", ".", "--statistics") == .init(status: 1, output: table, errors: summary))
    #expect(program.run("check", ".", "--summary") == .init(status: 1, output: summary, errors: ""))
    #expect(program.run("check", ".", "--summary", "--statistics").output == table + summary)
    let json = program.run("check", ".", "--statistics", "--format=json")
    #expect(json.errors == table + summary)
  }

  @Test func shardsAddUp() {
    var texts: [String: String] = [:]
    for index in 0..<23 { texts["/repo/f\(index).cs"] = "OFFLOAD(a\(index))" }
    let program = TestProgram(texts)
    let whole = Set(program.run("check", ".").output.split(separator: "\n").filter { $0.contains("AW101") })
    #expect(whole.count == 23)
    for count in [1, 2, 5, 30] {
      var parts: [Substring] = []
      for index in 1...count {
        let outcome = program.run("check", ".", "--shard", "\(index)/\(count)")
        parts += outcome.output.split(separator: "\n").filter { $0.contains("AW101") }
      }
      #expect(parts.count == 23)
      #expect(Set(parts) == whole)
    }
  }

  @Test func outputGoesToAFile() {
    let program = TestProgram(["/repo/a.cs": "OFFLOAD(x)"])
    program.outputIsTerminal = true
    let outcome = program.run("check", ".", "--output", "out/report.txt")
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(program.files.text("/repo/out/report.txt")?.hasPrefix("a.cs:1:1: warning AW101") == true)
    program.files.makeReadOnly("/repo/locked.json")
    let failed = program.run("check", ".", "--format=json", "-o", "locked.json")
    #expect(failed.status == 2)
    #expect(failed.errors.contains("error: can't write '/repo/locked.json': Read-only file system; see --output\n"))
  }

  @Test func relativeToChangesPaths() {
    let program = TestProgram(["/repo/src/a.cs": "OFFLOAD(x)"])
    #expect(program.run("check", ".", "--relative-to", "src").output.hasPrefix("a.cs:1:1:"))
    #expect(program.run("check", ".", "--relative-to", "/").output.hasPrefix("repo/src/a.cs:1:1:"))
    #expect(program.run("check", ".", "--relative-to", "/else").output.hasPrefix("/repo/src/a.cs:1:1:"))
  }

  @Test func colorsFollowTerminalAndVariables() {
    let program = TestProgram(["/repo/a.cs": "OFFLOAD(x)"])
    func isColored(_ arguments: String...) -> Bool {
      program.run(["check", "."] + arguments).output.contains("\u{1b}[")
    }
    #expect(!isColored())
    #expect(isColored("--color=always"))
    program.outputIsTerminal = true
    #expect(isColored())
    #expect(!isColored("--color=never"))
    program.variables = ["NO_COLOR": "1"]
    #expect(!isColored())
    #expect(isColored("--color=always"))
    program.variables = ["NO_COLOR": ""]
    #expect(isColored())
    program.variables = ["TERM": "dumb"]
    #expect(!isColored())
    program.outputIsTerminal = false
    program.variables = ["CLICOLOR_FORCE": "1"]
    #expect(isColored())
    program.variables = ["CLICOLOR_FORCE": "0"]
    #expect(!isColored())
    program.variables = ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]
    #expect(!isColored())
  }

  @Test func longRunsShowProgressOnATerminalOnly() {
    var texts: [String: String] = [:]
    for index in 0..<3 { texts["/repo/f\(index).cs"] = "x" }
    let program = TestProgram(texts)
    program.tick = 1_000_000_000
    #expect(!program.run("check", ".").errors.contains("Checking"))
    // Whether a line appears depends on the run's length; what is left must be clean.
    program.errorIsTerminal = true
    let errors = program.run("check", ".").errors
    if errors.contains("Checking") { #expect(errors.contains("\r\u{1b}[KFound no problems")) }
  }

  @Test func verboseTellsWhatIsDone() {
    let program = TestProgram(["/repo/a.cs": "x"])
    let errors = program.run("check", ".", "--verbose", "--threads=3").errors
    #expect(errors.hasPrefix("1 file in 1 folder, 3 threads\n"))
    #expect(errors.contains(" ms for a.cs\n"))
  }

  @Test func standardInputIsChecked() {
    let program = TestProgram()
    program.input = .success(Array("OFFLOAD(x)".utf8))
    let anonymous = program.run("check", "-")
    #expect(anonymous.output.hasPrefix("<stdin>:1:1: warning AW101"))
    #expect(anonymous.status == 1)
    #expect(program.folders == [])
    let named = program.run("check", "-", "--stdin-filename", "src/a.cs")
    #expect(named.output.hasPrefix("src/a.cs:1:1: warning AW101"))
    #expect(program.folders == ["/project/of//repo/src/a.cs"])
    program.input = .success([0xff, 0xfe] + "FATAL".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] })
    #expect(program.run("check", "-").output.hasPrefix("<stdin>:1:1: error AW311"))
    program.input = .failure(FileError(path: "-", operation: "read", code: 5, reason: "Input/output error"))
    #expect(
      program.run("check", "-")
        == .init(
          status: 2, output: "", errors: "error: can't read standard input: Input/output error\n"))
  }

  @Test func notesAreShown() {
    let program = TestProgram(["/repo/a.cs": "\n NOTE"])
    let outcome = program.run("check", ".")
    #expect(outcome.output == "a.cs:2:2: note: A remark.\n")
    #expect(outcome.status == 0)
    #expect(program.run("check", ".", "-q").output == "")
  }
}

@Suite struct TextFormatTests {
  private func lines(_ text: String, width: Int? = nil) -> [String] {
    let program = TestProgram(["/repo/a.cs": text])
    if let width {
      program.outputIsTerminal = true
      program.width = width
    }
    return program.run("check", ".", "--color=never").output.split(separator: "\n").map(String.init)
  }

  @Test func caretsStandBelowWideAndCombiningCharacters() {
    let wide = lines("\"日本\" MEH")
    #expect(wide[0] == "a.cs:1:6: suggestion AW104: Meh.")
    #expect(wide[2] == "1 | \"日本\" MEH")
    #expect(wide[3] == "  |        ^^^")
    #expect(lines("e\u{301}\u{200b} MEH")[3] == "  |   ^^^")
    #expect(lines("😀 MEH")[0].hasPrefix("a.cs:1:4:"))
    #expect(lines("😀 MEH")[3] == "  |    ^^^")
    #expect(lines("AWAITED(日本)")[3] == "  | ^^^^^^^^^^^^^")
  }

  @Test func tabsBecomeBlanks() {
    #expect(lines("a\tb\tMEH")[2] == "1 | a   b   MEH")
    #expect(lines("a\tb\tMEH")[3] == "  |         ^^^")
    #expect(lines("a\tb\tMEH")[0].hasPrefix("a.cs:1:5:"))
  }

  @Test func lineNumbersCountEachKindOfLineEnd() {
    #expect(lines("a\r\nb\rc\n MEH\r\n")[0].hasPrefix("a.cs:4:2:"))
    #expect(lines("a\r\nb\rc\n MEH\r\n")[2] == "4 |  MEH")
    #expect(lines(String(repeating: "\n", count: 99) + "MEH")[1] == "    |")
  }

  @Test func aByteOrderMarkIsNoColumn() {
    #expect(lines("\u{feff}MEH")[0].hasPrefix("a.cs:1:1:"))
    #expect(lines("\u{feff}MEH")[2] == "1 | MEH")
  }

  @Test func whatWouldSteerTheTerminalIsReplaced() {
    let output = lines("\u{1b}[31m\u{202e}\u{7}\u{2028} MEH")
    #expect(output[2] == "1 | \u{fffd}[31m\u{fffd}\u{fffd}\u{fffd} MEH")
    #expect(output[3] == "  |          ^^^")
    let program = TestProgram(["/repo/\u{1b}x.cs": "MEH"])
    #expect(program.run("check", ".").output.hasPrefix("\u{fffd}x.cs:1:1:"))
  }

  @Test func aSpanOfSeveralLinesIsMarkedOnItsFirst() {
    #expect(lines("x SPAN[a\nb]")[2...3] == ["1 | x SPAN[a", "  |   ^^^^^^"])
  }

  @Test func longLinesAreCutAroundTheMark() {
    let long = String(repeating: "a", count: 300) + " MEH " + String(repeating: "b", count: 300)
    let output = lines(long, width: 80)
    #expect(output[2].count <= 80)
    #expect(output[2].contains("a MEH b"))
    #expect(output[2].hasPrefix("1 | …a") && output[2].hasSuffix("b…"))
    let mark = output[3].distance(from: output[3].startIndex, to: output[3].firstIndex(of: "^") ?? output[3].endIndex)
    #expect(output[2].dropFirst(mark).hasPrefix("MEH"))
    // A line of a megabyte costs no more than others.
    let huge = String(repeating: "x", count: 1 << 20) + "MEH" + String(repeating: "é", count: 1 << 20)
    let shown = lines(huge)
    #expect(shown[0].hasPrefix("a.cs:1:1048577:"))
    #expect(shown[2].count < 220)
    let wide = lines("AWAITED(" + String(repeating: "w", count: 500) + ")", width: 60)
    #expect(wide[2].count <= 60 && wide[3].count <= 60)
  }

  @Test func invalidBytesAreRepaired() {
    let program = TestProgram()
    program.files.set("/repo/a.cs", [0xff, 0xfe, 0x20] + Array("x".utf8))
    program.files.set("/repo/b.cs", [0x80, 0x20] + Array("MEH".utf8))
    let output = program.run("check", "b.cs").output
    #expect(output.contains("b.cs:1:3: suggestion AW104"))
    #expect(output.contains("1 | \u{fffd} MEH\n  |   ^^^\n"))
  }
}

@Suite struct LineTableTests {
  /// Whatever the bytes, places and excerpts are made without a trap, and the parts of an excerpt lie in one line.
  @Test func anyBytesAndAnyRange() {
    var generator = Generator(seed: 3)
    let pieces: [[UInt8]] = [
      [0x0a], [0x0d], [0x0d, 0x0a], [0x09], [0x20], [0x41], [0x80], [0xff], [0xc3, 0xa9], [0xe2, 0x80, 0xa8],
      [0xf0, 0x9f, 0x98, 0x80], Array(repeating: 0x80, count: 900), Array(repeating: 0x62, count: 500),
      [0xef, 0xbb, 0xbf],
    ]
    for _ in 0..<600 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...20, using: &generator) { bytes += pieces.randomElement(using: &generator) ?? [] }
      let table = SourceLines(bytes)
      let start = UInt32.random(in: 0...UInt32(bytes.count + 3), using: &generator)
      let range = TextRange(start, start + UInt32.random(in: 0...600, using: &generator))
      let place = table.place(range)
      #expect(place.start <= place.end && place.start.line >= 1 && place.start.column >= 1)
      #expect(place.end.line <= table.lineCount)
      let excerpt = table.excerpt(of: range)
      #expect(!excerpt.text.utf8.contains(0x0a) && excerpt.text.utf8.count < 4000)
      let around = table.context(of: range)
      #expect(around.before.count <= 2 && around.after.count <= 2)
      _ = table.preview([TextEdit(range: range, newText: "x\ny")])
    }
  }

  @Test func linesAndColumns() {
    let table = SourceLines(Array("\u{feff}aé😀b\r\nc\rd\n".utf8))
    func place(_ offset: UInt32) -> [Int] {
      [table.place(ByteOffset(offset)).line, table.place(ByteOffset(offset)).column]
    }
    #expect(place(0) == [1, 1])
    #expect(place(3) == [1, 1])
    #expect(place(6) == [1, 3])
    #expect(place(10) == [1, 5])
    #expect(place(13) == [2, 1])
    #expect(place(15) == [3, 1])
    #expect(place(17) == [4, 1])
    #expect(place(99) == [4, 1])
    #expect(table.lineCount == 4)
  }
}
