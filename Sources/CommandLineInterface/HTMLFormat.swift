import ConcurrencyRules

/// The report as one page that needs nothing else: no network, no other file, and no script to be read. Scripts only
/// filter and group what is there.
func htmlReport(_ report: RunReport, context: FormatContext) -> String {
  let counts = statistics(report)
  let writer = HTMLWriter(context: context)
  var page = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"/>
    <title>Awaitwise report</title>
    <style>\(htmlReportStyle)</style>
    </head>
    <body>
    <a class="skip" href="#findings">Skip to the findings</a>
    <header>
    <h1>Awaitwise report</h1>
    <p class="totals">\(writer.totals(report))</p>

    """
  page += writer.errors(report)
  page += writer.chart(counts)
  // Outside the header, so that they stay in sight while the page is scrolled.
  page += "</header>\n" + writer.controls + "<main id=\"findings\">\n"
  if counts.isEmpty { page += "<p class=\"empty\">Nothing was found.</p>\n" }
  for entry in counts { page += writer.group(entry, report) }
  page += """
    <p class="empty" id="nothing" hidden="hidden">No finding matches. <button type="button" id="reset">Show all</button></p>
    </main>
    <footer><p>Made by awaitwise \(escapedForXML(context.version)).</p></footer>
    <script>\(htmlReportScript)</script>
    </body>
    </html>

    """
  return page
}

private struct HTMLWriter {
  let context: FormatContext

  func totals(_ report: RunReport) -> String {
    var parts: [String] = []
    for (severity, noun) in [(Severity.error, "error"), (.warning, "warning"), (.suggestion, "suggestion")] {
      let count = report.count(of: severity)
      if count > 0 {
        parts.append("<span class=\"badge \(severity.name)\">\(counted(count, noun))</span>")
      }
    }
    let safe = report.findings.reduce(0) { $0 + ($1.hasSafeFix ? 1 : 0) }
    if safe > 0 { parts.append("\(safe) with a safe fix") }
    if report.baselineCount > 0 { parts.append("\(report.baselineCount) more in the baseline") }
    parts.append("in \(counted(report.checkedFileCount, "file"))")
    return parts.joined(separator: " ")
  }

  func errors(_ report: RunReport) -> String {
    if report.problems.isEmpty { return "" }
    let items = report.problems.map { "<li>\(text($0.message))</li>\n" }.joined()
    return "<section class=\"problems\"><h2>Not checked</h2>\n<ul>\n\(items)</ul></section>\n"
  }

  func chart(_ counts: [RuleCount]) -> String {
    guard let most = counts.first?.count, most > 0 else { return "" }
    var list = "<section aria-labelledby=\"by-rule\"><h2 id=\"by-rule\">By rule</h2>\n<ul class=\"chart\">\n"
    for entry in counts {
      let name = context.rule(entry.ruleID)?.name ?? ""
      // In thousandths, so that the page is the same on every machine.
      let share = max(5, entry.count * 1000 / most)
      list += """
        <li><button type="button" class="bar" title="\(text(context.rule(entry.ruleID)?.title ?? name))" \
        data-rule="\(text(entry.ruleID))" aria-pressed="false">\
        <span class="label">\(text(entry.ruleID)) \(text(name))</span>\
        <span class="track"><span class="fill" style="width:\(share / 10).\(share % 10)%"></span></span>\
        <span class="count">\(entry.count)</span></button></li>

        """
    }
    return list + "</ul></section>\n"
  }

  var controls: String {
    """
    <form class="controls" id="controls" role="search">
    <span class="field wide"><label for="filter">Filter</label>
    <input id="filter" type="search" placeholder="rule, file, project or words" autocomplete="off"/></span>
    <span class="field"><label for="grouping">Group by</label>
    <select id="grouping"><option value="rule">rule</option><option value="project">project</option>\
    <option value="file">file</option></select></span>
    <fieldset><legend>Severity</legend>
    <label><input type="checkbox" name="severity" value="error" checked="checked"/> error</label>
    <label><input type="checkbox" name="severity" value="warning" checked="checked"/> warning</label>
    <label><input type="checkbox" name="severity" value="suggestion" checked="checked"/> suggestion</label>
    </fieldset>
    <span class="field"><label for="theme">Colors</label>
    <select id="theme"><option value="">as the system</option><option value="light">light</option>\
    <option value="dark">dark</option></select></span>
    <button type="button" id="fold">Collapse all</button>
    <p id="shown" role="status"></p>
    <p class="keys"><kbd>/</kbd> filter, <kbd>j</kbd> next finding, <kbd>k</kbd> previous, <kbd>Esc</kbd> show all</p>
    </form>

    """
  }

  /// All findings of a rule; the script builds other groups of the same articles.
  func group(_ entry: RuleCount, _ report: RunReport) -> String {
    let name = context.rule(entry.ruleID)?.name ?? ""
    var section = """
      <details class="group" open="open"><summary><h2>\(text(entry.ruleID)) \(text(name))</h2> \
      <span class="count">\(entry.count)</span></summary>
      <p class="about">\(text(context.rule(entry.ruleID)?.title ?? ""))</p>

      """
    var order = 0
    for file in report.files {
      for finding in file.findings {
        order += 1
        if finding.ruleID == entry.ruleID { section += article(finding, file, order: order) }
      }
    }
    return section + "</details>\n"
  }

  /// - Parameter order: of the finding by file and place.
  private func article(_ finding: ReportedFinding, _ file: FileReport, order: Int) -> String {
    let rule = context.rule(finding.ruleID)
    let path = context.path(file.document)
    let place = "\(path):\(finding.range.start.line):\(finding.range.start.column)"
    var html = """
      <article tabindex="0" data-order="\(order)" data-rule="\(text(finding.ruleID))" data-name="\(text(rule?.name ?? ""))" \
      data-file="\(text(path))" data-project="\(text(file.project ?? ""))" data-severity="\(finding.severity.name)">
      <h3><span class="badge \(finding.severity.name)">\(finding.severity.name)</span> \(ruleLink(finding.ruleID, rule)) \
      \(text(finding.message))</h3>
      <p class="place">\(text(place))\(file.project.map { " <span class=\"project\">\(text($0))</span>" } ?? "")</p>
      \(source(finding))
      """
    let fixes = finding.fixes.filter { !$0.isSuppression }
    if let fix = fixes.first {
      html += "\n<p class=\"fix\">Fix: \(text(fix.title)) (\(fix.safety.rawValue))</p>"
      for preview in finding.context?.fix ?? [] where !preview.lines.isEmpty {
        if preview.document != file.document {
          html += "\n<p class=\"place\">\(text(context.path(preview.document)))</p>"
        }
        html += "\n<pre class=\"diff\"><code>" + difference(preview.lines) + "</code></pre>"
      }
      if fixes.count > 1 {
        let others = fixes.dropFirst().map { "\(text($0.title)) (\($0.safety.rawValue))" }
        html += "\n<p class=\"fix\">Or: \(others.joined(separator: "; "))</p>"
      }
    }
    if !finding.related.isEmpty {
      html += "\n<ul class=\"related\">"
      for place in finding.related {
        let range = "\(context.path(place.document)):\(place.range.start.line):\(place.range.start.column)"
        html += "<li>\(text(place.message)) <span class=\"place\">\(text(range))</span></li>"
      }
      html += "</ul>"
    }
    return html + "\n</article>\n"
  }

  private func ruleLink(_ id: String, _ rule: RuleDescriptor?) -> String {
    guard let rule else { return text(id) }
    return "<a href=\"\(text(rule.helpURL))\" title=\"\(text(rule.title))\" rel=\"noreferrer\">\(text(id))</a>"
  }

  private func source(_ finding: ReportedFinding) -> String {
    let excerpt = finding.excerpt
    let last = finding.context?.after.last?.number ?? finding.range.start.line
    let width = String(last).count
    func line(_ number: Int, _ content: String) -> String {
      let digits = String(number)
      return
        "<span class=\"number\">\(String(repeating: " ", count: width - digits.count))\(digits) </span>\(content)\n"
    }
    let before = finding.context?.before ?? []
    let after = finding.context?.after ?? []
    // What all lines are indented by tells nothing and costs room, above all on narrow screens.
    let own =
      (excerpt.isCutAtStart ? "…" : "") + excerpt.before + (excerpt.before.allSatisfy(\.isWhitespace) ? "x" : "")
    let indentation = commonIndentation(before.map(\.text) + [own] + after.map(\.text))
    var lines = ""
    for other in before { lines += line(other.number, code(other.text, without: indentation)) }
    var column = 0
    let head = (excerpt.isCutAtStart ? "…" : "") + displayable(excerpt.before, column: &column)
    if excerpt.isCutAtStart { column += 1 }
    let start = column
    let marked = displayable(excerpt.marked, column: &column)
    let carets = String(repeating: "^", count: max(1, column - start))
    let tail = displayable(excerpt.after, column: &column) + (excerpt.isCutAtEnd ? "…" : "")
    lines += line(
      finding.range.start.line,
      "\(escaped(head.dropFirst(indentation)))<mark>\(escaped(marked))</mark>\(escaped(tail))")
    lines += "<span class=\"number\">\(String(repeating: " ", count: width + 1))</span>"
    lines +=
      "<span class=\"carets\" aria-hidden=\"true\">\(String(repeating: " ", count: max(0, start - indentation)))\(carets)</span>\n"
    for other in after { lines += line(other.number, code(other.text, without: indentation)) }
    return "<pre class=\"source\"><code>\(lines)</code></pre>"
  }

  /// How many blanks all lines begin with, as they are shown; empty ones don't count.
  private func commonIndentation(_ lines: [String]) -> Int {
    lines.map { displayable($0) }.filter { line in line.contains { $0 != " " } }
      .map { $0.prefix { $0 == " " }.count }.min() ?? 0
  }

  /// The lines of a change, without blank ones at its ends.
  private func difference(_ lines: [PreviewLine]) -> String {
    func isBlank(_ line: PreviewLine) -> Bool { line.kind == .same && line.text.allSatisfy(\.isWhitespace) }
    let shown = Array(lines.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    let indentation = commonIndentation(shown.map(\.text))
    return shown.map { diffLine($0, without: indentation) }.joined()
  }

  private func diffLine(_ line: PreviewLine, without indentation: Int) -> String {
    let text = code(line.text, without: indentation)
    return switch line.kind {
    case .same: "<span class=\"same\">  \(text)</span>\n"
    // The line's end belongs to the colored block.
    case .removed: "<del>- \(text)\n</del>"
    case .added: "<ins>+ \(text)\n</ins>"
    case .gap: "<span class=\"gap\">  …</span>\n"
    }
  }

  private func code(_ line: String, without indentation: Int) -> String {
    escaped(displayable(line).dropFirst(indentation))
  }

  private func text(_ text: String) -> String { escaped(displayable(text)) }

  private func escaped(_ text: some StringProtocol) -> String { escapedForXML(text) }
}
