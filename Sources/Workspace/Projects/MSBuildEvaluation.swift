/// An item of a project, such as a `Compile` or a `PackageReference`.
struct MSBuildItem: Sendable {
  /// As written after expansion; relative paths stay relative to the project's folder.
  var identity: String
  /// By name in lower case.
  var metadata: [String: String] = [:]
  var recursiveDirectory = ""

  subscript(_ name: String) -> String { metadata[name.asciiLowercased] ?? "" }
}

/// A remark about a project file, told to the user once.
package struct ProjectNote: Hashable, Sendable {
  package let file: String
  /// From 1; 0 if the note is about the whole file.
  package let line: Int
  package let message: String
  package let subject: WorkspaceNote.Subject

  package init(file: String, line: Int, message: String, subject: WorkspaceNote.Subject = .file) {
    self.file = file
    self.line = line
    self.message = message
    self.subject = subject
  }
}

/// What evaluations share: the disk and what was read from it.
final class MSBuildContext {
  let fileSystem: any FileSystem
  let directories: DirectoryCache
  let environment: DotNetEnvironment
  private var documents: [String: XMLDocument?] = [:]
  private var builtIn: [String: XMLDocument] = [:]
  private var globalJSON: [String: GlobalJSON] = [:]

  init(_ fileSystem: any FileSystem, _ environment: DotNetEnvironment) {
    self.fileSystem = fileSystem
    self.environment = environment
    directories = DirectoryCache(fileSystem)
  }

  func document(_ path: String) -> XMLDocument? {
    if let known = documents[path] { return known }
    let document = fileSystem.isFile(path) ? fileSystem.contents(path).map { XMLDocument($0) } : nil
    documents[path] = .some(document)
    return document
  }

  /// A document that is in no file: a file-based app's project, a test's.
  func setDocument(_ document: XMLDocument, at path: String) { documents[path] = .some(document) }

  func builtInDocument(_ path: String) -> XMLDocument? {
    if let known = builtIn[path] { return known }
    guard let text = BuiltInSDK.text(path) else { return nil }
    let document = XMLDocument(Array(text.utf8))
    builtIn[path] = document
    return document
  }

  func globalJSON(above folder: String) -> GlobalJSON {
    if let known = globalJSON[folder] { return known }
    var result = GlobalJSON()
    for ancestor in FilePath.ancestors(of: folder) {
      if let bytes = fileSystem.contents(FilePath.join(ancestor, "global.json")) {
        result = GlobalJSON(bytes)
        break
      }
    }
    globalJSON[folder] = result
    return result
  }
}

/// One evaluation of one project for one set of global properties: properties and imports in document order, then item
/// definitions, then items with the final properties, as MSBuild's passes are. Targets are not run.
final class MSBuildEvaluation: MSBuildScope {
  private enum Group {
    case itemDefinitions
    case items
  }

  let projectPath: String
  let projectDirectory: String
  private let context: MSBuildContext
  private let globalProperties: [String: String]
  /// Escaped values by name in lower case.
  private var properties: [String: String] = [:]
  private var items: [String: [MSBuildItem]] = [:]
  private var definitions: [String: [String: String]] = [:]
  private var deferred: [(group: Group, element: Int, document: XMLDocument, file: String)] = []
  private var currentFile: String
  private var areItemsKnown = false
  private var importDepth = 0
  /// How many elements and files deep the evaluation is; bounds the stack.
  private var nesting = 0
  /// Every file that was read, the project first; a change of one of them changes the result.
  private(set) var imports: [String] = []
  private var imported: Set<String> = []
  /// Names of the SDKs that the project uses, with versions as written.
  private(set) var sdks: [(name: String, version: String)] = []
  private(set) var notes: [ProjectNote] = []

  init(
    _ projectPath: String, context: MSBuildContext, globalProperties: [String: String] = [:]
  ) {
    self.projectPath = projectPath
    projectDirectory = FilePath.parent(projectPath)
    self.context = context
    currentFile = projectPath
    var globals: [String: String] = [:]
    for (name, value) in globalProperties { globals[name.asciiLowercased] = value }
    self.globalProperties = globals
    run()
  }

  private func run() {
    guard let document = context.document(projectPath), let root = document.root else {
      note(0, "the project can't be read")
      return
    }
    for problem in document.problems { note(problem.line, problem.message) }
    imports.append(projectPath)
    imported.insert(projectPath)
    let element = document.elements[root]
    var names = (element["Sdk"] ?? "").msbuildList
    for child in document.children(root) where child.name == "Sdk" {
      if let name = child["Name"] { names.append(name + (child["Version"].map { "/" + $0 } ?? "")) }
    }
    for name in names { importSDK(name, file: "Sdk.props", line: element.line, isProjectSDK: true) }
    evaluate(document, root, file: projectPath)
    for name in names.reversed() { importSDK(name, file: "Sdk.targets", line: element.line, isProjectSDK: true) }
    areItemsKnown = true
    for group in deferred where group.group == .itemDefinitions {
      currentFile = group.file
      evaluateDefinitions(group.document, group.element)
    }
    for group in deferred where group.group == .items {
      currentFile = group.file
      evaluateItems(group.document, group.element)
    }
    currentFile = projectPath
  }

  // MARK: Results

  /// The final value, unescaped; empty if undefined.
  subscript(_ property: String) -> String { MSBuildText.unescape(self.property(property)) }

  func isTrue(_ property: String) -> Bool { self[property].trimmed.equalsIgnoringASCIICase("true") }

  func items(_ type: String) -> [MSBuildItem] { items[type.asciiLowercased] ?? [] }

  /// The absolute path that an item's identity or a property's value stands for.
  func path(_ relative: String) -> String { FilePath.resolve(relative, in: projectDirectory) }

  func expand(_ text: String) -> String { MSBuildText.unescape(MSBuildExpander(self).expand(text)) }

  private func note(_ line: Int, _ message: String) {
    if notes.count < 50 { notes.append(ProjectNote(file: currentFile, line: line, message: message)) }
  }

  // MARK: Scope

  var baseDirectory: String { projectDirectory }
  var thisFileDirectory: String { FilePath.parent(currentFile) }

  func property(_ name: String) -> String {
    let key = name.asciiLowercased
    if let value = globalProperties[key] { return value }
    if key.hasPrefix("msbuild"), let value = reserved(key) { return value }
    if let value = properties[key] { return value }
    switch key {
    case "os": return MSBuildFunctions.isPlatform("windows") ? "Windows_NT" : "Unix"
    case "visualstudioversion": return "18.0"
    default: return context.environment.variable(name) ?? ""
    }
  }

  private func reserved(_ key: String) -> String? {
    switch key {
    case "msbuildprojectdirectory": projectDirectory
    case "msbuildprojectdirectorynoroot": String(projectDirectory.drop { $0 == "/" })
    case "msbuildprojectfile": FilePath.name(projectPath)
    case "msbuildprojectfullpath": projectPath
    case "msbuildprojectname": FilePath.stem(projectPath)
    case "msbuildprojectextension": FilePath.fileExtension(projectPath)
    case "msbuildthisfile": FilePath.name(currentFile)
    case "msbuildthisfiledirectory": FilePath.join(FilePath.parent(currentFile), "") + "/"
    case "msbuildthisfiledirectorynoroot": String(FilePath.parent(currentFile).drop { $0 == "/" }) + "/"
    case "msbuildthisfilefullpath": currentFile
    case "msbuildthisfilename": FilePath.stem(currentFile)
    case "msbuildthisfileextension": FilePath.fileExtension(currentFile)
    case "msbuildextensionspath", "msbuildextensionspath32", "msbuildextensionspath64", "msbuildtoolspath",
      "msbuildtoolspath32", "msbuildtoolspath64", "msbuildbinpath", "msbuildframeworktoolspath":
      BuiltInSDK.toolsFolder
    case "msbuildsdkspath": BuiltInSDK.toolsFolder + "/Sdks"
    case "msbuildruntimetype": "Core"
    case "msbuildtoolsversion": "Current"
    case "msbuildversion", "msbuildsemanticversion", "msbuildfileversion": "18.0.0"
    case "msbuildassemblyversion": "15.1"
    case "msbuildstartupdirectory": projectDirectory
    case "msbuildnodecount": "1"
    default: nil
    }
  }

  func environmentVariable(_ name: String) -> String? { context.environment.variable(name) }

  func fileExists(_ path: String) -> Bool {
    if BuiltInSDK.isInside(path) { return BuiltInSDK.text(path) != nil }
    return context.fileSystem.isFile(path)
  }

  func directoryExists(_ path: String) -> Bool { context.fileSystem.isDirectory(path) }

  func fileText(_ path: String) -> String? {
    guard let bytes = context.fileSystem.contents(path), bytes.count < 1 << 16 else { return nil }
    imports.append(path)
    return String(decoding: bytes, as: UTF8.self).trimmed
  }

  func itemList(_ name: String, transform: String?, separator: String) -> String? {
    guard areItemsKnown else { return "" }
    let list = items(name)
    guard let transform else { return list.map { MSBuildText.escape($0.identity) }.joined(separator: separator) }
    if transform.hasPrefix("'") {
      let pattern = MSBuildText.unquoted(transform)
      return list.prefix(10_000).map { item in
        MSBuildExpander(self, metadata: { self.metadata($0, of: item) }).expand(pattern)
      }.joined(separator: separator)
    }
    // An item function.
    let lower = transform.asciiLowercased
    if lower.hasPrefix("count(") { return String(list.count) }
    if lower.hasPrefix("anyhavemetadatavalue(") || lower.hasPrefix("hasmetadata(") { return "" }
    return list.map(\.identity).uniqued().joined(separator: separator)
  }

  /// Own metadata, well-known metadata, or empty.
  private func metadata(_ name: String, of item: MSBuildItem) -> String {
    let key = (name.split(separator: ".").last.map(String.init) ?? name).asciiLowercased
    let identity = item.identity
    switch key {
    case "identity": return identity
    case "filename": return FilePath.stem(FilePath.normalizedSeparators(identity))
    case "extension": return FilePath.fileExtension(FilePath.normalizedSeparators(identity))
    case "fullpath": return path(identity)
    case "rootdir": return "/"
    case "directory": return String(FilePath.parent(path(identity)).drop { $0 == "/" }) + "/"
    case "relativedir":
      let unified = FilePath.normalizedSeparators(identity)
      return unified.contains("/") ? FilePath.parent(unified) + "/" : ""
    case "recursivedir": return item.recursiveDirectory
    default: return item.metadata[key] ?? ""
    }
  }

  // MARK: Properties and imports

  private func condition(_ element: XMLDocument.Element) -> Bool {
    guard let text = element["Condition"] else { return true }
    if let result = MSBuildCondition.evaluate(text, MSBuildExpander(self)) { return result }
    note(element.line, "the condition \"\(text)\" can't be evaluated and counts as false")
    return false
  }

  private func evaluate(_ document: XMLDocument, _ index: Int, file: String) {
    let outer = currentFile
    currentFile = file
    defer { currentFile = outer }
    evaluateChildren(document, index)
  }

  private func evaluateChildren(_ document: XMLDocument, _ index: Int) {
    guard nesting < 200 else {
      note(document.elements[index].line, "elements are nested too deeply")
      return
    }
    nesting &+= 1
    defer { nesting &-= 1 }
    for child in document.elements[index].children {
      let element = document.elements[child]
      switch element.name {
      case "PropertyGroup":
        guard condition(element) else { continue }
        for property in document.children(child) where condition(property) {
          set(property.name, MSBuildExpander(self).expand(property.text.trimmed))
        }
      case "ItemGroup": deferred.append((.items, child, document, currentFile))
      case "ItemDefinitionGroup": deferred.append((.itemDefinitions, child, document, currentFile))
      case "Import":
        if condition(element) { evaluateImport(element) }
      case "ImportGroup":
        if condition(element) {
          for element in document.children(child) where element.name == "Import" && condition(element) {
            evaluateImport(element)
          }
        }
      case "Choose":
        let branches = document.elements[child].children
        let chosen =
          branches.first { document.elements[$0].name == "When" && condition(document.elements[$0]) }
          ?? branches.first { document.elements[$0].name == "Otherwise" }
        // As deep as elements nest at most.
        if let chosen { evaluateChildren(document, chosen) }
      default: break
      }
    }
  }

  private func set(_ name: String, _ value: String) {
    let key = name.asciiLowercased
    if globalProperties[key] == nil { properties[key] = value }
  }

  private func evaluateImport(_ element: XMLDocument.Element) {
    guard let project = element["Project"] else { return }
    if let sdk = element["Sdk"] {
      let version = element["Version"].map { "/" + $0 } ?? ""
      importSDK(expand(sdk) + version, file: expand(project), line: element.line)
      return
    }
    let paths = MSBuildExpander(self).expand(project).msbuildList.map(MSBuildText.unescape)
    for path in paths {
      if MSBuildGlob.isWildcard(path) {
        let matches = MSBuildGlob.matches(
          path, base: FilePath.parent(currentFile), excludes: MSBuildGlob.Excludes([], base: "/"),
          in: context.directories)
        for match in matches { importFile(match.path, line: element.line) }
      } else {
        importFile(FilePath.resolve(path, in: FilePath.parent(currentFile)), line: element.line)
      }
    }
  }

  private func importFile(_ path: String, line: Int) {
    guard importDepth < 40 else {
      note(line, "imports are nested too deeply")
      return
    }
    if BuiltInSDK.isInside(path) {
      // Targets of MSBuild itself: what matters of them is built in, the rest is about building.
      guard let document = context.builtInDocument(path), let root = document.root, imported.insert(path).inserted
      else { return }
      importDepth &+= 1
      evaluate(document, root, file: path)
      importDepth &-= 1
      return
    }
    guard imported.insert(path).inserted else { return }
    guard let document = context.document(path), let root = document.root else {
      note(line, "the imported file \(path) is not there")
      return
    }
    imports.append(path)
    importDepth &+= 1
    for problem in document.problems {
      if notes.count < 50 { notes.append(ProjectNote(file: path, line: problem.line, message: problem.message)) }
    }
    evaluate(document, root, file: path)
    importDepth &-= 1
  }

  /// - Parameter isProjectSDK: the project is one of this SDK's, and not only imports something from it.
  private func importSDK(_ reference: String, file: String, line: Int, isProjectSDK: Bool = false) {
    let parts = reference.split(separator: "/", maxSplits: 1).map { String($0).trimmed }
    guard let name = parts.first else { return }
    let key = name.asciiLowercased
    var version = parts.count > 1 ? parts[1] : ""
    if version.isEmpty {
      version = context.globalJSON(above: projectDirectory).sdkVersions[key] ?? ""
    }
    if !sdks.contains(where: { $0.name.equalsIgnoringASCIICase(name) }) { sdks.append((name, version)) }
    if let builtIn = BuiltInSDK.path(sdk: key, file: file) {
      importFile(builtIn, line: line)
      return
    }
    if let folder = context.environment.sdkFolder(key, version: version, fileSystem: context.fileSystem) {
      let path = FilePath.join(folder, file)
      if context.fileSystem.isFile(path) { importFile(path, line: line) }
      return
    }
    if file.equalsIgnoringASCIICase("Sdk.props") {
      let consequence = isProjectSDK ? "the project is read as one of Microsoft.NET.Sdk" : "what it sets is not known"
      note(line, "the SDK '\(name)' is not on this machine; \(consequence)")
    }
    if isProjectSDK, let fallback = BuiltInSDK.path(sdk: "microsoft.net.sdk", file: file) {
      importFile(fallback, line: line)
    }
  }

  // MARK: Items

  private static let reservedAttributes: Set<String> = [
    "include", "exclude", "remove", "update", "condition", "label", "keepduplicates", "keepmetadata", "removemetadata",
    "matchonmetadata", "matchonmetadataoptions",
  ]

  private static let maximumItems = 200_000

  private func evaluateDefinitions(_ document: XMLDocument, _ group: Int) {
    guard condition(document.elements[group]) else { return }
    for child in document.elements[group].children where condition(document.elements[child]) {
      let element = document.elements[child]
      for (name, value) in metadata(document, child) {
        definitions[element.name.asciiLowercased, default: [:]][name.asciiLowercased] = expand(value)
      }
    }
  }

  /// Child elements and attributes, unexpanded.
  private func metadata(_ document: XMLDocument, _ index: Int) -> [(name: String, value: String)] {
    var result: [(String, String)] = []
    for (name, value) in document.elements[index].attributes
    where !MSBuildEvaluation.reservedAttributes.contains(name.asciiLowercased) {
      result.append((name, value))
    }
    for child in document.children(index) {
      // Conditions on metadata may speak of the item's own; those can't be judged here and count as true.
      if let text = child["Condition"], !text.contains("%("), !condition(child) { continue }
      result.append((child.name, child.text.trimmed))
    }
    return result
  }

  private func evaluateItems(_ document: XMLDocument, _ group: Int) {
    guard condition(document.elements[group]) else { return }
    for child in document.elements[group].children {
      let element = document.elements[child]
      guard condition(element) else { continue }
      let type = element.name.asciiLowercased
      if let include = element["Include"] {
        let found = included(include, exclude: element["Exclude"] ?? "")
        let known = items[type]?.count ?? 0
        if known &+ found.count > MSBuildEvaluation.maximumItems {
          note(element.line, "more than \(MSBuildEvaluation.maximumItems) items of \(element.name)")
          continue
        }
        let defaults = definitions[type] ?? [:]
        let added = found.map { item in
          var item = item
          item.metadata = defaults.merging(item.metadata) { $1 }
          return item
        }
        items[type, default: []] += apply(metadata(document, child), to: added)
      } else if let remove = element["Remove"] {
        let matcher = ItemMatcher(specification(remove), self)
        items[type]?.removeAll { matcher.matches($0) }
      } else if let update = element["Update"] {
        let matcher = ItemMatcher(specification(update), self)
        let values = metadata(document, child)
        guard let old = items[type] else { continue }
        items[type] = old.map { item in
          matcher.matches(item) ? apply(values, to: [item]).first ?? item : item
        }
      }
    }
  }

  private func apply(_ values: [(name: String, value: String)], to items: [MSBuildItem]) -> [MSBuildItem] {
    if values.isEmpty { return items }
    var items = items
    for (name, value) in values {
      let key = name.asciiLowercased
      if value.contains("%(") {
        for index in items.indices {
          let item = items[index]
          items[index].metadata[key] = MSBuildText.unescape(
            MSBuildExpander(self, metadata: { self.metadata($0, of: item) }).expand(value))
        }
      } else {
        let expanded = expand(value)
        for index in items.indices { items[index].metadata[key] = expanded }
      }
    }
    return items
  }

  /// The parts of an item specification after expansion, unescaped.
  private func specification(_ text: String) -> [String] {
    MSBuildExpander(self).expand(text).msbuildList.map(MSBuildText.unescape)
  }

  private func included(_ include: String, exclude: String) -> [MSBuildItem] {
    let excludes = MSBuildGlob.Excludes(exclude.isEmpty ? [] : specification(exclude), base: projectDirectory)
    var result: [MSBuildItem] = []
    for raw in include.msbuildList {
      // "@(Other)" takes over the metadata.
      if raw.hasPrefix("@("), raw.hasSuffix(")"), !raw.contains("->"), !raw.contains(",") {
        let name = String(raw.dropFirst(2).dropLast()).trimmed
        result += items(name).filter { excludes.isEmpty || !excludes.contains(file: path($0.identity)) }
        continue
      }
      for part in MSBuildExpander(self).expand(raw).msbuildList {
        // A wildcard that was escaped is none.
        if MSBuildGlob.isWildcard(part) {
          let isAbsolute = FilePath.isAbsolute(FilePath.normalizedSeparators(part))
          let matches = MSBuildGlob.matches(
            MSBuildText.unescape(part), base: projectDirectory, excludes: excludes, in: context.directories)
          for match in matches {
            let identity = isAbsolute ? match.path : FilePath.relative(match.path, to: projectDirectory)
            result.append(MSBuildItem(identity: identity, recursiveDirectory: match.recursiveDirectory))
          }
        } else {
          let identity = MSBuildText.unescape(part)
          if excludes.isEmpty || !excludes.contains(file: path(identity)) {
            result.append(MSBuildItem(identity: identity))
          }
        }
      }
      if result.count > MSBuildEvaluation.maximumItems { break }
    }
    return result
  }

  /// Which items a `Remove` or `Update` speaks of.
  private struct ItemMatcher {
    private var names: Set<String> = []
    private var paths: Set<String> = []
    /// The last parts of the paths; an item with another one needs no path of its own.
    private var lastParts: Set<String> = []
    private var patterns: [PathPattern] = []
    private let evaluation: MSBuildEvaluation

    init(_ specification: [String], _ evaluation: MSBuildEvaluation) {
      self.evaluation = evaluation
      for part in specification {
        if MSBuildGlob.isWildcard(part) {
          let full = FilePath.join(evaluation.projectDirectory, FilePath.normalizedSeparators(part))
          patterns.append(PathPattern(MSBuildGlob.normalizePattern(full).utf8, ignoresCase: true, hasSets: false))
        } else {
          names.insert(part.asciiLowercased)
          let path = evaluation.path(part).asciiLowercased
          paths.insert(path)
          lastParts.insert(FilePath.name(path))
        }
      }
    }

    func matches(_ item: MSBuildItem) -> Bool {
      let identity = item.identity.asciiLowercased
      if names.contains(identity) { return true }
      if patterns.isEmpty {
        let last = FilePath.name(FilePath.normalizedSeparators(identity))
        if last != "..", last != ".", !lastParts.contains(last) { return false }
      }
      let path = evaluation.path(item.identity)
      if paths.contains(path.asciiLowercased) { return true }
      return !patterns.isEmpty && patterns.contains { $0.matches(pathSegments(path)[...]) }
    }
  }
}
