import CSharpSyntax
import Glibc

/// The executable that prints the C# compiler's trees.
struct RoslynTool {
  let path: String

  static func find(_ given: String?) -> RoslynTool? {
    if let given { return RoslynTool(path: given) }
    guard let value = getenv("AWAITWISE_ROSLYN") else { return nil }
    let path = String(cString: value)
    return path.isEmpty ? nil : RoslynTool(path: path)
  }

  /// The trees of all files below the paths.
  func trees(of paths: [String], options: ParseOptions, withTokens: Bool = false) -> RoslynOutput? {
    var arguments = ["tree", "--langversion", written(options.languageVersion)]
    if !withTokens { arguments.append("--nodes") }
    if !options.defines.isEmpty { arguments += ["--define", options.defines.sorted().joined(separator: ";")] }
    let out = "/tmp/awaitwise-roslyn-\(getpid()).txt"
    arguments += ["--out", out]
    guard execute(arguments + paths), let output = RoslynOutput(path: out) else {
      complain("\(path): failed")
      unlink(out)
      return nil
    }
    return output
  }

  private func written(_ version: LanguageVersion) -> String {
    let major = version.rawValue / 100
    let minor = version.rawValue % 100
    return minor == 0 ? String(major) : "\(major).\(minor)"
  }

  /// Runs the tool to its end; whether it succeeded.
  func execute(_ arguments: [String]) -> Bool { start(arguments)?.wait() ?? false }

  /// Runs the tool beside this program; `nil` if it can't be started.
  func start(_ arguments: [String]) -> Process? {
    var pointers = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var child = pid_t()
    guard posix_spawn(&child, path, nil, nil, &pointers, environ) == 0 else { return nil }
    return Process(id: child)
  }

  /// The tool at work; has to be waited for once.
  struct Process {
    fileprivate let id: pid_t

    /// Whether it succeeded.
    func wait() -> Bool {
      var status: Int32 = 0
      while waitpid(id, &status, 0) < 0, errno == EINTR {}
      return status == 0
    }
  }
}

/// What the tool printed, mapped into memory.
final class RoslynOutput {
  private let path: String
  private let bytes: UnsafeBufferPointer<UInt8>

  init?(path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0,
      let address = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED
    else { return nil }
    self.path = path
    bytes = UnsafeBufferPointer(
      start: UnsafePointer(address.assumingMemoryBound(to: UInt8.self)), count: Int(status.st_size))
  }

  func remove() {
    munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    unlink(path)
  }

  /// One file's tree: the lines behind the heading.
  struct File {
    let name: String
    let errorCount: Int
    let lines: UnsafeBufferPointer<UInt8>
  }

  func forEachFile(_ body: (File) -> Void) {
    var index = 0
    while index < bytes.count {
      let headerEnd = end(of: index)
      let header = String(decoding: bytes[index..<headerEnd], as: UTF8.self)
      var next = min(headerEnd + 1, bytes.count)
      let start = next
      while next < bytes.count, bytes[next] != UInt8(ascii: "#") { next = min(end(of: next) + 1, bytes.count) }
      body(file(header, UnsafeBufferPointer(rebasing: bytes[start..<next])))
      index = next
    }
  }

  private func end(of start: Int) -> Int {
    guard let base = bytes.baseAddress, start < bytes.count,
      let found = memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start)
    else { return bytes.count }
    return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
  }

  /// `# NAME bytes=N errors=N`
  private func file(_ header: String, _ lines: UnsafeBufferPointer<UInt8>) -> File {
    let parts = header.dropFirst(2).split(separator: " ", omittingEmptySubsequences: false)
    let errors = parts.last.flatMap { Int($0.dropFirst("errors=".count)) } ?? 0
    return File(name: parts.dropLast(2).joined(separator: " "), errorCount: errors, lines: lines)
  }
}
