import Foundation
import Testing

@testable import CommandLineInterface

@Suite struct HTMLFormatTests {
  private func page(_ program: TestProgram, _ arguments: String...) -> String {
    program.run(["check", ".", "--format=html"] + arguments).output
  }

  @Test func findingsAreShownWithLinesAroundCaretsAndFix() {
    let program = TestProgram([
      "/repo/App/a.cs": "one\ntwo\nthree\n\tvar x = OFFLOAD(f<T>);\nfive\nsix\nseven\n", "/repo/clean.cs": "",
    ])
    let html = page(program)
    #expect(
      html.contains(
        """
        <pre class="source"><code><span class="number">2 </span>two
        <span class="number">3 </span>three
        <span class="number">4 </span>    var x = <mark>OFFLOAD</mark>(f&lt;T&gt;);
        <span class="number">  </span><span class="carets" aria-hidden="true">            ^^^^^^^</span>
        <span class="number">5 </span>five
        <span class="number">6 </span>six
        </code></pre>
        """))
    #expect(html.contains("<p class=\"fix\">Fix: Remove OFFLOAD (safe)</p>"))
    #expect(
      html.contains(
        """
        <pre class="diff"><code><span class="same">  three</span>
        <del>-     var x = OFFLOAD(f&lt;T&gt;);
        </del><ins>+     var x = f&lt;T&gt;;
        </ins><span class="same">  five</span>
        </code></pre>
        """))
    #expect(html.contains("data-file=\"App/a.cs\" data-project=\"App\" data-severity=\"warning\""))
    #expect(html.contains("<span class=\"badge warning\">1 warning</span> 1 with a safe fix in 2 files"))
  }

  @Test func whatAllLinesAreIndentedByIsLeftOut() {
    let html = page(TestProgram(["/repo/a.cs": "\n\t\tif (x)\n\n\t\t\tOFFLOAD(f);\n\n\t\treturn;\n"]))
    #expect(
      html.contains(
        """
        <pre class="source"><code><span class="number">2 </span>if (x)
        <span class="number">3 </span>
        <span class="number">4 </span>    <mark>OFFLOAD</mark>(f);
        <span class="number">  </span><span class="carets" aria-hidden="true">    ^^^^^^^</span>
        <span class="number">5 </span>
        <span class="number">6 </span>return;
        </code></pre>
        """))
    #expect(html.contains("<pre class=\"diff\"><code><del>- OFFLOAD(f);\n</del><ins>+ f;\n</ins></code></pre>"))
  }

  @Test func theChartIsOrderedAndScaled() {
    let program = TestProgram(["/repo/a.cs": "MEH MEH MEH MEH OFFLOAD(x) FATAL"])
    let html = page(program)
    let bars = html.matches(of: /data-rule="(AW\d+)" aria-pressed="false">.*?width:([\d.]+)%.*?"count">(\d+)</)
    #expect(bars.map { String($0.1) } == ["AW104", "AW101", "AW311"])
    #expect(bars.map { String($0.2) } == ["100.0", "25.0", "25.0"])
    #expect(bars.map { String($0.3) } == ["4", "1", "1"])
  }

  @Test func fixesInOtherFilesAndFarApartAreShown() {
    let program = TestProgram(["/repo/a.cs": "FAR", "/repo/far.cs": "far away\n"])
    let html = page(program)
    #expect(html.contains("<del>- FAR\n</del><ins>+ near\n</ins>"))
    #expect(
      html.contains(
        "<p class=\"place\">far.cs</p>\n<pre class=\"diff\"><code><del>- far away\n</del><ins>+ Far away\n</ins>"))
    let table = SourceLines(Array("1\n2\n3\n4\n5\n6\n7\n8\n9".utf8))
    let preview = table.preview([
      .init(range: .init(0, 1), newText: "one"), .init(range: .init(16, 17), newText: "nine"),
    ])
    #expect(preview.map(\.kind) == [.removed, .added, .same, .gap, .same, .removed, .added])
    #expect(preview.map(\.text) == ["1", "one", "2", "", "8", "9", "nine"])
  }

  @Test func nothingFromTheSourceBecomesMarkup() {
    let program = TestProgram([
      "/repo/<img src=x>&\"'.cs": "</code></script><script>alert(1)</script> OFFLOAD(\u{202e}<b>\u{0})"
    ])
    program.files.makeUnreadable("/repo/<b>.cs")
    program.files.set("/repo/<b>.cs", [0x61])
    let html = page(program, "<i>")
    #expect(html.components(separatedBy: "<script>").count == 2)
    #expect(!html.contains("<img") && !html.contains("<b>") && !html.contains("<i>"))
    #expect(!html.unicodeScalars.contains("\u{202e}"))
    #expect(wellFormed(html))
  }

  @Test func thePageNeedsNothingElse() {
    let html = page(TestProgram(["/repo/a.cs": "OFFLOAD(x) MEH SPAN[a\nb]"]))
    #expect(wellFormed(html))
    #expect(html.contains("default-src 'none'"))
    #expect(!html.contains("<link") && !html.contains("src="))
    for word in ["@import", "url(", "fetch(", "XMLHttpRequest", "localStorage"] { #expect(!html.contains(word)) }
    // The same in any run.
    let program = TestProgram(["/repo/a.cs": "OFFLOAD(x) MEH SPAN[a\nb]"])
    program.tick = 5_000_000_000
    #expect(page(program, "--threads=9") == html)
  }

  @Test func anEmptyReportSaysSo() {
    let html = page(TestProgram(["/repo/a.cs": "fine"]))
    #expect(html.contains("<p class=\"empty\">Nothing was found.</p>"))
    #expect(!html.contains("class=\"chart\">"))
    #expect(wellFormed(html))
  }

  /// The page is written so that an XML parser reads it, apart from what scripts and styles hold.
  private func wellFormed(_ html: String) -> Bool {
    var text = html
    for name in ["script", "style"] {
      guard let start = text.range(of: "<\(name)>"), let end = text.range(of: "</\(name)>", options: .backwards) else {
        return false
      }
      text.removeSubrange(start.upperBound..<end.lowerBound)
    }
    let parser = XMLParserBox(Data(text.utf8))
    return parser.error == nil && parser.elements.first == "html"
  }

  private static let chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// A browser runs the page's own script, then ours, which presses and types as people do and writes down what it sees.
  @Test(.enabled(if: HTMLFormatTests.chromium != nil, "no Chromium is installed"), .timeLimit(.minutes(2)))
  func aBrowserFiltersGroupsAndMoves() throws {
    let program = TestProgram([
      "/repo/App/a.cs": "OFFLOAD(x)\nMEH MEH", "/repo/b.cs": "AWAITED(special)\nMEH", "/repo/c.cs": "FATAL",
    ])
    let driver = """
      <script>
      (function () {
        var log = [];
        function visible() { return document.querySelectorAll("article:not([hidden])").length; }
        function groups() { return Array.from(document.querySelectorAll(".group:not([hidden]) h2")).map(function (h) { return h.textContent.trim(); }).join("|"); }
        function key(name) { document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true })); }
        log.push(visible());
        key("/");
        log.push(document.activeElement.id);
        document.getElementById("filter").value = "special b.cs";
        document.getElementById("filter").dispatchEvent(new Event("input"));
        log.push(visible(), document.getElementById("shown").textContent);
        document.getElementById("filter").value = "no such words";
        document.getElementById("filter").dispatchEvent(new Event("input"));
        log.push(visible(), document.getElementById("nothing").hidden);
        key("Escape");
        log.push(visible());
        document.getElementById("filter").blur();
        document.querySelector(".bar").click();
        log.push(visible(), document.querySelector(".bar").getAttribute("aria-pressed"));
        document.querySelector(".bar").click();
        document.querySelector("input[value=suggestion]").click();
        log.push(visible(), groups());
        document.querySelector("input[value=suggestion]").click();
        document.getElementById("grouping").value = "project";
        document.getElementById("grouping").dispatchEvent(new Event("change"));
        log.push(groups());
        document.getElementById("grouping").value = "file";
        document.getElementById("grouping").dispatchEvent(new Event("change"));
        log.push(groups());
        document.activeElement.blur();
        key("j"); key("j");
        log.push(document.activeElement.dataset.file + " " + document.activeElement.dataset.rule);
        key("k");
        log.push(document.activeElement.dataset.rule);
        var fold = document.getElementById("fold");
        fold.click();
        log.push(document.querySelectorAll(".group[open]").length, fold.textContent);
        key("j");
        log.push(document.querySelectorAll(".group[open]").length);
        document.getElementById("grouping").value = "rule";
        document.getElementById("grouping").dispatchEvent(new Event("change"));
        log.push(document.querySelectorAll(".group[open] .about").length);
        window.scrollTo(0, document.body.scrollHeight);
        log.push(Math.round(document.getElementById("controls").getBoundingClientRect().top));
        var pre = document.createElement("pre");
        pre.id = "log";
        pre.textContent = log.join(" ; ");
        document.body.append(pre);
      })();
      </script>
      </body>
      """
    let folder = try TemporaryFolder()
    let file = folder.path + "/report.html"
    try page(program).replacingOccurrences(of: "</body>", with: driver).write(
      toFile: file, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(filePath: try #require(HTMLFormatTests.chromium))
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile", "--dump-dom",
      "file://" + file,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let dom = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let log = try #require(dom.firstMatch(of: /<pre id="log">([^<]*)<\/pre>/)).1
    #expect(
      log.components(separatedBy: " ; ") == [
        "6", "filter", "1", "1 of 6 shown", "0", "false", "6", "3", "true", "3",
        "AW101 redundant-task-run|AW102 async-over-sync|AW311 using-over-task", "App|without a project",
        "App/a.cs|b.cs|c.cs", "App/a.cs AW104", "AW101",
        "0", "Expand all", "1", "4", "0",
      ])
  }
}
