import CSharpSyntax
import Glibc

/// `compare-syntax PATH… [--roslyn TOOL] [--langversion V] [--define A;B] [--max N] [--broken] [--seed N]`: compares
/// our trees with the C# compiler's, as the Roslyn tool prints them.
///
/// The tool is named by `--roslyn` or the environment variable `AWAITWISE_ROSLYN`. With `--broken` the files are
/// damaged first (see ``Damage``).
enum CompareSyntaxCommand {
  static func run(_ arguments: [String]) -> Int32 {
    guard
      let arguments = ParseArguments(
        arguments, flags: ["--broken"], values: ["--roslyn", "--max", "--seed", "--keep"])
    else { return 2 }
    guard let tool = RoslynTool.find(arguments.values["--roslyn"]) else {
      complain("skipped: no Roslyn tool (give --roslyn PATH or set AWAITWISE_ROSLYN)")
      return 0
    }
    let shown = arguments.values["--max"].flatMap { Int($0) } ?? 20
    if arguments.flags.contains("--broken") {
      let seed = arguments.values["--seed"].flatMap { UInt64($0) } ?? 1
      return BrokenComparison.run(arguments, tool: tool, seed: seed, shown: shown)
    }
    guard let output = tool.trees(of: arguments.paths, options: arguments.options) else { return 1 }
    defer { output.remove() }
    return compare(arguments, output, shown: shown)
  }

  private static func compare(_ arguments: ParseArguments, _ output: RoslynOutput, shown: Int) -> Int32 {
    let paths = Dictionary(arguments.files.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    var valid = 0
    var identical = 0
    var wronglyAccused = 0
    var broken = 0
    var brokenIdentical = 0
    var missedErrors = 0
    var left = shown
    output.forEachFile { theirs in
      guard let file = paths[theirs.name], let bytes = file.read() else {
        complain("\(theirs.name): could not be read")
        return
      }
      let decoded = SourceEncoding.decode(bytes)
      guard decoded.encoding == .utf8, let tree = parse(decoded.bytes, options: arguments.options) else {
        // The tool counts bytes on disk, we count those of the text in UTF-8.
        complain("\(theirs.name): left out, it is in UTF-16")
        return
      }
      var printer = TreePrinter(options: TreePrinter.Options(includesTokens: false))
      printer.print(tree, name: theirs.name)
      let difference = TreeDifference.first(theirs.lines, afterHeader(printer.output.bytes))
      if theirs.errorCount == 0 {
        valid += 1
        if difference == nil { identical += 1 }
        if let error = tree.errors.first {
          wronglyAccused += 1
          if left > 0 {
            left -= 1
            print("\(theirs.name): error of ours: CS\(error.id) at \(error.range.start.value): \(error.message)")
            print("    \(lineAround(error.range.start, of: tree))")
          }
        }
      } else {
        broken += 1
        if difference == nil { brokenIdentical += 1 }
        if tree.errors.isEmpty {
          missedErrors += 1
          print("\(theirs.name): no error of ours, \(theirs.errorCount) of Roslyn's")
        }
      }
      if let difference, left > 0 {
        left -= 1
        print("\(theirs.name)\(theirs.errorCount > 0 ? " (with errors)" : ""):")
        print("  Roslyn: \(difference.theirs)")
        print("  ours:   \(difference.ours)")
        print("    \(lineAround(difference.place, of: tree))")
      }
    }
    print(
      "\(valid) files without errors, \(identical) identical (\(percent(identical, valid))), "
        + "\(wronglyAccused) with errors of ours")
    print("\(broken) files with errors, \(brokenIdentical) identical, \(missedErrors) without an error of ours")
    return identical == valid && wronglyAccused == 0 && missedErrors == 0 ? 0 : 1
  }

  static func percent(_ part: Int, _ whole: Int) -> String {
    guard whole > 0 else { return "–" }
    let thousandths = part * 100_000 / whole
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - digits.count))\(digits) %"
  }

  static func afterHeader(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let end = text.firstIndex(of: UInt8(ascii: "\n")) else { return text }
    return UnsafeBufferPointer(rebasing: text[(end + 1)...])
  }

  /// The line of the text in which a place lies.
  static func lineAround(_ place: ByteOffset, of tree: SyntaxTree) -> String {
    let bytes = tree.bytes
    var start = min(Int(place.value), bytes.count)
    var end = start
    while start > 0, bytes[start - 1] != 10 { start -= 1 }
    while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
    let line = tree.text(TextRange(UInt32(start), UInt32(end)))
    return String(line.prefix(200))
  }
}

/// The first line in which two printed trees differ.
struct TreeDifference {
  let theirs: String
  let ours: String
  let place: ByteOffset

  static func first(_ theirs: UnsafeBufferPointer<UInt8>, _ ours: UnsafeBufferPointer<UInt8>) -> TreeDifference? {
    if theirs.count == ours.count, let a = theirs.baseAddress, let b = ours.baseAddress, memcmp(a, b, ours.count) == 0 {
      return nil
    }
    let shorter = min(theirs.count, ours.count)
    var index = 0
    var lineStart = 0
    while index < shorter, theirs[index] == ours[index] {
      if theirs[index] == UInt8(ascii: "\n") { lineStart = index + 1 }
      index += 1
    }
    let a = line(theirs, lineStart)
    let b = line(ours, lineStart)
    let numbers = a.split(separator: " ")
    let place = numbers.count > 3 ? UInt32(numbers[3]) ?? 0 : 0
    return TreeDifference(theirs: a, ours: b, place: ByteOffset(place))
  }

  private static func line(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> String {
    let rest = text[start...]
    let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? text.count
    return String(decoding: text[start..<end], as: UTF8.self)
  }
}
