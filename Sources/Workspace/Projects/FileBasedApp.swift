/// The `#:` directives of a program in one file (`dotnet run app.cs`), and the project that they stand for.
package struct FileBasedApp: Sendable {
  private(set) var sdks: [(name: String, version: String)] = []
  private(set) var properties: [(name: String, value: String)] = []
  private(set) var packages: [(name: String, version: String)] = []
  private(set) var projects: [String] = []
  private(set) var notes: [(line: Int, message: String)] = []
  /// The file begins with `#!` or has a directive.
  package private(set) var isApp = false

  /// Directives stand before the first token; comments and other directives may lie between.
  package init(_ bytes: [UInt8]) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    var number = 0
    var isInComment = false
    for raw in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number &+= 1
      if number > 500 { break }
      let line = String(decoding: raw, as: UTF8.self).trimmed
      if isInComment {
        isInComment = !line.contains("*/")
        continue
      }
      if line.isEmpty || line.hasPrefix("//") { continue }
      if line.hasPrefix("/*") {
        isInComment = !line.contains("*/")
        continue
      }
      if number == 1, line.hasPrefix("#!") {
        isApp = true
      } else if line.hasPrefix("#:") {
        isApp = true
        read(String(line.dropFirst(2)), number)
      } else if !line.hasPrefix("#") {
        break
      }
    }
  }

  private mutating func read(_ directive: String, _ line: Int) {
    guard let space = directive.utf8.firstIndex(where: isASCIISpace) else {
      notes.append((line, "the directive '#:\(directive)' has no value"))
      return
    }
    let value = String(directive[space...]).trimmed
    switch directive[..<space] {
    case "sdk": sdks.append(FileBasedApp.nameAndVersion(value))
    case "package": packages.append(FileBasedApp.nameAndVersion(value))
    case "project": projects.append(value)
    case "property":
      if let equals = value.firstIndex(of: "=") {
        properties.append((String(value[..<equals]).trimmed, String(value[value.index(after: equals)...]).trimmed))
      } else {
        notes.append((line, "'#:property' needs a name and a value: Name=Value"))
      }
    default: notes.append((line, "the directive '#:\(directive[..<space])' is not known"))
    }
  }

  /// `Name@1.0`, or with a blank as earlier previews wrote it.
  private static func nameAndVersion(_ text: String) -> (name: String, version: String) {
    let parts = text.split(maxSplits: 1) { $0 == "@" || $0 == " " }.map { String($0).trimmed }
    return (parts.first ?? "", parts.count > 1 ? parts[1] : "")
  }

  func projectText(source: String) -> String {
    func escaped(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
    let names = sdks.isEmpty ? [(name: "Microsoft.NET.Sdk", version: "")] : sdks
    let list = names.map { $0.version.isEmpty ? $0.name : "\($0.name)/\($0.version)" }.joined(separator: ";")
    var text = "<Project Sdk=\"\(escaped(list))\"><PropertyGroup>"
    text += "<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework>"
    text += "<ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable>"
    text += "<EnableDefaultCompileItems>false</EnableDefaultCompileItems>"
    for (name, value) in properties
    where !name.isEmpty && name.utf8.allSatisfy({ isASCIILetter($0) || isASCIIDigit($0) || $0 == UInt8(ascii: "_") }) {
      text += "<\(name)>\(escaped(value))</\(name)>"
    }
    text += "</PropertyGroup><ItemGroup>"
    text += "<Compile Include=\"\(escaped(MSBuildText.escape(source)))\"/>"
    for (name, version) in packages {
      text += "<PackageReference Include=\"\(escaped(name))\" Version=\"\(escaped(version))\"/>"
    }
    for project in projects { text += "<ProjectReference Include=\"\(escaped(project))\"/>" }
    return text + "</ItemGroup></Project>"
  }
}
