import ConcurrencyRules
import JSONRPC

/// The report as JSON; `docs/output-json.md` describes it. Members may be added, but what is there keeps its meaning
/// as long as the version stays.
func jsonReport(_ report: RunReport, context: FormatContext) -> JSONValue {
  var findings: [JSONValue] = []
  var suppressed: [JSONValue] = []
  var notes: [JSONValue] = []
  for file in report.files {
    for finding in file.findings { findings.append(json(finding, file.document, context)) }
    for suppression in file.suppressed {
      var object = json(suppression.finding, file.document, context).objectValue ?? JSONObject()
      object.append("suppression", .string(suppression.kind.rawValue))
      object.append("justification", ifPresent: suppression.justification.map(JSONValue.string))
      suppressed.append(.object(object))
    }
    for note in file.notes {
      notes.append(
        jsonObject([
          ("path", .string(context.path(file.document))), ("range", json(note.range)),
          ("message", .string(note.message)),
        ]))
    }
  }
  let byRule = statistics(report).map { entry in
    jsonObject([
      ("rule", .string(entry.ruleID)), ("count", JSONValue(entry.count)), ("safeFixes", JSONValue(entry.safeFixCount)),
    ])
  }
  return jsonObject([
    ("version", 1),
    ("tool", jsonObject([("name", "awaitwise"), ("version", .string(context.version))])),
    ("findings", .array(findings)),
    ("suppressed", .array(suppressed)),
    ("notes", .array(notes)),
    (
      "errors",
      .array(
        report.problems.map { problem in
          jsonObject([
            ("message", .string(problem.message)), ("path", problem.path.map { .string(context.path($0)) }),
          ])
        })
    ),
    (
      "summary",
      jsonObject([
        ("files", JSONValue(report.checkedFileCount)),
        ("errors", JSONValue(report.count(of: .error))),
        ("warnings", JSONValue(report.count(of: .warning))),
        ("suggestions", JSONValue(report.count(of: .suggestion))),
        ("safeFixes", JSONValue(report.findings.reduce(0) { $0 + ($1.hasSafeFix ? 1 : 0) })),
        ("fixed", JSONValue(report.appliedFixes.count)),
        ("inBaseline", JSONValue(report.baselineCount)),
        ("byRule", .array(byRule)),
      ])
    ),
  ])
}

private func json(_ finding: ReportedFinding, _ document: String, _ context: FormatContext) -> JSONValue {
  jsonObject([
    ("rule", .string(finding.ruleID)),
    ("name", context.rule(finding.ruleID).map { .string($0.name) }),
    ("severity", .string(finding.severity.name)),
    ("confidence", .string(finding.confidence.rawValue)),
    ("message", .string(finding.message)),
    ("path", .string(context.path(document))),
    ("range", json(finding.range)),
    ("fingerprint", .string(finding.fingerprint.text)),
    ("tags", .array(finding.tags.map { .string($0.rawValue) })),
    ("placeholders", jsonObject(finding.placeholders.map { ($0.name, .string($0.value)) })),
    (
      "related",
      .array(
        finding.related.map { place in
          jsonObject([
            ("path", .string(context.path(place.document))), ("range", json(place.range)),
            ("message", .string(place.message)),
          ])
        })
    ),
    ("fixes", .array(finding.fixes.filter { !$0.isSuppression }.map { json($0, context) })),
    ("help", context.rule(finding.ruleID).map { .string($0.helpURL) }),
  ])
}

private func json(_ fix: ReportedFix, _ context: FormatContext) -> JSONValue {
  jsonObject([
    ("title", .string(fix.title)),
    ("safety", .string(fix.safety.rawValue)),
    ("preferred", .bool(fix.isPreferred)),
    (
      "edits",
      .array(
        fix.edits.map { edit in
          jsonObject([
            ("path", .string(context.path(edit.document))), ("range", json(edit.range)),
            ("newText", .string(edit.newText)),
          ])
        })
    ),
  ])
}

private func json(_ range: SourceRange) -> JSONValue {
  jsonObject([
    ("start", json(range.start, range.offset.value)),
    ("end", json(range.end, range.offset.value &+ range.length)),
  ])
}

private func json(_ place: SourcePlace, _ offset: UInt32) -> JSONValue {
  jsonObject([
    ("line", JSONValue(place.line)), ("column", JSONValue(place.column)), ("offset", .integer(Int64(offset))),
  ])
}
