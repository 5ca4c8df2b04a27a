import CSharpSyntax
import ConcurrencyRules

/// What a report for people who look rather than read shows around a finding.
struct FindingContext: Sendable {
  /// The lines before and after the finding's first line.
  let before: [NumberedLine]
  let after: [NumberedLine]
  /// What the fix that is shown would change; empty without one.
  let fix: [DocumentPreview]
}

struct NumberedLine: Sendable, Equatable {
  /// From 1.
  let number: Int
  let text: String
}

/// What a fix changes in one file.
struct DocumentPreview: Sendable, Equatable {
  let document: String
  let lines: [PreviewLine]
}

struct PreviewLine: Sendable, Equatable {
  enum Kind: String, Sendable {
    case same
    case removed
    case added
    /// Lines are left out here.
    case gap
  }

  let kind: Kind
  let text: String
}

extension SourceLines {
  /// How many lines are shown before and behind.
  static let contextLineCount = 2

  func context(of range: TextRange) -> (before: [NumberedLine], after: [NumberedLine]) {
    let line = place(range.start).line
    let first = max(1, line - SourceLines.contextLineCount)
    let last = min(lineCount, line + SourceLines.contextLineCount)
    return ((first..<line).map(numbered), line < last ? (line + 1...last).map(numbered) : [])
  }

  private func numbered(_ number: Int) -> NumberedLine { NumberedLine(number: number, text: shortened(number)) }

  /// A line's text, without what nobody would read.
  private func shortened(_ number: Int) -> String {
    let range = contentRange(ofLine: number - 1)
    guard range.count > Excerpt.reach else { return text(range) }
    return text(range.lowerBound..<boundary(range.lowerBound + Excerpt.reach, range)) + "…"
  }

  /// The lines that edits change, with one line around them.
  func preview(_ edits: [TextEdit]) -> [PreviewLine] {
    /// Edits that lie close together, and the lines from 0 that they need.
    struct Cluster {
      var edits: [TextEdit]
      var lines: ClosedRange<Int>
    }
    var clusters: [Cluster] = []
    for edit in edits.sorted(by: { $0.range.start < $1.range.start }) {
      let lines = max(0, lineIndex(at: edit.range.start) - 1)...min(lineCount - 1, lineIndex(at: edit.range.end) + 1)
      if let last = clusters.last, lines.lowerBound <= last.lines.upperBound + 1 {
        let upper = max(last.lines.upperBound, lines.upperBound)
        clusters[clusters.count - 1] = Cluster(edits: last.edits + [edit], lines: last.lines.lowerBound...upper)
      } else {
        clusters.append(Cluster(edits: [edit], lines: lines))
      }
    }
    var result: [PreviewLine] = []
    for cluster in clusters {
      let start = contentRange(ofLine: cluster.lines.lowerBound).lowerBound
      let end =
        cluster.lines.upperBound + 1 < lineCount
        ? contentRange(ofLine: cluster.lines.upperBound + 1).lowerBound : bytes.count
      let old = Array(bytes[start..<max(start, end)])
      let moved = cluster.edits.map { edit in
        TextEdit(
          range: TextRange(
            start: ByteOffset(clamping: Int(edit.range.start.value) - start),
            end: ByteOffset(clamping: Int(edit.range.end.value) - start)),
          newText: edit.newText)
      }
      guard let new = applying(moved, to: old) else { continue }
      if !result.isEmpty { result.append(PreviewLine(kind: .gap, text: "")) }
      result += SourceLines.preview(LineDifference(old: old, new: new))
    }
    return result
  }

  private static func preview(_ difference: LineDifference) -> [PreviewLine] {
    var result: [PreviewLine] = []
    func append(_ kind: PreviewLine.Kind, _ line: ArraySlice<UInt8>) {
      var text = line
      while let last = text.last, last == 0x0a || last == 0x0d { text.removeLast() }
      result.append(PreviewLine(kind: kind, text: String(decoding: text.prefix(Excerpt.reach), as: UTF8.self)))
    }
    var (i, j) = (0, 0)
    while i < difference.old.count || j < difference.new.count {
      if i < difference.old.count, difference.isDeleted[i] {
        append(.removed, difference.old[i])
        i += 1
      } else if j < difference.new.count, difference.isInserted[j] {
        append(.added, difference.new[j])
        j += 1
      } else {
        append(.same, difference.old[i])
        i += 1
        j += 1
      }
    }
    return result
  }
}
