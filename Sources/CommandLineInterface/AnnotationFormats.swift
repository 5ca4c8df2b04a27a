import ConcurrencyRules
import JSONRPC

/// Workflow commands of GitHub Actions, which show findings beside the changed lines.
func gitHubAnnotations(_ report: RunReport, context: FormatContext) -> String {
  var text = ""
  for file in report.files {
    for finding in file.findings {
      let command =
        switch finding.severity {
        case .error: "error"
        case .warning: "warning"
        case .suggestion, .off: "notice"
        }
      var properties = [
        ("file", context.path(file.document)), ("line", String(finding.range.start.line)),
        ("endLine", String(finding.range.end.line)),
      ]
      // Columns are understood only where both lie on one line.
      if finding.range.start.line == finding.range.end.line {
        properties += [
          ("col", String(finding.range.start.column)), ("endColumn", String(finding.range.end.column)),
        ]
      }
      properties.append(("title", finding.ruleID + (context.rule(finding.ruleID).map { " " + $0.name } ?? "")))
      let list = properties.map { "\($0)=\(escapedForWorkflow($1, isProperty: true))" }.joined(separator: ",")
      text += "::\(command) \(list)::\(escapedForWorkflow(finding.message, isProperty: false))\n"
    }
  }
  for problem in report.problems {
    text += "::error title=awaitwise::\(escapedForWorkflow(problem.message, isProperty: false))\n"
  }
  return text
}

private func escapedForWorkflow(_ text: String, isProperty: Bool) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "%": result += "%25"
    case "\r": result += "%0D"
    case "\n": result += "%0A"
    case ":" where isProperty: result += "%3A"
    case "," where isProperty: result += "%2C"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// JUnit's XML, as CI servers read it: a suite for each file, a failed case for each finding at the threshold.
func junitReport(_ report: RunReport, context: FormatContext) -> String {
  let failures = report.findings.reduce(0) { $0 + ($1.severity >= context.threshold ? 1 : 0) }
  let cases = report.files.reduce(0) { $0 + max(1, $1.findings.count) } + report.problems.count
  let time = "\(report.nanoseconds / 1_000_000_000).\(padded(report.nanoseconds / 1_000_000 % 1000))"
  var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  xml += "<testsuites name=\"awaitwise\" tests=\"\(cases)\" failures=\"\(failures)\" "
  xml += "errors=\"\(report.problems.count)\" time=\"\(time)\">\n"
  for file in report.files {
    let path = context.path(file.document)
    let failed = file.findings.filter { $0.severity >= context.threshold }.count
    xml += "  <testsuite name=\(quoted(path)) tests=\"\(max(1, file.findings.count))\" failures=\"\(failed)\" "
    xml += "errors=\"0\">\n"
    if file.findings.isEmpty { xml += "    <testcase name=\"awaitwise\" classname=\(quoted(path))/>\n" }
    for finding in file.findings {
      let place = "\(finding.range.start.line):\(finding.range.start.column)"
      xml += "    <testcase name=\(quoted("\(finding.ruleID) at \(place)")) classname=\(quoted(path)) "
      xml += "file=\(quoted(path)) line=\"\(finding.range.start.line)\">\n"
      let text = "\(path):\(place): \(finding.severity.name) \(finding.ruleID): \(finding.message)"
      if finding.severity >= context.threshold {
        xml += "      <failure type=\(quoted(finding.severity.name)) message=\(quoted(finding.message))>"
        xml += "\(escapedForXML(text))</failure>\n"
      } else {
        xml += "      <system-out>\(escapedForXML(text))</system-out>\n"
      }
      xml += "    </testcase>\n"
    }
    xml += "  </testsuite>\n"
  }
  if !report.problems.isEmpty {
    xml += "  <testsuite name=\"awaitwise\" tests=\"\(report.problems.count)\" failures=\"0\" "
    xml += "errors=\"\(report.problems.count)\">\n"
    for problem in report.problems {
      let name = problem.path.map(context.path) ?? "arguments"
      xml += "    <testcase name=\(quoted(name)) classname=\"awaitwise\">\n"
      xml += "      <error type=\"input\" message=\(quoted(problem.message))/>\n    </testcase>\n"
    }
    xml += "  </testsuite>\n"
  }
  return xml + "</testsuites>\n"
}

private func padded(_ milliseconds: UInt64) -> String {
  let digits = String(milliseconds)
  return String(repeating: "0", count: 3 - digits.count) + digits
}

private func quoted(_ text: String) -> String { "\"\(escapedForXML(text))\"" }

/// The text for XML's and HTML's content and quoted attributes; what XML 1.0 has no way to write is replaced.
func escapedForXML(_ text: some StringProtocol) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    case "\n": result += "&#10;"
    case "\r": result += "&#13;"
    case "\t": result += "&#9;"
    default:
      let isWritable = scalar.value >= 0x20 && scalar.value != 0xfffe && scalar.value != 0xffff
      result.unicodeScalars.append(isWritable ? scalar : "\u{fffd}")
    }
  }
  return result
}

/// Code Climate's issues as GitLab reads them: one array, paths relative without `./`, unique fingerprints.
func codeClimateIssues(_ report: RunReport, context: FormatContext) -> JSONValue {
  var issues: [JSONValue] = []
  for file in report.files {
    let path = context.path(file.document)
    for finding in file.findings {
      var hash = StableHash()
      hash.combine(path)
      hash.combine(finding.ruleID)
      hash.combine(finding.fingerprint.text)
      let severity =
        switch finding.severity {
        case .error: "critical"
        case .warning: "major"
        case .suggestion, .off: "info"
        }
      issues.append(
        jsonObject([
          ("type", "issue"),
          ("check_name", .string(finding.ruleID)),
          ("description", .string(finding.message)),
          (
            "content",
            context.rule(finding.ruleID).map { rule in
              jsonObject([("body", .string(RulePage(rule).markdown))])
            }
          ),
          ("categories", .array([.string(category(context.rule(finding.ruleID)))])),
          ("severity", .string(severity)),
          ("fingerprint", .string(hash.digits)),
          (
            "location",
            jsonObject([
              ("path", .string(path)),
              (
                "lines",
                jsonObject([
                  ("begin", JSONValue(finding.range.start.line)), ("end", JSONValue(finding.range.end.line)),
                ])
              ),
            ])
          ),
        ]))
    }
  }
  return .array(issues)
}

private func category(_ rule: RuleDescriptor?) -> String {
  switch rule?.category {
  case .offloading, .blocking: "Performance"
  default: "Bug Risk"
  }
}
