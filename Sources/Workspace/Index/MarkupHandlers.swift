import CSharpSyntax
import ConcurrencyRules
import Synchronization

/// A project's markup, looked for when somebody asks.
struct ProjectMarkup: Markup {
  let index: ProjectIndex
  let project: IndexedProject

  func attaches(_ method: String, ofType type: String) -> Bool {
    index.handlers(of: project).attaches(method, ofType: type)
  }
}

/// The methods that a project's XAML names as handlers, by the type whose markup it is. Read when somebody asks first.
final class MarkupHandlers: Sendable {
  private let paths: [String]
  private let fileSystem: any FileSystem
  private let namesByType = Mutex<[String: Set<String>]?>(nil)

  /// - Parameter paths: markup files of all sorts.
  init(_ paths: [String], _ fileSystem: any FileSystem) {
    self.paths = paths.filter { path in MarkupHandlers.suffixes.contains { path.hasSuffixIgnoringASCIICase($0) } }
    self.fileSystem = fileSystem
  }

  /// Markup that is compiled to a part of a type.
  static let suffixes = [".xaml", ".axaml"]

  func attaches(_ method: String, ofType type: String) -> Bool {
    if paths.isEmpty { return false }
    return namesByType.withLock { known in
      if let known { return known[type]?.contains(method) ?? false }
      let read = read()
      known = read
      return read[type]?.contains(method) ?? false
    }
  }

  private func read() -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    for path in paths {
      guard let bytes = try? fileSystem.read(path), let (type, names) = MarkupHandlers.handlers(in: bytes) else {
        continue
      }
      result[type, default: []].formUnion(names)
    }
    return result
  }

  /// The type of a XAML document, and the names that may be methods of it.
  static func handlers(in bytes: [UInt8]) -> (type: String, names: Set<String>)? {
    let document = XMLDocument(bytes)
    guard
      // Names come without their prefix, `x:`.
      let type = document.elements.first?.attributes.first(where: { $0.name == "Class" })?.value, !type.isEmpty
    else { return nil }
    var names: Set<String> = []
    for element in document.elements {
      for (name, value) in element.attributes {
        if !notEvents.contains(name), let method = method(value) { names.insert(method) }
      }
    }
    return (type, names)
  }

  /// Attributes that are no events, whatever the element: their values are texts or names of other things.
  private static let notEvents: Set<String> = [
    "Name", "Class", "Key", "Uid", "Text", "Content", "Header", "Title", "Tag", "ToolTip", "Placeholder",
    "PlaceholderText", "Watermark", "Description", "Label", "Style", "Property", "Value", "ElementName", "TargetName",
    "TargetType", "DataType", "Source", "FieldModifier", "ClassModifier", "AutomationId",
  ]

  /// `OnClick`, or the function of `{x:Bind OnClick}`.
  private static func method(_ value: String) -> String? {
    let bytes = Array(value.utf8)
    if isName(bytes[...]) { return value }
    let binding = Array("{x:Bind".utf8)
    guard bytes.starts(with: binding) else { return nil }
    var rest = bytes[binding.count...].drop { $0 == UInt8(ascii: " ") }
    let path = Array("Path=".utf8)
    if rest.starts(with: path) { rest = rest.dropFirst(path.count) }
    let name = rest.prefix { byte in !", }(".utf8.contains(byte) }
    return isName(name) ? String(decoding: name, as: UTF8.self) : nil
  }

  private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return false }
    return bytes.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF:
        return true
      default: return false
      }
    }
  }
}
