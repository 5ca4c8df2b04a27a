import DotNetMetadata
import Glibc
import Workspace

/// `awaitwise-dev metadata DLL|DIR… [--public] [--references DIR|DLL]… [--out FILE]`
enum MetadataCommand {
  static func run(_ arguments: [String]) -> Int32 {
    var subjects: [String] = []
    var references: [String] = []
    var publicOnly = false
    var out: String?
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--public": publicOnly = true
      case "--timing": return timing(of: Array(rest))
      case "--references":
        guard let value = rest.popFirst() else { return usage("--references needs a path") }
        references.append(value)
      case "--out":
        guard let value = rest.popFirst() else { return usage("--out needs a path") }
        out = value
      default:
        if argument.hasPrefix("--") { return usage("unknown option \(argument)") }
        subjects.append(argument)
      }
    }
    guard !subjects.isEmpty else { return usage("no assembly given") }
    var failed = false
    let output = text(of: subjects, references: references, publicOnly: publicOnly) { error in
      complain("\(error)")
      failed = true
    }
    if let out {
      guard FileTree.write(output, to: out) else {
        complain("\(out): can't be written")
        return 1
      }
    } else {
      writeAll(output, to: 1)
    }
    return failed ? 1 : 0
  }

  /// `metadata --timing DLL|DIR…`: what opening assemblies, indexing their names, and the built-in catalogue cost. The
  /// best of five rounds.
  private static func timing(of paths: [String]) -> Int32 {
    func best(_ body: () -> Void) -> Duration {
      (0..<5).map { _ in ContinuousClock().measure(body) }.min() ?? .zero
    }
    let files = FileTree.assemblies(in: paths)
    var images: [AssemblyImage] = []
    let opening = best { images = files.compactMap { try? AssemblyImage(path: $0) } }
    var set = ReferenceSet([])
    let indexing = best { set = ReferenceSet(images) }
    let types = set.namespaces.all.reduce(0) { $0 + $1.types.count }
    print("\(images.count) assemblies opened in \(opening), \(types) types indexed in \(indexing)")
    let catalogue = best {
      set = Catalogue.builtIn?.references(target: .net10, layers: [Catalogue.FrameworkLayer.web]) ?? set
    }
    print("catalogue for a web project: \(set.images.count) images opened and indexed in \(catalogue)")
    return 0
  }

  /// All lines of all subjects.
  static func text(
    of subjects: [String], references: [String], publicOnly: Bool, report: (MetadataError) -> Void
  ) -> [UInt8] {
    func open(_ paths: [String]) -> [AssemblyImage] {
      var images: [AssemblyImage] = []
      for path in FileTree.assemblies(in: paths) {
        do throws(MetadataError) {
          images.append(try AssemblyImage(path: path))
        } catch {
          if error.reason != .notManaged { report(error) }
        }
      }
      return images
    }
    let printed = open(subjects)
    // Of one name in the reference folders the highest version is taken; subjects may be there in several.
    var winners: [String: AssemblyImage] = [:]
    var order: [String] = []
    for image in open(references) {
      let name = image.name.string.lowercased()
      if let other = winners[name] {
        if other.version < image.version { winners[name] = image }
      } else {
        winners[name] = image
        order.append(name)
      }
    }
    let firstSubject = order.count
    let images = order.compactMap { winners[$0] } + printed
    let set = ReferenceSet(images)
    var output: [UInt8] = []
    for (position, image) in printed.enumerated() {
      let index = firstSubject + position
      guard image.isAssembly, !set.shadowed.contains(index) else { continue }
      var types: [(id: [UInt16], lines: [UInt8])] = []
      for file in image.moduleFiles {
        guard let module = set.assembly(named: file), !set.images[module].isAssembly else { continue }
        var printer = MetadataPrinter(
          references: set, index: module, publicOnly: publicOnly, assembly: image.name.string)
        types += printer.run()
      }
      var printer = MetadataPrinter(references: set, index: index, publicOnly: publicOnly)
      types += printer.run()
      types.sort { $0.id.lexicographicallyPrecedes($1.id) }
      for type in types { output += type.lines }
    }
    return output
  }

  private static func usage(_ message: String) -> Int32 {
    complain(
      """
      \(message)
      usage: awaitwise-dev metadata [--timing] DLL|DIR... [--public] [--references DIR|DLL]... [--out FILE]
      """)
    return 2
  }
}

/// Files and folders, as far as these chores need them.
enum FileTree {
  /// The `.dll`, `.exe` and `.winmd` files among paths and below folders, sorted.
  static func assemblies(in paths: [String]) -> [String] {
    files(in: paths) { name in
      let lower = name.lowercased()
      return lower.hasSuffix(".dll") || lower.hasSuffix(".winmd")
    }
  }

  static func files(in paths: [String], where isWanted: (String) -> Bool) -> [String] {
    var result: [String] = []
    func walk(_ path: String) {
      guard let directory = opendir(path) else { return }
      defer { closedir(directory) }
      var names: [String] = []
      while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { names.append(name) }
      }
      names.sort { $0.utf16.lexicographicallyPrecedes($1.utf16) }
      for name in names {
        let child = path + "/" + name
        if isDirectory(child) {
          walk(child)
        } else if isWanted(name) {
          result.append(child)
        }
      }
    }
    for path in paths {
      if isDirectory(path) { walk(path) } else { result.append(path) }
    }
    result.sort { $0.utf16.lexicographicallyPrecedes($1.utf16) }
    return result
  }

  /// The names of the folders directly inside one, sorted.
  static func folders(in path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix("."), isDirectory(path + "/" + name) { names.append(name) }
    }
    return names.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
  }

  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func write(_ bytes: [UInt8], to path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    writeAll(bytes, to: descriptor)
    return true
  }
}
