/// Folder contents, read once. Reset by making a new one.
final class DirectoryCache {
  struct Listing {
    var files: [String] = []
    var folders: [(name: String, isSymbolicLink: Bool)] = []
  }

  let fileSystem: any FileSystem
  private var listings: [String: Listing] = [:]

  init(_ fileSystem: any FileSystem) { self.fileSystem = fileSystem }

  /// Ordered by name.
  func listing(_ folder: String) -> Listing {
    if let known = listings[folder] { return known }
    var listing = Listing()
    let entries = fileSystem.list(folder).sorted { FilePath.precedes($0.name, $1.name) }
    for entry in entries {
      switch entry.kind {
      case .file: listing.files.append(entry.name)
      case .directory: listing.folders.append((entry.name, entry.isSymbolicLink))
      case .other: break
      }
    }
    listings[folder] = listing
    return listing
  }
}

/// The files that an item's `Include` with wildcards stands for.
enum MSBuildGlob {
  struct Match {
    let path: String
    /// What `**` stood for, with a slash at its end; the metadata `RecursiveDir`.
    let recursiveDirectory: String
  }

  /// Excludes of one item, compiled.
  struct Excludes {
    private var patterns: [PathPattern] = []
    private var literals: Set<String> = []

    /// - Parameter paths: absolute or relative to `base`.
    init(_ paths: [String], base: String) {
      for path in paths {
        let full = FilePath.join(base, FilePath.normalizedSeparators(path))
        if isWildcard(path) {
          patterns.append(PathPattern(MSBuildGlob.normalizePattern(full).utf8, ignoresCase: true, hasSets: false))
        } else {
          literals.insert(FilePath.normalize(full))
        }
      }
    }

    var isEmpty: Bool { patterns.isEmpty && literals.isEmpty }

    func contains(file path: String, _ segments: [ArraySlice<UInt8>]) -> Bool {
      literals.contains(path) || patterns.contains { $0.matches(segments[...]) }
    }

    func contains(file path: String) -> Bool {
      if literals.contains(path) { return true }
      if patterns.isEmpty { return false }
      return contains(file: path, pathSegments(path))
    }

    /// Everything below the folder is excluded.
    func prunes(_ segments: [ArraySlice<UInt8>]) -> Bool {
      patterns.contains { $0.endsInAnyDepth && $0.matches(segments[...]) }
    }
  }

  static func isWildcard(_ text: String) -> Bool {
    text.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
  }

  /// Removes `.` and resolves `..` as far as it stands before the first wildcard.
  static func normalizePattern(_ pattern: String) -> String {
    var parts: [Substring] = []
    var seenWildcard = false
    for part in pattern.split(separator: "/") {
      if part == "." { continue }
      if part == "..", !seenWildcard, !parts.isEmpty {
        parts.removeLast()
        continue
      }
      if isWildcard(String(part)) { seenWildcard = true }
      parts.append(part)
    }
    return (pattern.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// - Parameter pattern: absolute or relative to `base`.
  static func matches(_ pattern: String, base: String, excludes: Excludes, in cache: DirectoryCache) -> [Match] {
    let full = normalizePattern(FilePath.join(base, FilePath.normalizedSeparators(pattern)))
    var parts = full.split(separator: "/").map(String.init)
    guard let firstWildcard = parts.firstIndex(where: isWildcard) else { return [] }
    let prefix = Array(parts[..<firstWildcard])
    parts.removeFirst(firstWildcard)
    // "/**" is a slip, such as an undefined property before "/**/*.cs"; MSBuild refuses it as well.
    if prefix.isEmpty { return [] }
    let root = "/" + prefix.joined(separator: "/")
    let rest = PathPattern(parts.joined(separator: "/").utf8, ignoresCase: true, hasSets: false)
    let isDeep = parts.contains("**")
    let maximumDepth = isDeep ? 64 : parts.count &- 1
    var found: [Match] = []
    var visited = 0
    var stack: [(folder: String, segments: [ArraySlice<UInt8>])] = [(root, pathSegments(root))]
    let rootDepth = prefix.count
    let recursiveStart = parts.firstIndex(of: "**") ?? 0
    while let (folder, segments) = stack.popLast() {
      visited &+= 1
      if visited > 200_000 { break }
      if !excludes.isEmpty, excludes.prunes(segments) { continue }
      let listing = cache.listing(folder)
      for name in listing.files {
        let path = FilePath.join(folder, name)
        let fileSegments = segments + [Array(name.utf8)[...]]
        guard rest.matches(fileSegments[rootDepth...]) else { continue }
        if !excludes.isEmpty, excludes.contains(file: path, fileSegments) { continue }
        var recursive = ""
        if isDeep, segments.count > rootDepth &+ recursiveStart {
          recursive =
            segments[(rootDepth &+ recursiveStart)...].map { String(decoding: $0, as: UTF8.self) }
            .joined(separator: "/") + "/"
        }
        found.append(Match(path: path, recursiveDirectory: recursive))
      }
      if segments.count &- rootDepth >= maximumDepth { continue }
      for (name, isLink) in listing.folders.reversed() {
        let path = FilePath.join(folder, name)
        if isLink, let real = cache.fileSystem.realPath(path), FilePath.isInside(path, real) { continue }
        stack.append((path, segments + [Array(name.utf8)[...]]))
      }
    }
    return found
  }
}
