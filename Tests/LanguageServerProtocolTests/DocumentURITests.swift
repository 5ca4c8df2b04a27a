import LanguageServerProtocol
import Testing

@Suite struct DocumentURITests {
  @Test(arguments: [
    ("file:///a/b.cs", "/a/b.cs"), ("file:/a/b.cs", "/a/b.cs"), ("FILE:///a/b.cs", "/a/b.cs"),
    ("file://localhost/a/b.cs", "/a/b.cs"), ("file:///a%20b/%C3%A4.cs", "/a b/ä.cs"), ("file:///a/./b/../c", "/a/c"),
    ("file:///a/b/", "/a/b"), ("file:///", "/"), ("file:///c%3A/x.cs", "C:/x.cs"), ("file:///c:/x.cs", "C:/x.cs"),
    ("file:///C:/x.cs", "C:/x.cs"), ("/plain/path", "/plain/path"), ("/plain/path/", "/plain/path"),
    ("file://server/share/a.cs", "//server/share/a.cs"), ("file:///a%2", "/a%2"), ("file:///a%zz", "/a%zz"),
    ("file:///../../a", "/a"), ("file:///a//b", "/a/b"), ("file:///a?query#fragment", "/a"),
    ("file:///a%23b%3Fc", "/a#b?c"), ("file:///a/.hidden", "/a/.hidden"),
  ])
  func paths(uri: String, path: String) {
    #expect(DocumentURI(uri).filePath == path)
    #expect(DocumentURI(uri).key == path)
    #expect(DocumentURI(uri).string == uri)
  }

  @Test(arguments: ["untitled:Untitled-1", "vscode-vfs://github/a/b.cs", "git:/a/b.cs", "", "relative/path", "file"])
  func otherSchemesHaveNoPath(uri: String) {
    #expect(DocumentURI(uri).filePath == nil)
  }

  @Test func otherSchemesAreComparedDecoded() {
    #expect(DocumentURI("untitled:a%20b").key == DocumentURI("untitled:a b").key)
    #expect(DocumentURI("untitled:a").key != DocumentURI("untitled:b").key)
  }

  @Test(arguments: [
    ("/a/b.cs", "file:///a/b.cs"), ("/a b/ä#?.cs", "file:///a%20b/%C3%A4%23%3F.cs"), ("C:\\a\\b", "file:///C:/a/b"),
    ("/100%", "file:///100%25"),
  ])
  func written(path: String, uri: String) {
    #expect(DocumentURI(path: path).string == uri)
  }

  @Test func pathsSurviveTheRoundTrip() {
    for path in ["/a", "/ä/ö ü", "/%41", "/a+b&c=d;e", "/[x]{y}", "/\u{1F600}"] {
      #expect(DocumentURI(path: path).filePath == path)
    }
  }
}
