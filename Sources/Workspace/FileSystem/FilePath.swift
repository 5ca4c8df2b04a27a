/// Operations on absolute or relative paths with `/` between their parts. Nothing here touches the disk.
package enum FilePath {
  /// Joins a folder and a path; an absolute path stands for itself.
  package static func join(_ folder: String, _ path: String) -> String {
    if path.isEmpty { return folder }
    if isAbsolute(path) || folder.isEmpty { return path }
    return folder.utf8.last == slash ? folder + path : folder + "/" + path
  }

  package static func isAbsolute(_ path: String) -> Bool { path.utf8.first == slash }

  /// Removes `.`, `..` and doubled slashes; turns `\` into `/`, as MSBuild does outside Windows.
  package static func normalize(_ path: String) -> String {
    if isNormal(path) { return path }
    var parts: [Substring.UTF8View] = []
    let absolute = path.utf8.first == slash || path.utf8.first == backslash
    for part in path.utf8.split(whereSeparator: { $0 == slash || $0 == backslash }) {
      if part.elementsEqual([dot]) { continue }
      if part.elementsEqual([dot, dot]) {
        if let last = parts.last, !last.elementsEqual([dot, dot]) {
          parts.removeLast()
          continue
        }
        if absolute { continue }
      }
      parts.append(part)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(path.utf8.count)
    if absolute { bytes.append(slash) }
    for (index, part) in parts.enumerated() {
      if index > 0 { bytes.append(slash) }
      bytes.append(contentsOf: part)
    }
    return bytes.isEmpty ? "." : String(decoding: bytes, as: UTF8.self)
  }

  /// Whether there is nothing to normalize, which holds for most paths and is found out without allocating.
  private static func isNormal(_ path: String) -> Bool {
    var previous: UInt8 = 0
    var partLength = 0
    var isDotted = true
    for byte in path.utf8 {
      if byte == backslash { return false }
      if byte == slash {
        if previous == slash || (isDotted && partLength > 0) { return false }
        partLength = 0
        isDotted = true
      } else {
        partLength &+= 1
        if byte != dot || partLength > 2 { isDotted = false }
      }
      previous = byte
    }
    return partLength > 0 && !isDotted
  }

  /// `path` seen from `folder`, normalized.
  package static func resolve(_ path: String, in folder: String) -> String {
    let unified = path.utf8.contains(backslash) ? normalizedSeparators(path) : path
    return normalize(isAbsolute(unified) ? unified : join(folder, unified))
  }

  package static func normalizedSeparators(_ path: String) -> String {
    path.utf8.contains(backslash)
      ? String(decoding: path.utf8.map { $0 == backslash ? slash : $0 }, as: UTF8.self) : path
  }

  /// The folder that holds the path; `/` for a path directly below the root and for the root itself.
  package static func parent(_ path: String) -> String {
    guard let index = path.utf8.lastIndex(of: slash) else { return "." }
    return index == path.startIndex ? "/" : String(path[..<index])
  }

  package static func name(_ path: String) -> String {
    guard let index = path.utf8.lastIndex(of: slash) else { return path }
    return String(path[path.utf8.index(after: index)...])
  }

  /// With its dot; empty if there is none.
  package static func fileExtension(_ path: String) -> String {
    let name = name(path)
    guard let index = name.utf8.lastIndex(of: dot) else { return "" }
    return String(name[index...])
  }

  /// The last part without its extension.
  package static func stem(_ path: String) -> String {
    let name = name(path)
    guard let index = name.utf8.lastIndex(of: dot) else { return name }
    return String(name[..<index])
  }

  /// Both normalized; `path` itself if it shares nothing with `folder` but the root.
  package static func relative(_ path: String, to folder: String) -> String {
    if let inner = inside(path, folder) { return inner }
    let from = folder.utf8.split(separator: slash)
    let to = path.utf8.split(separator: slash)
    var common = 0
    while common < from.count, common < to.count, from[common].elementsEqual(to[common]) { common &+= 1 }
    var parts = Array(repeating: "..", count: from.count &- common)
    parts += to[common...].map { String(Substring($0)) }
    return parts.joined(separator: "/")
  }

  /// What remains of `path` below `folder`; `nil` if it lies elsewhere; empty for the folder itself.
  package static func inside(_ path: String, _ folder: String) -> String? {
    if path == folder { return "" }
    let prefix = folder.utf8
    if folder == "/" { return path.utf8.first == slash ? String(path.dropFirst()) : nil }
    guard path.utf8.count > prefix.count, path.utf8.starts(with: prefix) else { return nil }
    let index = path.utf8.index(path.startIndex, offsetBy: prefix.count)
    guard path.utf8[index] == slash else { return nil }
    return String(path[path.utf8.index(after: index)...])
  }

  package static func isInside(_ path: String, _ folder: String) -> Bool { inside(path, folder) != nil }

  /// The folder itself and all above it, nearest first.
  package static func ancestors(of folder: String) -> [String] {
    var result = [folder]
    var current = folder
    while current != "/", current != "." {
      let next = parent(current)
      if next == current { break }
      current = next
      result.append(current)
    }
    return result
  }

  /// Order by bytes, so that it is the same everywhere.
  package static func precedes(_ a: String, _ b: String) -> Bool {
    a.utf8.withContiguousStorageIfAvailable { left in
      b.utf8.withContiguousStorageIfAvailable { right in
        for index in 0..<min(left.count, right.count) where left[index] != right[index] {
          return left[index] < right[index]
        }
        return left.count < right.count
      }
    }.flatMap(\.self) ?? a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  private static let slash = UInt8(ascii: "/")
  private static let backslash = UInt8(ascii: "\\")
  private static let dot = UInt8(ascii: ".")
}

extension String {
  /// ASCII letters only; what configuration keys, property names and file extensions need.
  package var asciiLowercased: String {
    guard utf8.contains(where: { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }) else { return self }
    return String(
      decoding: utf8.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  package func equalsIgnoringASCIICase(_ other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8) { asciiLowercase($0) == asciiLowercase($1) }
  }

  func hasPrefixIgnoringASCIICase(_ prefix: String) -> Bool {
    utf8.count >= prefix.utf8.count && zip(utf8, prefix.utf8).allSatisfy { asciiLowercase($0) == asciiLowercase($1) }
  }

  func hasSuffixIgnoringASCIICase(_ suffix: String) -> Bool {
    utf8.count >= suffix.utf8.count
      && zip(utf8.reversed(), suffix.utf8.reversed()).allSatisfy { asciiLowercase($0) == asciiLowercase($1) }
  }

  /// Without ASCII white space at both ends.
  var trimmed: String {
    let bytes = utf8
    guard let start = bytes.firstIndex(where: { !isASCIISpace($0) }),
      let end = bytes.lastIndex(where: { !isASCIISpace($0) })
    else { return "" }
    return String(self[start...end])
  }

  /// The parts between semicolons, trimmed, without empty ones: an MSBuild list.
  var msbuildList: [String] {
    utf8.split(separator: UInt8(ascii: ";")).map { String(Substring($0)).trimmed }.filter { !$0.isEmpty }
  }
}

func asciiLowercase(_ byte: UInt8) -> UInt8 {
  byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}

func isASCIISpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
func isASCIIDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
func isASCIILetter(_ byte: UInt8) -> Bool {
  let lower = byte | 0x20
  return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
}
