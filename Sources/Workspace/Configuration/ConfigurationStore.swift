/// Finds and remembers `.editorconfig` and `.globalconfig` files. Owned and used by one thread; what it returns is
/// immutable.
///
/// Precedence, as the .NET SDK has it: of `.editorconfig` files the one nearest to the file wins, of sections of one file
/// the later one; a global file's value counts where no `.editorconfig` has the key; of global files the higher
/// `global_level` wins, and two of the same level that contradict each other cancel out.
package final class ConfigurationStore {
  /// The files that speak for a folder, the outermost first. Folders without a file of their own share their parent's.
  private final class Chain {
    let files: [EditorConfigFile]
    /// By which sections match.
    var results: [[Bool]: [String: FileConfiguration]] = [:]

    init(_ files: [EditorConfigFile]) { self.files = files }
  }

  private let fileSystem: any FileSystem
  private var chains: [String: Chain] = [:]
  private var globalFolders: [String: [String]] = [:]
  private var parsed: [String: EditorConfigFile?] = [:]

  package init(_ fileSystem: any FileSystem) { self.fileSystem = fileSystem }

  /// Forgets everything; the next lookup reads the disk again.
  package func reload() {
    chains = [:]
    globalFolders = [:]
    parsed = [:]
  }

  /// Whether a change of the file changes what this store says.
  package static func isConfigurationFile(_ path: String) -> Bool {
    let name = FilePath.name(path)
    return name.equalsIgnoringASCIICase(".editorconfig") || name.equalsIgnoringASCIICase(".globalconfig")
      || name.hasSuffixIgnoringASCIICase(".globalconfig") || name.hasSuffixIgnoringASCIICase(".editorconfig")
  }

  /// - Parameters:
  ///   - path: absolute and normalized; the file need not exist.
  ///   - globalConfigFiles: those that the project names (`GlobalAnalyzerConfigFiles`). The `.globalconfig` files above
  ///     the file are found without.
  package func configuration(for path: String, globalConfigFiles: [String] = []) -> FileConfiguration {
    let folder = FilePath.parent(path)
    let chain = chain(of: folder)
    let globals = (globalFiles(above: folder) + globalConfigFiles).uniqued()
    let name = FilePath.name(path).unicodeScalars.map(\.value)
    var isMatch: [Bool] = []
    for file in chain.files {
      var relative: [UInt32]?
      for section in file.sections {
        if section.glob.matchesPath {
          let scalars =
            relative
            ?? FilePath.relative(path, to: file.folder).unicodeScalars.map(\.value)
          relative = scalars
          isMatch.append(section.glob.matches(scalars))
        } else {
          isMatch.append(section.glob.matches(name))
        }
      }
    }
    let files = globals.compactMap { parse($0) }.filter(\.isGlobal)
    // A global file's sections name one file each, so with such sections the result is the path's own.
    let hasPathSections = files.contains { $0.sections.contains { $0.name == path } }
    let globalKey = globals.joined(separator: "\n") + (hasPathSections ? "\n" + path : "")
    if let known = chain.results[isMatch]?[globalKey] { return known }

    var notes: [ConfigurationNote] = []
    var entries = ConfigurationStore.merge(global: files, path: path, notes: &notes)
    var index = 0
    for file in chain.files {
      notes += file.notes
      for section in file.sections {
        if isMatch[index] {
          for (key, entry) in section.entries {
            // `unset` takes back what an outer file or section said (EditorConfig specification).
            if entry.value.equalsIgnoringASCIICase("unset") { entries[key] = nil } else { entries[key] = entry }
          }
        }
        index &+= 1
      }
    }
    let result = FileConfiguration(entries, notes: notes)
    chain.results[isMatch, default: [:]][globalKey] = result
    return result
  }

  private static func merge(
    global files: [EditorConfigFile], path: String, notes: inout [ConfigurationNote]
  ) -> [String: ConfigurationEntry] {
    var values: [String: (level: Int, entry: ConfigurationEntry, isConflict: Bool)] = [:]
    for file in files {
      notes += file.notes
      var own: [String: ConfigurationEntry] = [:]
      for (key, entry) in file.globalEntries { own[key] = entry }
      for section in file.sections where section.name == path {
        for (key, entry) in section.entries { own[key] = entry }
      }
      for (key, entry) in own {
        if let old = values[key] {
          if old.level > file.globalLevel { continue }
          if old.level == file.globalLevel {
            if old.entry.value != entry.value { values[key]?.isConflict = true }
            continue
          }
        }
        values[key] = (file.globalLevel, entry, false)
      }
    }
    var result: [String: ConfigurationEntry] = [:]
    for (key, value) in values {
      if value.isConflict {
        notes.append(
          ConfigurationNote(
            key: key, file: value.entry.file, line: value.entry.line,
            message: "another global configuration file of the same level sets '\(key)' differently; neither counts"))
      } else {
        result[key] = value.entry
      }
    }
    return result
  }

  private func chain(of folder: String) -> Chain {
    if let known = chains[folder] { return known }
    // Downwards from the nearest folder that is known, so that no depth of folders overflows the stack.
    var missing: [String] = []
    var current = Chain([])
    for ancestor in FilePath.ancestors(of: folder) {
      if let known = chains[ancestor] {
        current = known
        break
      }
      missing.append(ancestor)
    }
    for ancestor in missing.reversed() {
      if let file = parse(FilePath.join(ancestor, ".editorconfig")), !file.isGlobal {
        current = Chain(file.isRoot ? [file] : current.files + [file])
      }
      chains[ancestor] = current
    }
    return current
  }

  private func globalFiles(above folder: String) -> [String] {
    if let known = globalFolders[folder] { return known }
    var missing: [String] = []
    var current: [String] = []
    for ancestor in FilePath.ancestors(of: folder) {
      if let known = globalFolders[ancestor] {
        current = known
        break
      }
      missing.append(ancestor)
    }
    for ancestor in missing.reversed() {
      for name in [".globalconfig", ".editorconfig"] {
        let path = FilePath.join(ancestor, name)
        if let file = parse(path), file.isGlobal { current.append(path) }
      }
      globalFolders[ancestor] = current
    }
    return current
  }

  private func parse(_ path: String) -> EditorConfigFile? {
    if let known = parsed[path] { return known }
    let file = fileSystem.contents(path).map { EditorConfigFile(path: path, bytes: $0) }
    parsed[path] = .some(file)
    return file
  }
}

extension Array where Element: Hashable {
  /// Keeps the first of equal elements.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
