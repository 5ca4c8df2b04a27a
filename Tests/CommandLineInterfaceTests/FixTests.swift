import ConcurrencyRules
import Foundation
import Testing
import Workspace

@testable import CommandLineInterface

@Suite struct FixTests {
  @Test func safeFixesAreWritten() {
    let program = TestProgram([
      "/repo/a.cs": "OFFLOAD(x); OFFLOAD(y) AWAITED(z)\n", "/repo/b.cs": "clean", "/repo/c.cs": "OFFLOAD(q)",
    ])
    let outcome = program.run("check", ".", "--fix")
    #expect(program.files.text("/repo/a.cs") == "x; y AWAITED(z)\n")
    #expect(program.files.text("/repo/c.cs") == "q")
    #expect(program.files.writeCount == 2)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("warning AW102") && !outcome.output.contains("AW101"))
    #expect(
      outcome.errors
        == "Fixed 3 problems in 2 files. Found 1 problem (1 with an unsafe fix) in 3 files in 0.0 s\n")
    let again = program.run("check", "c.cs", "--fix")
    #expect(again == .init(status: 0, output: "", errors: "Found no problems in 1 file in 0.0 s\n"))
    #expect(program.files.writeCount == 2)
  }

  @Test func unsafeFixesNeedConsent() {
    let program = TestProgram(["/repo/a.cs": "AWAITED(z) OFFLOAD(x)"])
    let outcome = program.run("check", ".", "--fix", "--unsafe-fixes")
    #expect(program.files.text("/repo/a.cs") == "z x")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "Fixed 2 problems in 1 file. Found no other problems in 1 file in 0.0 s\n")
  }

  @Test func nestedFixesTakeRounds() {
    // Only the innermost one is a match for the words' analyzer, so each round uncovers the next.
    let program = TestProgram(["/repo/a.cs": "OFFLOAD(OFFLOAD(x))"])
    let outcome = program.run("check", ".", "--fix")
    #expect(program.files.text("/repo/a.cs") == "x")
    #expect(outcome.errors.hasPrefix("Fixed 2 problems in 1 file."))
    let deep = TestProgram([
      "/repo/a.cs": String(repeating: "OFFLOAD(", count: 25) + "x" + String(repeating: ")", count: 25)
    ])
    let stopped = deep.run("check", ".", "--fix")
    #expect(
      stopped.errors.hasPrefix("note: stopped after 20 rounds of fixes; run again for the rest\nFixed 20 problems"))
    #expect(stopped.status == 1)
    #expect(deep.run("check", ".", "--fix").status == 0)
    #expect(deep.files.text("/repo/a.cs") == "x")
  }

  @Test func fixesAcrossFilesAreWholeOrNotAtAll() {
    let texts = ["/repo/a.cs": "FAR", "/repo/far.cs": "far away"]
    let program = TestProgram(texts)
    #expect(program.run("check", ".", "--fix", "--unsafe-fixes").status == 0)
    #expect(program.files.text("/repo/a.cs") == "near")
    #expect(program.files.text("/repo/far.cs") == "Far away")
    // A file that was not named is not touched, so neither is the other.
    let partial = TestProgram(texts)
    let outcome = partial.run("check", "a.cs", "--fix", "--unsafe-fixes")
    #expect(outcome.status == 1)
    #expect(partial.files.writeCount == 0)
    // One that can't be written undoes the others.
    let locked = TestProgram(texts)
    locked.files.makeReadOnly("/repo/far.cs")
    let failed = locked.run("check", ".", "--fix", "--unsafe-fixes")
    #expect(failed.status == 2)
    #expect(locked.files.text("/repo/a.cs") == "FAR")
    #expect(locked.files.text("/repo/far.cs") == "far away")
    #expect(failed.errors.contains("error: can't write '/repo/far.cs': Read-only file system; the file is unchanged\n"))
    #expect(failed.output.contains("warning AW102: Far."))
  }

  @Test func aFileThatCannotBeWrittenDoesNotStopTheOthers() {
    let program = TestProgram(["/repo/a.cs": "OFFLOAD(x)", "/repo/b.cs": "OFFLOAD(y)", "/repo/c.cs": "OFFLOAD(z)"])
    program.files.makeReadOnly("/repo/b.cs")
    let outcome = program.run("check", ".", "--fix")
    #expect(outcome.status == 2)
    #expect(program.files.text("/repo/a.cs") == "x")
    #expect(program.files.text("/repo/b.cs") == "OFFLOAD(y)")
    #expect(program.files.text("/repo/c.cs") == "z")
    #expect(outcome.errors.contains("Fixed 2 problems in 2 files. Found 1 problem"))
    #expect(outcome.output.contains("b.cs:1:1: warning AW101"))
  }

  @Test func bytesAroundAFixStay() {
    let program = TestProgram()
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    program.files.set("/repo/crlf.cs", mark + Array("a\r\nOFFLOAD(x)\r\n\u{85}".utf8) + [0xff, 0x0d])
    program.run("check", ".", "--fix")
    #expect(program.files.bytes("/repo/crlf.cs") == mark + Array("a\r\nx\r\n\u{85}".utf8) + [0xff, 0x0d])
  }

  @Test func aFixThatBreaksTheSyntaxIsNotMade() {
    let program = TestProgram(["/repo/a.cs": "class A { int BREAK; }\n", "/repo/b.cs": "class B { int OFFLOAD(x); }\n"])
    let outcome = program.run("check", ".", "--fix")
    #expect(outcome.status == 2)
    #expect(program.files.text("/repo/a.cs") == "class A { int BREAK; }\n")
    #expect(program.files.text("/repo/b.cs") == "class B { int x; }\n")
    #expect(outcome.errors.contains("error: a fix would have broken the syntax of '/repo/a.cs', so it was not made"))
    #expect(outcome.output.contains("a.cs:1:15: warning AW101: Broken."))
  }

  @Test func utf16StaysUTF16() {
    func encoded(_ text: String, _ isLittle: Bool) -> [UInt8] {
      "\u{feff}\(text)".utf16.flatMap { unit -> [UInt8] in
        let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
        return isLittle ? [low, high] : [high, low]
      }
    }
    for isLittle in [true, false] {
      let program = TestProgram()
      program.files.set("/repo/a.cs", encoded("ä😀 OFFLOAD(日)\r\n", isLittle))
      #expect(program.run("check", ".").output.hasPrefix("a.cs:1:5: warning AW101"))
      #expect(program.run("check", ".", "--fix").status == 0)
      #expect(program.files.bytes("/repo/a.cs") == encoded("ä😀 日\r\n", isLittle))
    }
    // Half a unit or a lone surrogate could not be written back.
    let damaged = TestProgram()
    damaged.files.set("/repo/a.cs", encoded("OFFLOAD(x)", true) + [0x00, 0xd8])
    let before = damaged.files.bytes("/repo/a.cs")
    let outcome = damaged.run("check", ".", "--fix")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("'/repo/a.cs' changed while it was checked, or its encoding is damaged"))
    #expect(damaged.files.bytes("/repo/a.cs") == before)
  }

  @Test func standardInputIsRepairedToStandardOutput() {
    let program = TestProgram()
    program.input = .success(Array("OFFLOAD(x) MEH\r\n".utf8))
    let outcome = program.run("check", "-", "--fix")
    #expect(outcome.output == "x MEH\r\n")
    #expect(outcome.errors.contains("<stdin>:1:3: suggestion AW104: Meh.\n"))
    #expect(outcome.errors.hasSuffix("Fixed 1 problem in 1 file. Found 1 problem in 1 file in 0.0 s\n"))
    #expect(outcome.status == 0)
    #expect(program.run("check", "-", "--fix", "-q") == .init(status: 0, output: "x MEH\r\n", errors: ""))
    program.input = .success(Array("fine".utf8))
    #expect(program.run("check", "-", "--fix").output == "fine")
    program.input = .success(Array("OFFLOAD(x)".utf8))
    let json = program.run("check", "-", "--fix", "--format=json", "--output=r.json")
    #expect(json.output == "x")
    #expect(program.files.text("/repo/r.json")?.contains("\"fixed\": 1") == true)
  }
}

@Suite struct DiffTests {
  @Test func diffIsShownAndNothingWritten() {
    let program = TestProgram(["/repo/src/a b.cs": "1\n2\n3\n4\nOFFLOAD(x)\n6\n7\n8\n9\n", "/repo/c.cs": "OFFLOAD(y)"])
    let outcome = program.run("check", ".", "--diff")
    #expect(
      outcome.output == """
        --- a/c.cs
        +++ b/c.cs
        @@ -1 +1 @@
        -OFFLOAD(y)
        \\ No newline at end of file
        +y
        \\ No newline at end of file
        --- a/src/a b.cs\t
        +++ b/src/a b.cs\t
        @@ -2,7 +2,7 @@
         2
         3
         4
        -OFFLOAD(x)
        +x
         6
         7
         8

        """)
    #expect(outcome.status == 1)
    #expect(outcome.errors == "Would fix 2 problems in 2 files. Found no other problems in 2 files in 0.0 s\n")
    #expect(program.files.writeCount == 0)
    #expect(program.run("check", ".", "--fix", "--diff").output == outcome.output)
    #expect(program.files.writeCount == 0)
    #expect(
      program.run("check", "c.cs", "--diff", "--color=always").output.contains("\u{1b}[31m-OFFLOAD(y)\u{1b}[0m\n"))
  }

  @Test func aDiffOfSuggestionsCountsAsWork() {
    let program = TestProgram(["/repo/a.cs": "OFFLOAD(x)"])
    #expect(program.run("check", ".", "--diff", "--severity=error").status == 1)
    #expect(program.run("check", ".", "--diff", "--select=AW104").status == 0)
  }

  @Test func namesAreQuotedAsGitDoes() {
    func header(_ name: String) -> Substring? {
      String(
        decoding: unifiedDiff(old: [0x61], new: [0x62], name: name, style: TerminalStyle(usesColor: false)),
        as: UTF8.self
      ).split(separator: "\n").first
    }
    #expect(header("ä.cs") == "--- a/ä.cs")
    #expect(header("a\"\\\u{1}.cs") == "--- \"a/a\\\"\\\\\\001.cs\"")
  }

  private func random(_ random: inout Generator) -> (old: [UInt8], new: [UInt8]) {
    func text(_ count: Int, _ random: inout Generator) -> [UInt8] {
      var bytes: [UInt8] = []
      for _ in 0..<count {
        bytes += ["a\n", "b\n", "c\r\n", "\n", "dd\n", "\u{e9}\n"].randomElement(using: &random)?.utf8.map { $0 } ?? []
      }
      if Bool.random(using: &random) { bytes += Array("end".utf8) }
      return bytes
    }
    let old = text(Int.random(in: 0...40, using: &random), &random)
    if Bool.random(using: &random) { return (old, text(Int.random(in: 0...40, using: &random), &random)) }
    // A few changes in an otherwise equal text.
    var lines = old.split(separator: 0x0a, omittingEmptySubsequences: false).map(Array.init)
    for _ in 0..<Int.random(in: 1...4, using: &random) where !lines.isEmpty {
      let index = Int.random(in: 0..<lines.count, using: &random)
      switch Int.random(in: 0...2, using: &random) {
      case 0: lines.remove(at: index)
      case 1: lines.insert(Array("new".utf8), at: index)
      default: lines[index] = Array("changed".utf8)
      }
    }
    return (old, Array(lines.joined(separator: [0x0a])))
  }

  @Test func theScriptIsCorrectAndShortest() {
    var generator = Generator(seed: 11)
    for _ in 0..<400 {
      let (old, new) = random(&generator)
      let difference = LineDifference(old: old, new: new)
      let keptOld = zip(difference.old, difference.isDeleted).filter { !$0.1 }.map(\.0)
      let keptNew = zip(difference.new, difference.isInserted).filter { !$0.1 }.map(\.0)
      #expect(keptOld == keptNew)
      #expect(keptOld.count == longestCommon(difference.old, difference.new))
    }
  }

  /// By the textbook's table.
  private func longestCommon(_ a: [ArraySlice<UInt8>], _ b: [ArraySlice<UInt8>]) -> Int {
    var previous = Array(repeating: 0, count: b.count + 1)
    for x in a {
      var current = [0]
      for (index, y) in b.enumerated() {
        current.append(x == y ? previous[index] + 1 : max(previous[index + 1], current[index]))
      }
      previous = current
    }
    return previous.last ?? 0
  }

  @Test func applyingTheDiffGivesTheNewText() {
    var generator = Generator(seed: 5)
    for _ in 0..<400 {
      let (old, new) = random(&generator)
      let diff = unifiedDiff(old: old, new: new, name: "f", style: TerminalStyle(usesColor: false))
      #expect(apply(diff, to: old) == new)
      if old == new { #expect(diff.isEmpty) }
    }
  }

  /// A strict reader: counts and context must be exactly right.
  private func apply(_ diff: [UInt8], to old: [UInt8]) -> [UInt8]? {
    if diff.isEmpty { return old }
    func lines(_ bytes: [UInt8]) -> [[UInt8]] {
      var lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false).map { Array($0) + [0x0a] }
      let last = lines.removeLast().dropLast()
      if !last.isEmpty { lines.append(Array(last)) }
      return lines
    }
    let source = lines(old)
    var result: [[UInt8]] = []
    var position = 0
    let script = lines(diff)
    guard script.count > 2 else { return nil }
    var index = 2
    while index < script.count {
      let header = String(decoding: script[index], as: UTF8.self)
      guard let match = header.wholeMatch(of: /@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n/) else { return nil }
      let oldCount = match.2.map { Int($0) ?? -1 } ?? 1
      let newCount = match.4.map { Int($0) ?? -1 } ?? 1
      guard let oldStart = Int(match.1), let newStart = Int(match.3) else { return nil }
      let start = oldCount == 0 ? oldStart : oldStart - 1
      guard start >= position else { return nil }
      result += source[position..<start]
      guard result.count == (newCount == 0 ? newStart : newStart - 1) else { return nil }
      position = start
      index += 1
      var (oldSeen, newSeen) = (0, 0)
      while oldSeen < oldCount || newSeen < newCount {
        guard index < script.count, let mark = script[index].first else { return nil }
        var text = Array(script[index].dropFirst())
        if index + 1 < script.count, script[index + 1].first == UInt8(ascii: "\\") {
          text.removeLast()
          index += 1
        }
        index += 1
        if mark != UInt8(ascii: "+") {
          guard position < source.count, source[position] == text else { return nil }
          position += 1
          oldSeen += 1
        }
        if mark != UInt8(ascii: "-") {
          result.append(text)
          newSeen += 1
        }
      }
      guard oldSeen == oldCount, newSeen == newCount else { return nil }
    }
    result += source[position...]
    return Array(result.joined())
  }

  private static let patch = ["/usr/bin/patch", "/bin/patch"].first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(.enabled(if: DiffTests.patch != nil, "the program 'patch' is not installed"))
  func thePatchProgramTakesIt() throws {
    let patch = try #require(DiffTests.patch)
    let folder = try TemporaryFolder()
    var generator = Generator(seed: 23)
    for _ in 0..<25 {
      let (old, new) = random(&generator)
      if old == new { continue }
      let file = folder.path + "/a b.cs"
      try Data(old).write(to: URL(filePath: file))
      let diff = unifiedDiff(old: old, new: new, name: "a b.cs", style: TerminalStyle(usesColor: false))
      try Data(diff).write(to: URL(filePath: folder.path + "/x.diff"))
      let process = Process()
      process.executableURL = URL(filePath: patch)
      process.arguments = ["-p1", "--binary", "--fuzz=0", "-s", "-i", "x.diff"]
      process.currentDirectoryURL = URL(filePath: folder.path)
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      // `patch` removes a file that becomes empty.
      let result = FileManager.default.contents(atPath: file).map { [UInt8]($0) } ?? []
      #expect(result == new)
    }
  }

  @Test func bigTextsAreCompared() {
    let old = Array((0..<20_000).map { "line \($0)\n" }.joined().utf8)
    let new = Array((0..<20_000).map { $0 % 1000 == 5 ? "other \($0)\n" : "line \($0)\n" }.joined().utf8)
    let diff = unifiedDiff(old: old, new: new, name: "f", style: TerminalStyle(usesColor: false))
    #expect(String(decoding: diff, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("@@") }.count == 20)
  }
}

struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }
}
