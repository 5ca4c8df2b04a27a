import ConcurrencyRules
import JSONRPC

/// What formats need besides the findings.
struct FormatContext {
  let rules: [RuleDescriptor]
  let version: String
  let pathStyle: PathStyle
  /// Absolute; paths are written relative to it.
  let baseFolder: String
  /// Whether reports name the base folder, because somebody chose it.
  let namesBaseFolder: Bool
  let threshold: Severity
  let standardInputKey: String

  /// With slashes, relative where the document lies below the base folder.
  func path(_ document: String) -> String {
    document == standardInputKey ? "<stdin>" : pathStyle.portable(document, to: baseFolder)
  }

  func rule(_ id: String) -> RuleDescriptor? { rules.first { $0.id == id } }
}

/// The report in any format but text, which depends on the terminal.
func rendered(_ report: RunReport, as format: ReportFormat, context: FormatContext) -> [UInt8] {
  switch format {
  case .text: []
  case .json: Array((jsonReport(report, context: context).prettyPrinted() + "\n").utf8)
  case .sarif: Array((sarifLog(report, context: context).prettyPrinted() + "\n").utf8)
  case .github: Array(gitHubAnnotations(report, context: context).utf8)
  case .junit: Array(junitReport(report, context: context).utf8)
  case .codeclimate: Array((codeClimateIssues(report, context: context).prettyPrinted() + "\n").utf8)
  case .html: Array(htmlReport(report, context: context).utf8)
  }
}

/// The object of the members that have a value, in this order. No format writes `null`.
func jsonObject(_ members: [(String, JSONValue?)]) -> JSONValue {
  var object = JSONObject()
  for (key, value) in members where value?.isNull == false { object.append(key, ifPresent: value) }
  return .object(object)
}

extension JSONValue {
  init(_ text: String) { self = .string(text) }
  init(_ number: Int) { self = .integer(Int64(number)) }
}
