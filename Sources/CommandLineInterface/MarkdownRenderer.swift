/// Shows Markdown on a terminal: as much of it as rule pages use (headings, paragraphs, lists, fenced code, tables,
/// bold, code and links).
struct MarkdownRenderer {
  let style: TerminalStyle
  let width: Int

  func render(_ markdown: String) -> String {
    var output: [String] = []
    var paragraph = ""
    var table: [[String]] = []
    var isCode = false
    func flush() {
      if !paragraph.isEmpty { output += wrapped(paragraph, indentation: "", hanging: "") }
      paragraph = ""
      if !table.isEmpty { output += rows(table) }
      table = []
    }
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        flush()
        isCode.toggle()
      } else if isCode {
        output.append("    " + style(.green, displayable(line)))
      } else if line.isEmpty {
        flush()
        output.append("")
      } else if line.hasPrefix("#") {
        flush()
        output.append(style(.bold, displayable(line.drop { $0 == "#" }.drop { $0 == " " })))
      } else if line.hasPrefix("- ") || line.hasPrefix("* ") {
        flush()
        output += wrapped(String(line.dropFirst(2)), indentation: "- ", hanging: "  ")
      } else if line.hasPrefix("|") {
        if !paragraph.isEmpty { flush() }
        let cells = MarkdownRenderer.cells(line)
        if !cells.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 == "-" || $0 == ":" } }) { table.append(cells) }
      } else {
        paragraph += (paragraph.isEmpty ? "" : " ") + line
      }
    }
    flush()
    while output.last == "" { output.removeLast() }
    return output.joined(separator: "\n") + "\n"
  }

  private static func cells(_ line: some StringProtocol) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in line.dropFirst() {
      if isEscaped {
        cell += character == "|" ? "|" : "\\\(character)"
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "|" {
        cells.append(cell.trimmingBlanks())
        cell = ""
      } else {
        cell.append(character)
      }
    }
    if !cell.trimmingBlanks().isEmpty { cells.append(cell.trimmingBlanks()) }
    return cells
  }

  /// The first row's cells in front of each other row's, which reads well at any width.
  private func rows(_ table: [[String]]) -> [String] {
    guard let header = table.first else { return [] }
    var lines: [String] = []
    for (index, row) in table.dropFirst().enumerated() {
      if index > 0 && header.count > 3 { lines.append("") }
      for (name, cell) in zip(header, row) where !cell.isEmpty {
        lines += wrapped("\(name): \(cell)", indentation: "", hanging: "  ")
      }
    }
    return lines
  }

  private func wrapped(_ text: String, indentation: String, hanging: String) -> [String] {
    // Marks take no columns.
    let lines = wrap(MarkdownRenderer.withoutLinks(displayable(text)), width: width - hanging.count) { word in
      displayWidth(word.filter { $0 != "`" && $0 != "*" })
    }
    var isBold = false
    var isCode = false
    return lines.enumerated().map { index, line in
      (index == 0 ? indentation : hanging) + styled(line, isBold: &isBold, isCode: &isCode)
    }
  }

  /// Links as their text with the address behind it.
  private static func withoutLinks(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "[") {
      result += rest[..<open]
      let afterOpen = rest[rest.index(after: open)...]
      guard let close = afterOpen.firstIndex(of: "]") else {
        result += rest[open...]
        return result
      }
      let label = afterOpen[..<close]
      let behind = afterOpen[afterOpen.index(after: close)...]
      if behind.first == "(", let end = behind.firstIndex(of: ")") {
        result += "\(label) (\(behind[behind.index(after: behind.startIndex)..<end]))"
        rest = behind[behind.index(after: end)...]
      } else {
        result += "[\(label)]"
        rest = behind
      }
    }
    return result + rest
  }

  /// Marks of bold and code may open on one line and close on a later one.
  private func styled(_ line: String, isBold: inout Bool, isCode: inout Bool) -> String {
    var result = ""
    var run = ""
    func flush(_ isBold: Bool, _ isCode: Bool) {
      result += isCode ? style(.green, run) : isBold ? style(.bold, run) : run
      run = ""
    }
    var index = line.startIndex
    while index < line.endIndex {
      let character = line[index]
      let next = line.index(after: index)
      if character == "`" {
        flush(isBold, isCode)
        isCode.toggle()
      } else if !isCode, character == "*", next < line.endIndex, line[next] == "*" {
        flush(isBold, isCode)
        isBold.toggle()
        index = line.index(after: next)
        continue
      } else {
        run.append(character)
      }
      index = next
    }
    flush(isBold, isCode)
    return result
  }
}

extension String {
  func trimmingBlanks() -> String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
