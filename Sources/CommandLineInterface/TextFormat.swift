import ConcurrencyRules

/// Findings as good compilers show them: place, message, source line with carets, fix, related places.
struct TextFormat {
  let style: TerminalStyle
  /// In columns; longer source lines are cut.
  let width: Int
  /// How to write a document's path.
  let displayPath: (String) -> String

  func text(of file: FileReport) -> String {
    var text = ""
    for finding in file.findings { append(finding, document: file.document, to: &text) }
    for note in file.notes {
      text += style(.bold, place(file.document, note.range)) + ": " + style(.suggestion, "note")
      text += ": \(displayable(note.message))\n"
    }
    return text
  }

  private func place(_ document: String, _ range: SourceRange) -> String {
    "\(displayable(displayPath(document))):\(range.start.line):\(range.start.column)"
  }

  private func append(_ finding: ReportedFinding, document: String, to text: inout String) {
    text += style(.bold, place(document, finding.range)) + ": "
    text += style(finding.severity, "\(finding.severity.name) \(finding.ruleID)")
    text += ": " + style(.bold, displayable(finding.message)) + "\n"
    let number = String(finding.range.start.line)
    let margin = String(repeating: " ", count: number.count)
    let bar = style(.blue, "|")
    let (source, carets) = lines(finding.excerpt, width: max(40, width - number.count - 4))
    text += "\(margin) \(bar)\n"
    text += "\(style(.blue, number)) \(bar) \(source)\n"
    text += "\(margin) \(bar) \(style(finding.severity, carets))\n"
    // The first one is what `--fix` takes; the others are for editors.
    if let fix = finding.fixes.first(where: { !$0.isSuppression }) {
      text +=
        "\(margin) \(style(.blue, "=")) \(style(.green, "fix")): \(displayable(fix.title)) (\(fix.safety.rawValue))\n"
    }
    for related in finding.related {
      text += "\(margin) \(style(.blue, "=")) \(style(.cyan, "note")): "
      text += "\(displayable(related.message)) (\(place(related.document, related.range)))\n"
    }
    text += "\n"
  }

  /// The source line and the carets below its marked part.
  private func lines(_ excerpt: Excerpt, width: Int) -> (source: String, carets: String) {
    var column = 0
    var before = displayable(excerpt.before, column: &column)
    let markStart = column
    var marked = displayable(excerpt.marked, column: &column)
    let markWidth = column - markStart
    var after = displayable(excerpt.after, column: &column)
    var start = markStart
    var cutBefore = excerpt.isCutAtStart
    var cutAfter = excerpt.isCutAtEnd
    if column > width {
      // Keep some of what stands before the mark, then as much as fits from the mark on.
      let kept = min(markStart, max(width / 3, width - markWidth - displayWidth(after) - 2))
      if kept < markStart {
        before = suffix(before, columns: kept)
        start = displayWidth(before)
        cutBefore = true
      }
      let room = max(1, width - start - 2)
      if displayWidth(marked) > room {
        marked = prefix(marked, columns: room)
        after = ""
        cutAfter = true
      } else if displayWidth(after) > room - displayWidth(marked) {
        after = prefix(after, columns: room - displayWidth(marked))
        cutAfter = true
      }
    }
    let source = (cutBefore ? "…" : "") + before + marked + after + (cutAfter ? "…" : "")
    let indentation = String(repeating: " ", count: start + (cutBefore ? 1 : 0))
    return (trimmed(source), indentation + String(repeating: "^", count: max(1, displayWidth(marked))))
  }

  private func trimmed(_ line: String) -> String {
    var line = Substring(line)
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  private func prefix(_ text: String, columns: Int) -> String {
    var result = ""
    var width = 0
    for character in text {
      width += displayWidth(String(character))
      if width > columns { break }
      result.append(character)
    }
    return result
  }

  private func suffix(_ text: String, columns: Int) -> String {
    var kept: [Character] = []
    var width = 0
    for character in text.reversed() {
      width += displayWidth(String(character))
      if width > columns { break }
      kept.append(character)
    }
    return String(kept.reversed())
  }
}

/// `1 problem`, `2 problems`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// Seconds with one digit behind the point, such as `0.4 s`.
func seconds(_ nanoseconds: UInt64) -> String {
  let tenths = (nanoseconds &+ 50_000_000) / 100_000_000
  return "\(tenths / 10).\(tenths % 10) s"
}

/// The last line of a run.
func summaryLine(_ report: RunReport, options: CheckOptions) -> String {
  let scope = "in \(counted(report.checkedFileCount, "file")) in \(seconds(report.nanoseconds))"
  var line = ""
  if !report.appliedFixes.isEmpty {
    switch options.fixing {
    case .writeFiles:
      line += "Fixed \(counted(report.appliedFixes.count, "problem")) in \(counted(report.changedFileCount, "file")). "
    case .showDiff:
      line +=
        "Would fix \(counted(report.appliedFixes.count, "problem")) in \(counted(report.changedFileCount, "file")). "
    case .none: break
    }
  }
  let count = report.findings.reduce(0) { total, _ in total + 1 }
  if count == 0 {
    line += "Found no \(report.appliedFixes.isEmpty ? "" : "other ")problems \(scope)"
  } else {
    let safe = report.findings.reduce(0) { $0 + ($1.hasSafeFix ? 1 : 0) }
    let unsafe = report.findings.reduce(0) { $0 + ($1.hasUnsafeFix ? 1 : 0) }
    var details: [String] = []
    if safe > 0 { details.append("\(safe) with a safe fix") }
    if unsafe > 0 { details.append("\(unsafe) with an unsafe fix") }
    line += "Found \(counted(count, "problem"))"
    if !details.isEmpty { line += " (\(details.joined(separator: ", ")))" }
    line += " " + scope
    if options.fixing == .none && safe > 0 { line += "; run with --fix to repair what is safe" }
  }
  if report.baselineCount > 0 { line += "; \(report.baselineCount) more in the baseline" }
  if !report.problems.isEmpty { line += "; \(counted(report.problems.count, "error"))" }
  return line
}

/// How often each rule was broken, most often first.
func statistics(_ report: RunReport) -> [RuleCount] {
  var counts: [String: RuleCount] = [:]
  for finding in report.findings {
    counts[finding.ruleID, default: RuleCount(ruleID: finding.ruleID)].add(finding)
  }
  return counts.values.sorted { ($1.count, $0.ruleID) < ($0.count, $1.ruleID) }
}

struct RuleCount {
  let ruleID: String
  private(set) var count = 0
  private(set) var safeFixCount = 0

  init(ruleID: String) { self.ruleID = ruleID }

  mutating func add(_ finding: ReportedFinding) {
    count += 1
    if finding.hasSafeFix { safeFixCount += 1 }
  }
}

func statisticsTable(_ counts: [RuleCount], rules: [RuleDescriptor]) -> String {
  let names = Dictionary(rules.map { ($0.id, $0.name) }) { first, _ in first }
  let width = counts.map { String($0.count).count }.max() ?? 0
  var table = ""
  for entry in counts {
    let number = String(entry.count)
    table += String(repeating: " ", count: width - number.count) + number + "  \(entry.ruleID)"
    if let name = names[entry.ruleID] { table += " \(name)" }
    if entry.safeFixCount > 0 { table += " (\(entry.safeFixCount) with a safe fix)" }
    table += "\n"
  }
  return table
}
