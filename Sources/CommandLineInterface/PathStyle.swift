/// How the system writes paths. Paths stay strings: they are handed on as the system gave them.
package enum PathStyle: Sendable {
  case posix
  /// `C:\folder\file`; a slash separates too.
  case windows

  package static var current: PathStyle {
    #if os(Windows)
      .windows
    #else
      .posix
    #endif
  }

  var separator: Character { self == .windows ? "\\" : "/" }

  func isSeparator(_ character: Character) -> Bool {
    character == "/" || self == .windows && character == "\\"
  }

  /// `C:` of a path that begins so.
  private func drive(_ path: String) -> Substring? {
    guard self == .windows else { return nil }
    let start = path.prefix(2)
    guard start.count == 2, start.last == ":", let letter = start.first, letter.isASCII, letter.isLetter else {
      return nil
    }
    return start
  }

  func isAbsolute(_ path: String) -> Bool {
    if let first = path.first, isSeparator(first) { return true }
    guard drive(path) != nil else { return false }
    return path.dropFirst(2).first.map(isSeparator) ?? false
  }

  /// The absolute path without `.`, `..` and doubled separators; links are not followed.
  func absolute(_ path: String, in folder: String) -> String {
    normalized(isAbsolute(path) ? path : folder + String(separator) + path)
  }

  /// The root (`/`, `C:\`, `\\server\share\`) and the names below it.
  private func parts(of path: String) -> (root: String, names: [Substring]) {
    var rest = Substring(path)
    var root = ""
    if let drive = drive(path) {
      root = drive.uppercased()
      rest = rest.dropFirst(2)
    } else if self == .windows, path.hasPrefix("\\\\") || path.hasPrefix("//") {
      // A share: its server's name belongs to the root.
      let names = rest.split(whereSeparator: isSeparator)
      return ("\\\\" + (names.first.map(String.init) ?? "") + "\\", Array(names.dropFirst()))
    }
    if let first = rest.first, isSeparator(first) { root.append(separator) }
    return (root, rest.split(whereSeparator: isSeparator))
  }

  func normalized(_ path: String) -> String {
    let (root, names) = parts(of: path)
    var kept: [Substring] = []
    for name in names {
      switch name {
      case ".": continue
      case "..":
        if let last = kept.last, last != ".." {
          kept.removeLast()
        } else if root.isEmpty {
          kept.append(name)
        }
      default: kept.append(name)
      }
    }
    let joined = root + kept.joined(separator: String(separator))
    return joined.isEmpty ? "." : joined
  }

  func folder(of path: String) -> String {
    let (root, names) = parts(of: path)
    let joined = root + names.dropLast().joined(separator: String(separator))
    return joined.isEmpty ? "." : joined
  }

  /// The names from the folder down to the path; `nil` if the path does not lie in the folder. Both are absolute.
  private func names(of path: String, below folder: String) -> [Substring]? {
    let (pathRoot, pathNames) = parts(of: path)
    let (folderRoot, folderNames) = parts(of: folder)
    guard isSame(pathRoot, folderRoot), pathNames.count >= folderNames.count else { return nil }
    for (a, b) in zip(pathNames, folderNames) where !isSame(String(a), String(b)) { return nil }
    return Array(pathNames.dropFirst(folderNames.count))
  }

  private func isSame(_ a: String, _ b: String) -> Bool {
    self == .windows ? a.lowercased() == b.lowercased() : a == b
  }

  /// Whether the path is the folder or lies below it. Both are absolute and normalized.
  func contains(folder: String, path: String) -> Bool { names(of: path, below: folder) != nil }

  /// The path as people write it who stand in the folder; the absolute path where it lies elsewhere.
  func relative(_ path: String, to folder: String) -> String {
    guard let names = names(of: path, below: folder), !names.isEmpty else { return path }
    return names.joined(separator: String(separator))
  }

  /// The relative path with slashes, as reports for other machines need it; absolute where it lies elsewhere.
  func portable(_ path: String, to folder: String) -> String {
    if let names = names(of: path, below: folder), !names.isEmpty { return names.joined(separator: "/") }
    return self == .windows ? String(path.map { $0 == "\\" ? "/" : $0 }) : path
  }

  /// The path as a percent-encoded `file:` URI (RFC 8089).
  func fileURI(_ path: String) -> String {
    let (root, names) = parts(of: path)
    let encoded = names.map { PathStyle.percentEncoded($0) }.joined(separator: "/")
    if root.hasPrefix("\\\\") {
      return "file://" + PathStyle.percentEncoded(root.filter { $0 != "\\" }) + "/" + encoded
    }
    return "file:///" + (root.isEmpty || root == "/" ? "" : root.filter { $0 != "\\" } + "/") + encoded
  }

  /// The path as a percent-encoded reference relative to the folder's URI; `nil` where it lies elsewhere.
  func relativeURI(_ path: String, to folder: String) -> String? {
    guard let names = names(of: path, below: folder), !names.isEmpty else { return nil }
    let encoded = names.map { PathStyle.percentEncoded($0) }.joined(separator: "/")
    // A colon in the first segment would be read as a scheme (RFC 3986, 4.2), but it is always encoded.
    return encoded
  }

  /// Encodes everything but RFC 3986's unreserved characters and the harmless delimiters.
  static func percentEncoded(_ text: some StringProtocol) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 0x41...0x5a, 0x61...0x7a, 0x30...0x39, 0x2d, 0x2e, 0x5f, 0x7e, 0x21, 0x24, 0x26, 0x28, 0x29, 0x2b, 0x2c,
        0x3d, 0x40:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += "%" + hexadecimal(byte)
      }
    }
    return result
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}
