import ConcurrencyRules
import JSONRPC

/// The report in the Static Analysis Results Interchange Format 2.1.0 (OASIS).
func sarifLog(_ report: RunReport, context: FormatContext) -> JSONValue {
  let writer = SARIFWriter(context: context)
  return jsonObject([
    ("$schema", "https://json.schemastore.org/sarif-2.1.0.json"),
    ("version", "2.1.0"),
    ("runs", .array([writer.run(report)])),
  ])
}

private struct SARIFWriter {
  let context: FormatContext
  private let ruleIndices: [String: Int]

  init(context: FormatContext) {
    self.context = context
    ruleIndices = Dictionary(context.rules.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  /// The name of the base folder in `originalUriBaseIds` (3.14.14).
  private static let base = "SRCROOT"

  func run(_ report: RunReport) -> JSONValue {
    var results: [JSONValue] = []
    var notifications: [JSONValue] = []
    for file in report.files {
      for finding in file.findings { results.append(result(finding, file.document, suppression: nil)) }
      for suppression in file.suppressed {
        results.append(result(suppression.finding, file.document, suppression: suppression))
      }
      for note in file.notes {
        notifications.append(
          jsonObject([
            ("level", "note"), ("message", message(note.message)),
            ("locations", .array([location(file.document, note.range)])),
          ]))
      }
    }
    let problems = report.problems.map { problem in
      jsonObject([
        ("level", "error"), ("message", message(problem.message)),
        (
          "locations",
          problem.path.map { path in
            .array([jsonObject([("physicalLocation", jsonObject([("artifactLocation", artifact(path))]))])])
          }
        ),
      ])
    }
    return jsonObject([
      ("tool", jsonObject([("driver", driver)])),
      (
        "invocations",
        .array([
          jsonObject([
            // Findings are no failure (3.20.14), files that could not be read are.
            ("executionSuccessful", .bool(report.problems.isEmpty)),
            ("toolExecutionNotifications", .array(problems)),
            ("toolConfigurationNotifications", .array(notifications)),
          ])
        ])
      ),
      ("columnKind", "utf16CodeUnits"),
      (
        "originalUriBaseIds",
        context.namesBaseFolder
          ? jsonObject([(SARIFWriter.base, jsonObject([("uri", .string(folderURI(context.baseFolder)))]))]) : nil
      ),
      ("results", .array(results)),
    ])
  }

  private func folderURI(_ folder: String) -> String {
    let uri = context.pathStyle.fileURI(folder)
    return uri.hasSuffix("/") ? uri : uri + "/"
  }

  private var driver: JSONValue {
    jsonObject([
      ("name", "awaitwise"),
      ("version", .string(context.version)),
      ("semanticVersion", isSemantic(context.version) ? .string(context.version) : nil),
      ("informationUri", "https://github.com/awaitwise/awaitwise"),
      ("rules", .array(context.rules.map(rule))),
    ])
  }

  private func isSemantic(_ version: String) -> Bool {
    let parts = version.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 3 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
  }

  private func rule(_ rule: RuleDescriptor) -> JSONValue {
    let page = RulePage(rule)
    return jsonObject([
      ("id", .string(rule.id)),
      ("name", .string(pascalCase(rule.name))),
      ("shortDescription", jsonObject([("text", .string(rule.title + "."))])),
      (
        "fullDescription",
        jsonObject([
          ("text", .string(plainText(rule.documentation.what))), ("markdown", .string(rule.documentation.what)),
        ])
      ),
      (
        "help",
        jsonObject([("text", .string(plainText(page.markdown))), ("markdown", .string(page.markdown))])
      ),
      ("helpUri", .string(rule.helpURL)),
      (
        "defaultConfiguration",
        jsonObject([
          ("enabled", .bool(rule.defaultSeverity != .off)),
          ("level", .string(level(rule.defaultSeverity == .off ? .warning : rule.defaultSeverity))),
        ])
      ),
      (
        "properties",
        jsonObject([
          ("category", .string(rule.category.rawValue)),
          ("tags", .array([.string("concurrency"), .string(rule.category.rawValue)])),
        ])
      ),
    ])
  }

  private func result(
    _ finding: ReportedFinding, _ document: String, suppression: ReportedSuppression?
  ) -> JSONValue {
    jsonObject([
      ("ruleId", .string(finding.ruleID)),
      ("ruleIndex", ruleIndices[finding.ruleID].map { JSONValue($0) }),
      ("level", .string(level(finding.severity))),
      ("message", message(finding.message)),
      ("locations", .array([location(document, finding.range, snippet: finding.excerpt)])),
      (
        "relatedLocations",
        finding.related.isEmpty
          ? nil
          : .array(
            finding.related.enumerated().map { index, place in
              jsonObject([
                ("id", JSONValue(index + 1)),
                ("physicalLocation", physicalLocation(place.document, place.range)),
                ("message", message(place.message)),
              ])
            })
      ),
      (
        "partialFingerprints",
        jsonObject([("awaitwiseLine/v1", .string(finding.fingerprint.text))])
      ),
      ("fixes", fixes(finding)),
      (
        "suppressions",
        suppression.map { suppression in
          .array([
            jsonObject([
              ("kind", .string(suppression.kind.rawValue)),
              ("justification", suppression.justification.map(JSONValue.string)),
            ])
          ])
        }
      ),
      (
        "properties",
        jsonObject([
          ("confidence", .string(finding.confidence.rawValue)),
          ("tags", finding.tags.isEmpty ? nil : .array(finding.tags.map { .string($0.rawValue) })),
        ])
      ),
    ])
  }

  private func fixes(_ finding: ReportedFinding) -> JSONValue? {
    let repairs = finding.fixes.filter { !$0.isSuppression && !$0.edits.isEmpty }
    guard !repairs.isEmpty else { return nil }
    return .array(
      repairs.map { fix in
        var documents: [String] = []
        for edit in fix.edits where !documents.contains(edit.document) { documents.append(edit.document) }
        return jsonObject([
          ("description", message(fix.title)),
          (
            "artifactChanges",
            .array(
              documents.map { document in
                jsonObject([
                  ("artifactLocation", artifact(document)),
                  (
                    "replacements",
                    .array(
                      fix.edits.filter { $0.document == document }.map { edit in
                        jsonObject([
                          ("deletedRegion", region(edit.range)),
                          (
                            "insertedContent",
                            edit.newText.isEmpty ? nil : jsonObject([("text", .string(edit.newText))])
                          ),
                        ])
                      })
                  ),
                ])
              })
          ),
          ("properties", jsonObject([("safety", .string(fix.safety.rawValue))])),
        ])
      })
  }

  private func message(_ text: String) -> JSONValue {
    // What looks like an embedded link would be read as one (3.11.6).
    guard text.contains("](") else { return jsonObject([("text", .string(text))]) }
    var escaped = ""
    for character in text {
      if character == "[" || character == "]" || character == "\\" { escaped.append("\\") }
      escaped.append(character)
    }
    return jsonObject([("text", .string(escaped))])
  }

  private func location(_ document: String, _ range: SourceRange, snippet: Excerpt? = nil) -> JSONValue {
    jsonObject([("physicalLocation", physicalLocation(document, range, snippet: snippet))])
  }

  private func physicalLocation(_ document: String, _ range: SourceRange, snippet: Excerpt? = nil) -> JSONValue {
    jsonObject([
      ("artifactLocation", artifact(document)),
      ("region", region(range)),
      (
        "contextRegion",
        snippet.flatMap { snippet in
          // Of a line that was cut the region would not be true.
          snippet.isCutAtStart || snippet.isCutAtEnd
            ? nil
            : jsonObject([
              ("startLine", JSONValue(range.start.line)),
              ("snippet", jsonObject([("text", .string(snippet.text))])),
            ])
        }
      ),
    ])
  }

  private func artifact(_ document: String) -> JSONValue {
    if document == context.standardInputKey { return jsonObject([("uri", "stdin.cs")]) }
    if let relative = context.pathStyle.relativeURI(document, to: context.baseFolder) {
      return jsonObject([
        ("uri", .string(relative)), ("uriBaseId", context.namesBaseFolder ? .string(SARIFWriter.base) : nil),
      ])
    }
    return jsonObject([("uri", .string(context.pathStyle.fileURI(document)))])
  }

  private func region(_ range: SourceRange) -> JSONValue {
    jsonObject([
      ("startLine", JSONValue(range.start.line)), ("startColumn", JSONValue(range.start.column)),
      ("endLine", JSONValue(range.end.line)), ("endColumn", JSONValue(range.end.column)),
    ])
  }

  private func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .suggestion: "note"
    case .off: "none"
    }
  }

  private func pascalCase(_ name: String) -> String {
    name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}

/// Markdown without its marks, for places that show plain text.
func plainText(_ markdown: String) -> String {
  var lines: [Substring] = []
  for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) where !line.hasPrefix("```") {
    lines.append(line.hasPrefix("#") ? line.drop { $0 == "#" }.drop { $0 == " " } : line)
  }
  return lines.joined(separator: "\n").filter { $0 != "`" }.replacingPairs("**", with: "")
}

extension String {
  /// The text with every occurrence of a two-character word replaced.
  fileprivate func replacingPairs(_ word: String, with replacement: String) -> String {
    split(separator: word, omittingEmptySubsequences: false).joined(separator: replacement)
  }
}
