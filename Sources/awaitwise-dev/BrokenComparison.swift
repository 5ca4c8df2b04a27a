import CSharpSyntax
import Glibc

/// Compares our trees of damaged files with the C# compiler's: whether an error is seen, whether the text is kept, and
/// whether the declarations outside the damaged member are the same.
enum BrokenComparison {
  static func run(_ arguments: ParseArguments, tool: RoslynTool, seed: UInt64, shown: Int) -> Int32 {
    let folder = "/tmp/awaitwise-broken-\(getpid())"
    guard mkdir(folder, 0o700) == 0 else {
      complain("\(folder): can't be made")
      return 1
    }
    var damages: [String: Damage] = [:]
    var number = 0
    for file in arguments.files {
      guard let bytes = file.read(), SourceEncoding.decode(bytes).encoding == .utf8,
        let tree = parse(bytes, options: arguments.options), tree.errors.isEmpty
      else { continue }
      for kind in Damage.Kind.allCases {
        var random = SplitMix(state: seed &+ UInt64(number) &* 0x9E37_79B9)
        guard let damage = Damage(kind, of: tree, random: &random) else { continue }
        number += 1
        let name = String(number + 1_000_000) + ".cs"
        guard write(damage.text, to: folder + "/" + name) else { return 1 }
        damages[name] = damage.named(file.name)
      }
    }
    defer {
      for name in damages.keys { unlink(folder + "/" + name) }
      rmdir(folder)
    }
    guard let output = tool.trees(of: [folder], options: arguments.options, withTokens: true) else { return 1 }
    defer { output.remove() }
    var tally = Tally()
    var left = shown
    output.forEachFile { theirs in
      guard let damage = damages[theirs.name] else { return }
      let note = compare(damage, theirs, arguments.options, &tally)
      if let note, left > 0 {
        left -= 1
        print("\(damage.file), \(damage.kind) at \(damage.place): \(note)")
      }
    }
    tally.report()
    return tally.isGood ? 0 : 1
  }

  private struct Tally {
    var cases = 0
    var bothReport = 0
    var onlyTheirs = 0
    var onlyOurs = 0
    var keptText = 0
    var identical = 0
    var sameDeclarations = 0

    var isGood: Bool { onlyTheirs == 0 && keptText == cases && sameDeclarations * 100 >= cases * 98 }

    func report() {
      print("\(cases) damaged files")
      print("errors: \(bothReport) both, \(onlyTheirs) only Roslyn, \(onlyOurs) only ours")
      print("text kept: \(keptText)")
      print("same trees, nodes and tokens: \(identical) (\(CompareSyntaxCommand.percent(identical, cases)))")
      print(
        "same declarations outside the damaged member: \(sameDeclarations) "
          + "(\(CompareSyntaxCommand.percent(sameDeclarations, cases)))")
    }
  }

  /// Compares one file; what is to be said of it, if anything.
  private static func compare(
    _ damage: Damage, _ theirs: RoslynOutput.File, _ options: ParseOptions, _ tally: inout Tally
  ) -> String? {
    guard let tree = parse(damage.text, options: options) else { return "could not be parsed" }
    var notes: [String] = []
    tally.cases += 1
    switch (theirs.errorCount > 0, !tree.errors.isEmpty) {
    case (true, true): tally.bothReport += 1
    case (true, false):
      tally.onlyTheirs += 1
      notes.append("no error of ours")
    case (false, true):
      tally.onlyOurs += 1
      notes.append("only we report an error: \(tree.errors.first.map { "CS\($0.id) \($0.range.start.value)" } ?? "")")
    case (false, false): break
    }
    if isKept(tree) { tally.keptText += 1 } else { notes.append("text not kept") }
    var printer = TreePrinter(options: TreePrinter.Options(includesTokens: true))
    printer.print(tree, name: theirs.name)
    let ours = CompareSyntaxCommand.afterHeader(printer.output.bytes)
    if theirs.lines.count == ours.count, let a = theirs.lines.baseAddress, let b = ours.baseAddress,
      memcmp(a, b, ours.count) == 0
    {
      tally.identical += 1
      tally.sameDeclarations += 1
      return notes.isEmpty ? nil : notes.joined(separator: "; ")
    }
    let expected = PrintedDeclaration.all(in: theirs.lines).filter { !damage.covers($0.start) }
    let actual = PrintedDeclaration.all(in: ours).filter { !damage.covers($0.start) }
    if expected == actual {
      tally.sameDeclarations += 1
    } else {
      let pair = zip(expected, actual).first { $0 != $1 }
      let counts = "\(expected.count) and \(actual.count) declarations"
      notes.append(pair.map { "declarations differ: Roslyn \($0), ours \($1)" } ?? counts)
    }
    return notes.isEmpty ? nil : notes.joined(separator: "; ")
  }

  /// Whether the tokens of the tree cover its text without a gap.
  private static func isKept(_ tree: SyntaxTree) -> Bool {
    var place: UInt32 = tree.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var token: SyntaxToken? = tree.firstSourceToken
    while let current = token {
      guard current.fullRange.start.value == place, current.parent != nil else { return false }
      place = current.fullRange.end.value
      token = current.next
    }
    return Int(place) == tree.bytes.count
  }

  private static func write(_ bytes: [UInt8], to path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      complain("\(path): can't be written")
      return false
    }
    writeAll(bytes, to: descriptor)
    close(descriptor)
    return true
  }
}

/// A small generator of numbers that only its seed decides.
struct SplitMix {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    z ^= z >> 31
    return Int(z % UInt64(max(1, limit)))
  }
}

/// A text with one thing wrong in it.
struct Damage {
  enum Kind: CaseIterable {
    /// The text ends there.
    case cut
    case dropped
    case doubled
    /// A token and the next have changed places.
    case swapped
  }

  let kind: Kind
  let text: [UInt8]
  let place: Int
  /// The damaged member, in bytes of the damaged text.
  private let member: Range<Int>
  private(set) var file = ""

  init?(_ kind: Kind, of tree: SyntaxTree, random: inout SplitMix) {
    var tokens: [SyntaxToken] = []
    var next: SyntaxToken? = tree.firstSourceToken
    while let token = next, token.kind != .endOfFileToken {
      tokens.append(token)
      next = token.next
    }
    guard tokens.count > 2 else { return nil }
    let index = random.next(below: tokens.count - 1)
    let token = tokens[index]
    let range = token.range.indices
    let bytes = tree.bytes
    self.kind = kind
    place = range.lowerBound
    var touched = [token]
    switch kind {
    case .cut:
      text = Array(bytes[..<range.lowerBound])
    case .dropped:
      text = Array(bytes[..<range.lowerBound] + bytes[range.upperBound...])
    case .doubled:
      text = Array(bytes[..<range.upperBound] + [0x20] + bytes[range] + bytes[range.upperBound...])
    case .swapped:
      let second = tokens[index + 1].range.indices
      touched.append(tokens[index + 1])
      text = Array(
        bytes[..<range.lowerBound] + bytes[second] + bytes[range.upperBound..<second.lowerBound] + bytes[range]
          + bytes[second.upperBound...])
    }
    // From the beginning of the first member that was touched to the end of the last.
    var start = range.lowerBound
    var end = touched.last.map { $0.range.indices.upperBound } ?? range.upperBound
    for token in touched {
      guard let member = Damage.member(around: token) else { continue }
      start = min(start, member.lowerBound)
      end = max(end, member.upperBound)
    }
    member = kind == .cut ? start..<text.count + 1 : start..<(end + text.count - bytes.count)
  }

  private static func member(around token: SyntaxToken) -> Range<Int>? {
    var node = token.parent
    while let current = node {
      switch current.kind {
      case .methodDeclaration, .propertyDeclaration, .fieldDeclaration, .eventDeclaration, .eventFieldDeclaration,
        .constructorDeclaration, .destructorDeclaration, .operatorDeclaration, .conversionOperatorDeclaration,
        .indexerDeclaration, .enumMemberDeclaration, .delegateDeclaration, .globalStatement, .usingDirective,
        .classDeclaration, .structDeclaration, .interfaceDeclaration, .recordDeclaration, .recordStructDeclaration,
        .enumDeclaration, .unionDeclaration, .extensionBlockDeclaration:
        return current.range.indices
      default: node = current.parent
      }
    }
    return nil
  }

  func named(_ name: String) -> Damage {
    var copy = self
    copy.file = name
    return copy
  }

  func covers(_ place: Int) -> Bool { member.contains(place) }
}

/// A declaration as a printed tree shows it: its kind, how many declarations surround it, and where its name lies.
struct PrintedDeclaration: Equatable, CustomStringConvertible {
  let kind: String
  let level: Int
  let start: Int
  let end: Int

  var description: String { "\(kind) in \(level) at \(start)–\(end)" }

  private static let kinds: Set<String> = [
    "NamespaceDeclaration", "FileScopedNamespaceDeclaration", "ClassDeclaration", "StructDeclaration",
    "InterfaceDeclaration", "RecordDeclaration", "RecordStructDeclaration", "UnionDeclaration", "EnumDeclaration",
    "ExtensionBlockDeclaration", "DelegateDeclaration", "MethodDeclaration", "PropertyDeclaration",
    "IndexerDeclaration", "EventDeclaration", "ConstructorDeclaration", "DestructorDeclaration",
    "OperatorDeclaration", "ConversionOperatorDeclaration", "EnumMemberDeclaration",
  ]

  /// All declarations of a tree. A field's and an event's variables count each.
  static func all(in text: UnsafeBufferPointer<UInt8>) -> [PrintedDeclaration] {
    var found: [PrintedDeclaration] = []
    // Declarations around the line at hand: their depth, and whether their name is still to come.
    var open: [(depth: Int, kind: String, isNamed: Bool)] = []
    var fieldDepth = Int.max
    for line in text.split(separator: UInt8(ascii: "\n")) {
      let parts = String(decoding: line, as: UTF8.self).split(separator: " ")
      guard parts.count >= 6, let depth = Int(parts[0]), let start = Int(parts[3]), let end = Int(parts[4]) else {
        continue
      }
      let kind = String(parts[1])
      while let last = open.last, last.depth >= depth { open.removeLast() }
      if depth <= fieldDepth { fieldDepth = .max }
      if kinds.contains(kind) {
        open.append((depth, kind, false))
      } else if kind == "FieldDeclaration" || kind == "EventFieldDeclaration" {
        fieldDepth = depth
      } else if kind == "VariableDeclarator", fieldDepth != .max, depth == fieldDepth + 2 {
        open.append((depth, "Field", false))
      } else if let last = open.last, !last.isNamed, depth == last.depth + 1 {
        let isName =
          kind == "IdentifierToken" || kind == "ThisKeyword" || kind == "OperatorKeyword"
          || (last.kind.hasSuffix("NamespaceDeclaration") && kind.hasSuffix("Name"))
          || (last.kind == "ExtensionBlockDeclaration" && kind == "ExtensionKeyword")
        if isName {
          open[open.count - 1].isNamed = true
          found.append(PrintedDeclaration(kind: last.kind, level: open.count - 1, start: start, end: end))
        }
      }
    }
    return found
  }
}
