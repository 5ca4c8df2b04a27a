import JSONRPC

/// The C# projects that a solution names: `.sln`, `.slnx` or `.slnf`.
package struct SolutionFile: Sendable {
  /// Absolute paths, in the order of the file, without doubles.
  package private(set) var projects: [String] = []
  package private(set) var notes: [ProjectNote] = []

  /// - Parameter path: decides the format by its extension.
  package init(path: String, fileSystem: any FileSystem) {
    guard let bytes = fileSystem.contents(path) else {
      notes.append(ProjectNote(file: path, line: 0, message: "the solution can't be read"))
      return
    }
    let folder = FilePath.parent(path)
    switch FilePath.fileExtension(path).asciiLowercased {
    case ".slnx": readXML(bytes, path, folder)
    case ".slnf": readFilter(bytes, path, folder)
    default: readText(bytes, folder)
    }
    projects = projects.filter { $0.hasSuffixIgnoringASCIICase(".csproj") }.uniqued()
  }

  private mutating func readXML(_ bytes: [UInt8], _ path: String, _ folder: String) {
    let document = XMLDocument(bytes)
    for problem in document.problems {
      notes.append(ProjectNote(file: path, line: problem.line, message: problem.message))
    }
    for element in document.elements where element.name == "Project" {
      if let project = element["Path"] { projects.append(FilePath.resolve(project, in: folder)) }
    }
  }

  private mutating func readFilter(_ bytes: [UInt8], _ path: String, _ folder: String) {
    let json: JSONValue
    do {
      json = try JSONValue(parsing: JSONText.withoutComments(bytes))
    } catch {
      notes.append(ProjectNote(file: path, line: 0, message: "\(error)"))
      return
    }
    // The projects' paths are relative to the solution, not to the filter.
    let solution = json["solution"]?["path"]?.stringValue ?? ""
    let base = solution.isEmpty ? folder : FilePath.parent(FilePath.resolve(solution, in: folder))
    for project in json["solution"]?["projects"]?.arrayValue ?? [] {
      if let project = project.stringValue { projects.append(FilePath.resolve(project, in: base)) }
    }
  }

  /// `Project("{type}") = "name", "path", "{id}"`.
  private mutating func readText(_ bytes: [UInt8], _ folder: String) {
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let text = String(line).trimmed
      guard text.hasPrefix("Project(") else { continue }
      let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
      // Project( | type | ) =  | name | ,  | path | , | id |
      if parts.count > 5 { projects.append(FilePath.resolve(String(parts[5]), in: folder)) }
    }
  }
}
