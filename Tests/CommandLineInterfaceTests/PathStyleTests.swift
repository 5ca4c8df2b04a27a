import Testing

@testable import CommandLineInterface

@Suite struct PathStyleTests {
  @Test func posixPaths() {
    let style = PathStyle.posix
    #expect(style.absolute("a/../b/./c.cs", in: "/repo") == "/repo/b/c.cs")
    #expect(style.absolute("/x//y/", in: "/repo") == "/x/y")
    #expect(style.absolute("../../../..", in: "/repo") == "/")
    #expect(style.relative("/repo/a b/c.cs", to: "/repo") == "a b/c.cs")
    #expect(style.relative("/repository/c.cs", to: "/repo") == "/repository/c.cs")
    #expect(style.relative("/a.cs", to: "/") == "a.cs")
    #expect(style.contains(folder: "/", path: "/a"))
    #expect(!style.contains(folder: "/a/b", path: "/a"))
    #expect(style.folder(of: "/a/b.cs") == "/a")
    // A backslash is a letter here.
    #expect(style.portable("/repo/a\\b.cs", to: "/repo") == "a\\b.cs")
    #expect(style.fileURI("/re po/ä#%.cs") == "file:///re%20po/%C3%A4%23%25.cs")
    #expect(style.relativeURI("/repo/a\\b c:d.cs", to: "/repo") == "a%5Cb%20c%3Ad.cs")
    #expect(style.relativeURI("/else/a.cs", to: "/repo") == nil)
  }

  @Test func windowsPaths() {
    let style = PathStyle.windows
    #expect(style.isAbsolute("C:\\a"))
    #expect(style.isAbsolute("c:/a"))
    #expect(!style.isAbsolute("C:a"))
    #expect(!style.isAbsolute("a\\b"))
    #expect(style.absolute("src\\..\\a/b.cs", in: "C:\\repo") == "C:\\repo\\a\\b.cs")
    #expect(style.relative("c:\\Repo\\Ä b\\c.cs", to: "C:\\repo") == "Ä b\\c.cs")
    #expect(style.portable("C:\\repo\\a b\\c.cs", to: "C:\\repo") == "a b/c.cs")
    #expect(style.portable("D:\\x\\c.cs", to: "C:\\repo") == "D:/x/c.cs")
    #expect(style.fileURI("C:\\re po\\ä.cs") == "file:///C:/re%20po/%C3%A4.cs")
    #expect(style.fileURI("\\\\server\\share\\a.cs") == "file://server/share/a.cs")
    #expect(style.relativeURI("C:\\repo\\a\\b.cs", to: "C:\\repo") == "a/b.cs")
    #expect(!style.contains(folder: "C:\\repo", path: "D:\\repo\\a"))
  }
}
