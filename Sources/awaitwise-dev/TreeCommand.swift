import CSharpSyntax

/// `tree PATH… [--nodes] [--trivia]`: the trees of files.
enum TreeCommand {
  static func run(_ arguments: [String]) -> Int32 {
    guard let arguments = ParseArguments(arguments, flags: ["--nodes", "--trivia"]) else { return 2 }
    var printer = TreePrinter(
      options: TreePrinter.Options(
        includesTokens: !arguments.flags.contains("--nodes"), includesTrivia: arguments.flags.contains("--trivia")))
    for file in arguments.files {
      guard let bytes = file.read() else { return 1 }
      guard let tree = parse(SourceEncoding.decode(bytes).bytes, options: arguments.options) else { return 1 }
      printer.print(tree, name: file.name)
      if printer.output.count > 1 << 20 {
        writeAll(printer.output.bytes, to: 1)
        printer.output.removeAll()
      }
    }
    writeAll(printer.output.bytes, to: 1)
    return 0
  }
}

/// `tokens PATH… [--trivia]`: what the lexer alone makes of files.
enum TokensCommand {
  static func run(_ arguments: [String]) -> Int32 {
    guard let arguments = ParseArguments(arguments, flags: ["--trivia"]) else { return 2 }
    var printer = TreePrinter(
      options: TreePrinter.Options(includesTrivia: arguments.flags.contains("--trivia")))
    for file in arguments.files {
      guard let bytes = file.read() else { return 1 }
      printer.printTokens(SourceEncoding.decode(bytes).bytes, options: arguments.options, name: file.name)
      if printer.output.count > 1 << 20 {
        writeAll(printer.output.bytes, to: 1)
        printer.output.removeAll()
      }
    }
    writeAll(printer.output.bytes, to: 1)
    return 0
  }
}
