import CSharpSyntax

/// `errors PATH… [--lexical]`: the syntax errors of files; with `--lexical` only those that the lexer finds.
enum ErrorsCommand {
  static func run(_ arguments: [String]) -> Int32 {
    guard let arguments = ParseArguments(arguments, flags: ["--lexical"]) else { return 2 }
    var printer = ErrorPrinter()
    for file in arguments.files {
      guard let bytes = file.read() else { return 1 }
      let text = SourceEncoding.decode(bytes).bytes
      if arguments.flags.contains("--lexical") {
        printer.printLexicalErrors(text, options: arguments.options, name: file.name)
      } else {
        guard let tree = parse(text, options: arguments.options) else { return 1 }
        printer.print(tree.errors, of: text, name: file.name)
      }
      if printer.output.count > 1 << 20 {
        writeAll(printer.output.bytes, to: 1)
        printer.output.removeAll()
      }
    }
    writeAll(printer.output.bytes, to: 1)
    return 0
  }
}
