import CSharpSyntax
import Glibc

/// A source file to be read, and what the output calls it.
struct SourceFile {
  let path: String
  let name: String
}

/// Writes a line to standard error.
func complain(_ message: String) {
  writeAll(Array((message + "\n").utf8), to: 2)
}

/// Writes bytes to a file descriptor, however many calls that takes.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
  bytes.withUnsafeBufferPointer { writeAll($0, to: descriptor) }
}

func writeAll(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) {
  guard let base = bytes.baseAddress else { return }
  var written = 0
  while written < bytes.count {
    let step = write(descriptor, base + written, bytes.count - written)
    if step < 0 {
      if errno == EINTR { continue }
      return
    }
    written += step
  }
}

extension SourceFile {
  /// The files that some paths name: files as they are, folders with all `*.cs` below but for `bin`, `obj` and `.git`.
  /// Names are relative to the folder if it is the only path, else as typed. Sorted by name.
  static func list(_ paths: [String]) -> [SourceFile] {
    var files: [SourceFile] = []
    for path in paths {
      var status = stat()
      guard stat(path, &status) == 0 else {
        complain("\(path): not found")
        continue
      }
      if status.st_mode & S_IFMT == S_IFDIR {
        walk(path, paths.count == 1 ? "" : path, &files)
      } else {
        files.append(SourceFile(path: path, name: path))
      }
    }
    return files.sorted { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }
  }

  private static func walk(_ root: String, _ rootName: String, _ files: inout [SourceFile]) {
    var folders = [(root, rootName)]
    while let (folder, folderName) = folders.popLast() {
      guard let handle = opendir(folder) else { continue }
      defer { closedir(handle) }
      while let entry = readdir(handle) {
        let name = withUnsafePointer(to: entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name == "." || name == ".." { continue }
        let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
        let shown = folderName.isEmpty ? name : folderName.hasSuffix("/") ? folderName + name : folderName + "/" + name
        var status = stat()
        guard lstat(path, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR {
          if name != "bin", name != "obj", name != ".git" { folders.append((path, shown)) }
        } else if name.hasSuffix(".cs") {
          files.append(SourceFile(path: path, name: shown))
        }
      }
    }
  }

  /// The file's bytes; `nil`, with a word on standard error, if they can't be read.
  func read() -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      complain("\(path): can't be opened")
      return nil
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    let size = max(0, Int(status.st_size))
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = 0
      guard let base = buffer.baseAddress else { return }
      while count < size {
        let step = Glibc.read(descriptor, base + count, size - count)
        if step < 0, errno == EINTR { continue }
        if step <= 0 { return }
        count += step
      }
    }
  }
}

/// The options and paths that the subcommands share.
struct ParseArguments {
  var paths: [String] = []
  var flags: Set<String> = []
  var values: [String: String] = [:]

  var options: ParseOptions
  var files: [SourceFile] { SourceFile.list(paths) }

  /// Reads arguments; `nil`, with a word on standard error, if they make no sense.
  init?(_ arguments: [String], flags known: Set<String> = [], values valued: Set<String> = []) {
    options = ParseOptions(languageVersion: .csharp14)
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      guard argument.hasPrefix("--") else {
        paths.append(argument)
        continue
      }
      if known.contains(argument) {
        flags.insert(argument)
        continue
      }
      guard valued.contains(argument) || argument == "--define" || argument == "--langversion",
        index < arguments.count
      else {
        complain("\(argument): unknown, or without its value")
        return nil
      }
      let value = arguments[index]
      index += 1
      switch argument {
      case "--define": options.defines.formUnion(value.split(separator: ";").map(String.init))
      case "--langversion":
        guard let version = LanguageVersion(written: value) else {
          complain("\(value): no version of the language")
          return nil
        }
        options.languageVersion = version
      default: values[argument] = value
      }
    }
    if paths.isEmpty {
      complain("no path given")
      return nil
    }
  }
}
