/// Two texts as a unified diff that `patch -p1` and `git apply` take; empty if they are equal.
///
/// - Parameter name: the file's path with slashes.
func unifiedDiff(old: [UInt8], new: [UInt8], name: String, style: TerminalStyle) -> [UInt8] {
  if old == new { return [] }
  let difference = LineDifference(old: old, new: new)
  var output = DiffWriter(style: style)
  output.line(.bold, "--- " + DiffWriter.quoted("a/" + name))
  output.line(.bold, "+++ " + DiffWriter.quoted("b/" + name))
  for hunk in hunks(difference) { output.write(hunk, difference) }
  return output.bytes
}

/// The same without color.
package func unifiedDiff(old: [UInt8], new: [UInt8], name: String) -> [UInt8] {
  unifiedDiff(old: old, new: new, name: name, style: TerminalStyle(usesColor: false))
}

/// How many unchanged lines stand around a change.
private let context = 3

/// A hunk's lines in both texts, from 0.
private struct Hunk {
  var old: Range<Int>
  var new: Range<Int>
}

private func hunks(_ difference: LineDifference) -> [Hunk] {
  var hunks: [Hunk] = []
  var (i, j) = (0, 0)
  while i < difference.old.count || j < difference.new.count {
    let (startI, startJ) = (i, j)
    while i < difference.old.count, difference.isDeleted[i] { i += 1 }
    while j < difference.new.count, difference.isInserted[j] { j += 1 }
    if i == startI && j == startJ {
      i += 1
      j += 1
      continue
    }
    let before = min(context, startI, startJ)
    let start = (old: startI - before, new: startJ - before)
    let after = min(context, difference.old.count - i, difference.new.count - j)
    if let last = hunks.last, start.old <= last.old.upperBound {
      hunks[hunks.count - 1] = Hunk(old: last.old.lowerBound..<i + after, new: last.new.lowerBound..<j + after)
    } else {
      hunks.append(Hunk(old: start.old..<i + after, new: start.new..<j + after))
    }
  }
  return hunks
}

private struct DiffWriter {
  let style: TerminalStyle
  private(set) var bytes: [UInt8] = []

  init(style: TerminalStyle) { self.style = style }

  mutating func line(_ face: TerminalStyle.Face, _ text: String) {
    bytes.append(contentsOf: (style(face, text) + "\n").utf8)
  }

  mutating func write(_ hunk: Hunk, _ difference: LineDifference) {
    line(.hunk, "@@ -\(DiffWriter.span(hunk.old)) +\(DiffWriter.span(hunk.new)) @@")
    var (i, j) = (hunk.old.lowerBound, hunk.new.lowerBound)
    while i < hunk.old.upperBound || j < hunk.new.upperBound {
      if i < hunk.old.upperBound, difference.isDeleted[i] {
        content(0x2d, difference.old[i], .removed)
        i += 1
      } else if j < hunk.new.upperBound, difference.isInserted[j] {
        content(0x2b, difference.new[j], .green)
        j += 1
      } else {
        content(0x20, difference.old[i], nil)
        i += 1
        j += 1
      }
    }
  }

  /// `patch` wants the line before an empty range.
  private static func span(_ range: Range<Int>) -> String {
    switch range.count {
    case 0: "\(range.lowerBound),0"
    case 1: "\(range.lowerBound + 1)"
    default: "\(range.lowerBound + 1),\(range.count)"
    }
  }

  private mutating func content(_ mark: UInt8, _ line: ArraySlice<UInt8>, _ face: TerminalStyle.Face?) {
    let text = line.last == 0x0a ? line.dropLast() : line
    if let face, style.usesColor {
      bytes.append(contentsOf: "\u{1b}[\(face.rawValue)m".utf8)
      bytes.append(mark)
      bytes.append(contentsOf: text)
      bytes.append(contentsOf: "\u{1b}[0m".utf8)
    } else {
      bytes.append(mark)
      bytes.append(contentsOf: text)
    }
    bytes.append(0x0a)
    if line.last != 0x0a { bytes.append(contentsOf: "\\ No newline at end of file\n".utf8) }
  }

  /// As git writes names: in quotes with escapes where they hold control characters, quotes or backslashes, and with a
  /// tab behind them where a blank would end them.
  static func quoted(_ name: String) -> String {
    let isSpecial = name.utf8.contains { $0 < 0x20 || $0 == 0x7f || $0 == 0x22 || $0 == 0x5c }
    guard isSpecial else { return name.contains(" ") ? name + "\t" : name }
    var result = "\""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7f {
          let digits = String(scalar.value, radix: 8)
          result += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
