import Testing

@testable import Workspace

@Suite struct XMLDocumentTests {
  private func read(_ text: String) -> XMLDocument { XMLDocument(Array(text.utf8)) }

  @Test func elementsAttributesAndText() throws {
    let document = read(
      """
      \u{FEFF}<?xml version="1.0"?>
      <!DOCTYPE x [ <!ENTITY e "v"> ]>
      <!-- <no/> -->
      <Project xmlns="http://x" Sdk='A &amp; B'>
        <m:Name  Condition = "a
      b">one &lt;&#65;&#x42; <![CDATA[<raw>]]>&unknown;</m:Name>
        <Empty/>
      </Project>
      """)
    let root = try #require(document.root)
    #expect(document.elements[root].name == "Project")
    #expect(document.elements[root]["sdk"] == "A & B")
    let children = document.children(root)
    #expect(children.map(\.name) == ["Name", "Empty"])
    #expect(children[0]["Condition"] == "a b")
    #expect(children[0].text == "one <AB <raw>&unknown;")
    #expect(children[0].line == 5)
    #expect(children[1].line == 7)
    #expect(document.problems.isEmpty)
  }

  @Test(arguments: [
    "<a><b></a>", "<a", "<a b", "<a b=", "<a b=\"x", "<a><b>text", "</a>", "<a></b></a>", "<<a>", "text only",
    "<a b=c d>x</a>",
  ])
  func damage(_ text: String) {
    let document = read(text)
    #expect(!document.problems.isEmpty || document.elements.count <= 1)
  }

  @Test func whatStandsBeforeTheMistakeIsRead() throws {
    let document = read("<Project><PropertyGroup><A>1</A><B>2<C>3</PropertyGroup><ItemGroup/></Project>")
    let root = try #require(document.root)
    #expect(document.children(root).map(\.name) == ["PropertyGroup", "ItemGroup"])
    #expect(document.elements.first { $0.name == "A" }?.text == "1")
  }

  @Test func utf16() {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in "<a>ä</a>".utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(XMLDocument(bytes).elements.first?.text == "ä")
  }

  @Test func depthAndSizeAreBounded() {
    let deep = read(String(repeating: "<a>", count: 100_000))
    #expect(deep.elements.count == 100_000)
    var depth = 0
    var index = 0
    while let next = deep.elements[index].children.first {
      index = next
      depth += 1
    }
    #expect(depth <= XMLDocument.maximumDepth)
    let wide = read("<a>" + String(repeating: "x<b/>", count: 100_000) + "</a>")
    #expect(wide.elements[0].text.utf8.count == 100_000)
  }

  @Test func anyBytesAreRead() {
    var random = SeededRandom(seed: 11)
    let words = [
      "<", ">", "/", "</", "/>", "<a", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "<!D", "[", "]", "=", "\"", "'",
      "a", " ",
      "&", "&lt;", "&#", ";", "\n", "é", "Project", "PropertyGroup",
    ].map { Array($0.utf8) }
    for _ in 0..<2000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<40, using: &random) {
        bytes += words.randomElement(using: &random) ?? []
      }
      if Bool.random(using: &random), let index = bytes.indices.randomElement(using: &random) {
        bytes[index] = UInt8.random(in: 0...255, using: &random)
      }
      let document = XMLDocument(bytes)
      for element in document.elements {
        for child in element.children { #expect(document.elements.indices.contains(child)) }
      }
    }
  }
}
