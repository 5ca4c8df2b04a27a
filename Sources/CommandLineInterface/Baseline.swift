import JSONRPC

/// The findings that a team has decided to live with: how often each fingerprint occurs in each file.
struct Baseline: Equatable {
  /// By portable path, then rule and fingerprint.
  private(set) var counts: [String: [Key: Int]] = [:]

  struct Key: Hashable, Comparable {
    let ruleID: String
    /// ``Fingerprint/hash``.
    let hash: String

    static func < (a: Key, b: Key) -> Bool { (a.ruleID, a.hash) < (b.ruleID, b.hash) }
  }

  /// The version of the file's shape.
  static let version: Int64 = 1

  init() {}

  /// Records all findings.
  init(_ files: [FileReport], path: (String) -> String) {
    for file in files {
      for finding in file.findings {
        counts[path(file.document), default: [:]][
          Key(ruleID: finding.ruleID, hash: finding.fingerprint.hash), default: 0] += 1
      }
    }
  }

  /// Moves what is recorded out of the findings, as suppressed from outside.
  ///
  /// - Returns: how many those are.
  func apply(to files: inout [FileReport], path: (String) -> String) -> Int {
    var total = 0
    for index in files.indices {
      guard var left = counts[path(files[index].document)] else { continue }
      var kept: [ReportedFinding] = []
      for finding in files[index].findings {
        let key = Key(ruleID: finding.ruleID, hash: finding.fingerprint.hash)
        guard let count = left[key], count > 0 else {
          kept.append(finding)
          continue
        }
        left[key] = count - 1
        total += 1
        files[index].suppressed.append(
          ReportedSuppression(finding: finding, kind: .external, justification: "recorded in the baseline"))
      }
      files[index].findings = kept
    }
    return total
  }

  /// What is wrong with a baseline file.
  struct FormatError: Error {
    let message: String
  }

  init(parsing bytes: [UInt8]) throws(FormatError) {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: bytes)
    } catch {
      throw FormatError(message: "it is not JSON (\(error))")
    }
    guard let version = value["version"]?.integerValue else {
      throw FormatError(message: "it is not a baseline of awaitwise")
    }
    guard version == Baseline.version else {
      throw FormatError(message: "its version is \(version), this program knows \(Baseline.version)")
    }
    guard let findings = value["findings"]?.arrayValue else {
      throw FormatError(message: "it is not a baseline of awaitwise")
    }
    for finding in findings {
      guard let path = finding["path"]?.stringValue, let rule = finding["rule"]?.stringValue,
        let hash = finding["fingerprint"]?.stringValue, let count = finding["count"]?.integerValue
      else { throw FormatError(message: "an entry lacks 'path', 'rule', 'fingerprint' or 'count'") }
      counts[path, default: [:]][Key(ruleID: rule, hash: hash), default: 0] += Int(clamping: min(count, 1 << 30))
    }
  }

  /// The file: one entry a line, ordered, so that versions of it compare well.
  func serialized() -> [UInt8] {
    var lines: [String] = []
    for (path, keys) in counts.sorted(by: { $0.key < $1.key }) {
      for (key, count) in keys.sorted(by: { $0.key < $1.key }) {
        let entry: JSONValue = [
          "path": .string(path), "rule": .string(key.ruleID), "fingerprint": .string(key.hash),
          "count": .integer(Int64(count)),
        ]
        lines.append("    " + String(decoding: entry.serialized(), as: UTF8.self))
      }
    }
    let body = lines.isEmpty ? "[]" : "[\n" + lines.joined(separator: ",\n") + "\n  ]"
    return Array("{\n  \"version\": \(Baseline.version),\n  \"findings\": \(body)\n}\n".utf8)
  }
}
