import CSharpSyntax
import ConcurrencyRules
import Workspace

/// Which fixes a fix-all applies.
enum FixAllScope: Hashable, Sendable {
  /// All safe fixes of all rules.
  case allSafe
  /// One action of one rule.
  case action(ruleID: String, actionKey: String)

  /// The fix of a finding that falls under the scope. Fixes that reach into other files are left to be applied singly.
  func fix(of finding: Finding) -> Fix? {
    switch self {
    case .allSafe:
      let safe = finding.fixes.filter { $0.safety == .safe && isLocal($0) }
      return safe.first(where: \.isPreferred) ?? safe.first
    case .action(let ruleID, let actionKey):
      guard finding.ruleID == ruleID else { return nil }
      return finding.fixes.first { $0.actionKey == actionKey && isLocal($0) }
    }
  }

  private func isLocal(_ fix: Fix) -> Bool { !fix.edits.isEmpty && fix.edits.allSatisfy { $0.path == nil } }
}

/// Applies the fixes of a scope until none is left, and gives the edits that lead from the analysed text to the result.
///
/// Inner fixes go before outer ones; of two that overlap the second waits for the next round, for which the result of
/// the first is analysed again.
///
/// - Returns: edits without overlap, ascending; `nil` if cancelled.
func fixAll(
  _ scope: FixAllScope, in document: DocumentKey, _ outcome: AnalysisOutcome, isCancelled: () -> Bool
) -> [ConcurrencyRules.TextEdit]? {
  let maximumRounds = 20
  var text = EditedText(outcome.analysis.tree.bytes)
  var findings = outcome.analysis.findings
  for _ in 0..<maximumRounds {
    let edits = acceptedEdits(findings.compactMap(scope.fix), textLength: text.length)
    guard !edits.isEmpty else { break }
    text.apply(edits)
    if isCancelled() { return nil }
    let next = outcome.snapshot.analyze(document, replacingTextBy: text.bytes, isCancelled: isCancelled)
    if isCancelled() { return nil }
    guard let next else { break }
    let length = UInt32(clamping: text.length)
    findings = next.findings.filter { $0.range.end.value <= length }
  }
  return text.edits
}

/// The edits of all fixes that go together, ascending.
private func acceptedEdits(_ fixes: [Fix], textLength: Int) -> [ConcurrencyRules.TextEdit] {
  let ordered = fixes.enumerated().sorted { a, b in
    let spanA = span(a.element)
    let spanB = span(b.element)
    if spanA.length != spanB.length { return spanA.length < spanB.length }
    return a.offset < b.offset
  }
  var accepted: [ConcurrencyRules.TextEdit] = []
  for (_, fix) in ordered {
    guard isWellFormed(fix.edits, textLength: textLength) else { continue }
    // Two fixes may need the same line added, a using directive for instance.
    let new = fix.edits.filter { edit in !(edit.range.isEmpty && accepted.contains(edit)) }
    guard new.allSatisfy({ edit in !accepted.contains { conflicts($0.range, edit.range) } }) else { continue }
    accepted.append(contentsOf: new)
  }
  return accepted.sorted { $0.range.start < $1.range.start }
}

private func span(_ fix: Fix) -> TextRange {
  guard let first = fix.edits.first, let last = fix.edits.last else { return TextRange(0, 0) }
  return TextRange(start: first.range.start, end: last.range.end)
}

private func conflicts(_ a: TextRange, _ b: TextRange) -> Bool {
  if a.isEmpty || b.isEmpty { return a.start < b.end && b.start < a.end || a.start == b.start }
  return a.overlaps(b)
}

/// Whether edits ascend without overlap and lie in the text.
func isWellFormed(_ edits: [ConcurrencyRules.TextEdit], textLength: Int) -> Bool {
  var end: UInt32 = 0
  for edit in edits {
    guard edit.range.start.value >= end, Int(edit.range.end.value) <= textLength else { return false }
    end = edit.range.end.value
  }
  return true
}

/// A text under repeated edits that remembers what of it is original.
struct EditedText {
  private enum Piece {
    case original(Swift.Range<Int>)
    case inserted([UInt8])

    var length: Int {
      switch self {
      case .original(let range): return range.count
      case .inserted(let bytes): return bytes.count
      }
    }
  }

  private let original: [UInt8]
  private var pieces: [Piece]

  init(_ bytes: [UInt8]) {
    original = bytes
    pieces = bytes.isEmpty ? [] : [.original(0..<bytes.count)]
  }

  var length: Int { pieces.reduce(0) { $0 + $1.length } }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .original(let range): bytes.append(contentsOf: original[range])
      case .inserted(let new): bytes.append(contentsOf: new)
      }
    }
    return bytes
  }

  /// Applies edits that ascend without overlap and lie in the present text.
  mutating func apply(_ edits: [ConcurrencyRules.TextEdit]) {
    var result: [Piece] = []
    var rest = pieces[...]
    /// Where the first of the remaining pieces begins in the present text.
    var position = 0
    func take(upTo end: Int, keep: Bool) {
      while position < end, let piece = rest.first {
        let count = min(piece.length, end - position)
        if keep { result.append(EditedText.prefix(of: piece, count)) }
        if count == piece.length {
          rest.removeFirst()
        } else {
          rest[rest.startIndex] = EditedText.suffix(of: piece, count)
        }
        position += count
      }
    }
    for edit in edits {
      take(upTo: Int(edit.range.start.value), keep: true)
      take(upTo: Int(edit.range.end.value), keep: false)
      let new = Array(edit.newText.utf8)
      if !new.isEmpty { result.append(.inserted(new)) }
    }
    result.append(contentsOf: rest)
    pieces = result
  }

  private static func prefix(of piece: Piece, _ count: Int) -> Piece {
    switch piece {
    case .original(let range): return .original(range.lowerBound..<range.lowerBound + count)
    case .inserted(let bytes): return .inserted(Array(bytes[..<count]))
    }
  }

  private static func suffix(of piece: Piece, _ count: Int) -> Piece {
    switch piece {
    case .original(let range): return .original(range.lowerBound + count..<range.upperBound)
    case .inserted(let bytes): return .inserted(Array(bytes[count...]))
    }
  }

  /// What leads from the original to the present text.
  var edits: [ConcurrencyRules.TextEdit] {
    var edits: [ConcurrencyRules.TextEdit] = []
    var position = 0
    var inserted: [UInt8] = []
    func close(at end: Int) {
      guard end > position || !inserted.isEmpty else { return }
      edits.append(
        ConcurrencyRules.TextEdit(
          range: TextRange(start: ByteOffset(clamping: position), end: ByteOffset(clamping: end)),
          newText: String(decoding: inserted, as: UTF8.self)))
      inserted = []
    }
    for piece in pieces {
      switch piece {
      case .inserted(let bytes):
        inserted.append(contentsOf: bytes)
      case .original(let range):
        close(at: range.lowerBound)
        position = range.upperBound
      }
    }
    close(at: original.count)
    return edits
  }
}
