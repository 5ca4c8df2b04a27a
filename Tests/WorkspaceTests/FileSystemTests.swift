import Foundation
import Testing

@testable import Workspace

@Suite struct FilePathTests {
  @Test(arguments: [
    ("/a/b/../c", "/a/c"), ("/a/./b//c/", "/a/b/c"), ("a\\b\\..\\c", "a/c"), ("/..", "/"), ("../x", "../x"), (".", "."),
    ("a/../..", ".."), ("/", "/"), ("", "."),
  ])
  func normalize(_ path: String, _ expected: String) { #expect(FilePath.normalize(path) == expected) }

  @Test func parts() {
    #expect(FilePath.parent("/a/b") == "/a")
    #expect(FilePath.parent("/a") == "/")
    #expect(FilePath.parent("/") == "/")
    #expect(FilePath.name("/a/b.c") == "b.c")
    #expect(FilePath.stem("/a/b.c.d") == "b.c")
    #expect(FilePath.fileExtension("/a.b/c") == "")
    #expect(FilePath.resolve("..\\x.cs", in: "/a/b") == "/a/x.cs")
    #expect(FilePath.relative("/a/b/c", to: "/a/x/y") == "../../b/c")
    #expect(FilePath.relative("/a/b", to: "/a") == "b")
    #expect(FilePath.inside("/ab/c", "/a") == nil)
    #expect(FilePath.inside("/a", "/a") == "")
    #expect(FilePath.ancestors(of: "/a/b") == ["/a/b", "/a", "/"])
  }
}

@Suite struct LocalFileSystemTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test func writesAtomicallyAndKeepsTheMode() throws {
    try withFolder { folder in
      let path = folder + "/a.cs"
      try Data("old".utf8).write(to: URL(fileURLWithPath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
      let fileSystem = LocalFileSystem()
      let before = try #require(fileSystem.status(of: path))
      let text = Array(String(repeating: "new ", count: 100_000).utf8)
      try fileSystem.writeAtomically(text, to: path)
      #expect(try fileSystem.read(path) == text)
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o640)
      #expect(fileSystem.status(of: path)?.identity != before.identity)
      #expect(fileSystem.list(folder).map(\.name) == ["a.cs"])
    }
  }

  @Test func writesThroughLinksAndNewFiles() throws {
    try withFolder { folder in
      let fileSystem = LocalFileSystem()
      try fileSystem.writeAtomically(Array("1".utf8), to: folder + "/a.cs")
      try FileManager.default.createSymbolicLink(atPath: folder + "/l.cs", withDestinationPath: folder + "/a.cs")
      try fileSystem.writeAtomically(Array("2".utf8), to: folder + "/l.cs")
      #expect(try fileSystem.read(folder + "/a.cs") == Array("2".utf8))
      let link = fileSystem.list(folder).first { $0.name == "l.cs" }
      #expect(link?.isSymbolicLink == true)
      #expect(link?.kind == .file)
    }
  }

  @Test func failuresNameTheFile() throws {
    try withFolder { folder in
      let fileSystem = LocalFileSystem()
      #expect(throws: FileError.self) { try fileSystem.read(folder) }
      do throws(FileError) {
        _ = try fileSystem.read(folder + "/none.cs")
        Issue.record("reading nothing succeeded")
      } catch {
        #expect(error.isNotFound)
        #expect(error.description.contains("none.cs"))
      }
      #expect(throws: FileError.self) { try fileSystem.writeAtomically([], to: folder + "/no/folder.cs") }
      #expect(throws: FileError.self) { try fileSystem.writeAtomically([], to: folder) }
      #expect(fileSystem.list(folder).isEmpty)
    }
  }

  @Test func findsFilesOnDisk() throws {
    try withFolder { folder in
      for path in ["a.cs", "bin/b.cs", "s/c.cs", "s/t/d.cs"] {
        let url = URL(fileURLWithPath: folder + "/" + path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data().write(to: url)
      }
      try FileManager.default.createSymbolicLink(atPath: folder + "/s/loop", withDestinationPath: folder)
      let found = FileDiscovery(LocalFileSystem()).files(below: [folder])
      #expect(found.sources == ["a.cs", "s/c.cs", "s/t/d.cs"].map { folder + "/" + $0 })
    }
  }
}
