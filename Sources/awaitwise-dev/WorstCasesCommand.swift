import CSharpSyntax
import Dispatch
import Glibc

/// `worst-cases [--count N] [--only NAME] [--stack KIB]`: how long texts take that are built to hurt a parser, against
/// ordinary text of the same size. Exit code 1 if one takes more than ten times as long.
enum WorstCasesCommand {
  static func run(_ arguments: [String]) -> Int32 {
    var count = 100_000
    var only: String?
    var stack = 8192
    var index = 0
    while index + 1 < arguments.count {
      switch (arguments[index], Int(arguments[index + 1])) {
      case ("--count", let number?) where number > 0: count = number
      case ("--stack", let number?) where number >= 16: stack = number
      case ("--only", _): only = arguments[index + 1]
      default: return usage()
      }
      index += 2
    }
    guard index == arguments.count else { return usage() }
    let cases = WorstCase.all.filter { only == nil || $0.name == only }
    guard !cases.isEmpty else { return usage() }
    return BigStack.run(kibibytes: stack) { measure(cases, count) }
  }

  private static func usage() -> Int32 {
    complain("usage: awaitwise-dev worst-cases [--count N] [--only NAME] [--stack KIB]")
    return 2
  }

  private static func measure(_ cases: [WorstCase], _ count: Int) -> Int32 {
    let ordinary = WorstCase.ordinaryText(atLeast: 4_000_000)
    let perByte = Double(best(ordinary, rounds: 3)) / Double(ordinary.count)
    print("ordinary text: \(rounded(1000 / perByte)) MB/s")
    print(column("case", 26) + column("bytes", 12) + column("ms", 12) + column("times", 9) + "errors")
    var isSlow = false
    for worst in cases {
      let bytes = Array(worst.text(count).utf8)
      // Small texts are measured against a floor, below which the clock decides.
      let time = Double(best(bytes, rounds: bytes.count < 2_000_000 ? 3 : 2))
      let times = time / max(perByte * Double(bytes.count), 100_000)
      let errors = parse(bytes)?.errors.count ?? -1
      if times > 10 { isSlow = true }
      print(
        column(worst.name, 26) + column("\(bytes.count)", 12) + column(rounded(time / 1_000_000), 12)
          + column(rounded(times), 9) + "\(errors)" + (times > 10 ? "  TOO SLOW" : ""))
    }
    return isSlow ? 1 : 0
  }

  /// Nanoseconds of the fastest parse.
  private static func best(_ bytes: [UInt8], rounds: Int) -> Int {
    var best = Int.max
    for _ in 0..<rounds {
      let start = DispatchTime.now().uptimeNanoseconds
      guard let tree = parse(bytes) else { return .max }
      withExtendedLifetime(tree) {
        best = min(best, Int(clamping: DispatchTime.now().uptimeNanoseconds &- start))
      }
    }
    return best
  }

  private static func column(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.utf8.count))
  }

  private static func rounded(_ number: Double) -> String { "\((number * 100).rounded() / 100)" }
}

/// A text of a shape that makes a careless parser slow or overflow its stack.
struct WorstCase: Sendable {
  let name: String
  let text: @Sendable (Int) -> String

  /// The same body over and over, as people write it.
  static func ordinaryText(atLeast size: Int) -> [UInt8] {
    let member = """
        /// <summary>Adds an order.</summary>
        public async Task<int> AddAsync(Order order, CancellationToken cancellationToken = default)
        {
          if (order == null) throw new ArgumentNullException(nameof(order));
          var items = order.Items.Where(i => i.Quantity > 0).Select(i => new { i.Id, Total = i.Price * i.Quantity });
          foreach (var item in items) _logger.LogInformation($"item {item.Id}: {item.Total:F2}");
          return await _repository.SaveAsync(order, cancellationToken).ConfigureAwait(false); // saved
        }

      """
    var bytes = Array("namespace Shop;\n\npublic class Orders\n{\n".utf8)
    while bytes.count < size { bytes += Array(member.utf8) }
    return bytes + Array("}\n".utf8)
  }

  private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  private static func nested(_ open: String, _ middle: String, _ close: String) -> @Sendable (Int) -> String {
    { count in repeated(open, count) + middle + repeated(close, count) }
  }

  /// As a statement of a method.
  private static func statement(_ text: @escaping @Sendable (Int) -> String) -> @Sendable (Int) -> String {
    { "class C { void M() { \(text($0)) } }" }
  }

  private static func expression(_ text: @escaping @Sendable (Int) -> String) -> @Sendable (Int) -> String {
    statement { "x = \(text($0));" }
  }

  static let all: [WorstCase] = [
    WorstCase(name: "one-line") {
      String(decoding: ordinaryText(atLeast: $0 * 10), as: UTF8.self).split(whereSeparator: \.isNewline).filter {
        !$0.contains("//")
      }.joined(separator: " ")
    },
    WorstCase(name: "long-identifier", text: expression { repeated("a", $0 * 10) }),
    WorstCase(name: "long-string", text: expression { "\"" + repeated("a", $0 * 10) + "\"" }),
    WorstCase(name: "long-comment", text: statement { "/*" + repeated("*", $0 * 10) + "/" }),
    WorstCase(name: "blank-lines", text: statement { repeated("\n", $0 * 10) }),
    WorstCase(name: "long-blanks", text: statement { repeated(" ", $0 * 10) }),
    WorstCase(name: "parentheses", text: expression(nested("(", "a", ")"))),
    WorstCase(name: "open-parentheses", text: expression { repeated("(", $0) }),
    WorstCase(name: "close-parentheses", text: expression { repeated(")", $0) }),
    WorstCase(name: "blocks", text: statement(nested("{", "", "}"))),
    WorstCase(name: "open-braces", text: statement { repeated("{", $0) }),
    WorstCase(name: "close-braces") { repeated("}", $0) },
    WorstCase(name: "brackets", text: expression(nested("[", "a", "]"))),
    WorstCase(name: "open-brackets", text: statement { repeated("[", $0) }),
    WorstCase(name: "attribute-brackets") { repeated("[", $0) + "A" + repeated("]", $0) },
    WorstCase(name: "element-access", text: expression(nested("a[", "1", "]"))),
    WorstCase(name: "calls", text: expression(nested("f(", "1", ")"))),
    WorstCase(name: "call-chain", text: expression { "a" + repeated("(1)", $0) }),
    WorstCase(name: "generic-types", text: statement { nested("A<", "B", ">")($0) + " x;" }),
    WorstCase(name: "generic-expressions", text: expression { nested("A<", "B", ">")($0) + "(1)" }),
    WorstCase(name: "open-generics", text: statement { repeated("A<", $0) + ";" }),
    WorstCase(name: "generic-members") { "class C { " + nested("A<", "B", ">")($0) + " M() { } }" },
    WorstCase(name: "less-than-chain", text: expression { "a" + repeated(" < a", $0) }),
    WorstCase(name: "generic-arguments", text: statement { "A<" + repeated("B, ", $0) + "B> x;" }),
    WorstCase(name: "tuple-types", text: statement { nested("(A, ", "B", ")")($0) + " x;" }),
    WorstCase(name: "tuples", text: expression(nested("(1, ", "2", ")"))),
    WorstCase(name: "left-tuples", text: expression(nested("(", "2", ", 1)"))),
    WorstCase(name: "casts", text: expression { repeated("(A)", $0) + "a" }),
    WorstCase(name: "generic-casts", text: expression { repeated("(A<B>)", $0) + "a" }),
    WorstCase(name: "array-ranks", text: statement { "A" + repeated("[]", $0) + " x;" }),
    WorstCase(name: "pointers", text: statement { "A" + repeated("*", $0) + " x;" }),
    WorstCase(name: "nullables", text: statement { "A" + repeated("?", $0) + " x;" }),
    WorstCase(name: "lambdas", text: expression { repeated("x => ", $0) + "x" }),
    WorstCase(name: "parenthesized-lambdas", text: expression { repeated("(x) => ", $0) + "x" }),
    WorstCase(name: "lambda-blocks", text: expression(nested("() => { f(", "", "); }"))),
    WorstCase(name: "typed-lambdas", text: expression(nested("(A a, B<C> b) => f(", "1", ")"))),
    WorstCase(name: "anonymous-methods", text: expression(nested("delegate { x = ", "1", "; }"))),
    WorstCase(name: "conditionals", text: expression { repeated("a ? b : ", $0) + "c" }),
    WorstCase(name: "nested-conditionals", text: expression(nested("a ? ", "b", " : c"))),
    WorstCase(name: "conditional-brackets", text: expression(nested("a ? [", "b", "] : c"))),
    WorstCase(name: "conditional-access", text: expression { "a" + repeated("?.b", $0) }),
    WorstCase(name: "conditional-elements", text: expression { "a" + repeated("?[0]", $0) }),
    WorstCase(name: "open-conditionals", text: expression { repeated("a ? ", $0) }),
    WorstCase(name: "nested-conditional-access", text: expression(nested("a?[", "b", "]"))),
    WorstCase(name: "else-if", text: statement { repeated("if (a) b(); else ", $0) + "c();" }),
    WorstCase(name: "nested-if", text: statement { repeated("if (a) ", $0) + "c();" }),
    WorstCase(name: "nested-while", text: statement { repeated("while (a) ", $0) + "c();" }),
    WorstCase(name: "labels", text: statement { repeated("a: ", $0) + ";" }),
    WorstCase(name: "concatenation", text: expression { "a" + repeated(" + a", $0) }),
    WorstCase(name: "string-concatenation", text: expression { "\"a\"" + repeated(" + \"a\"", $0) }),
    WorstCase(name: "coalescing", text: expression { repeated("a ?? ", $0) + "a" }),
    WorstCase(name: "assignments", text: expression { repeated("a = ", $0) + "1" }),
    WorstCase(name: "prefix-operators", text: expression { repeated("- ", $0) + "1" }),
    WorstCase(name: "not-operators", text: expression { repeated("!", $0) + "a" }),
    WorstCase(name: "await-operators", text: expression { repeated("await ", $0) + "a" }),
    WorstCase(name: "throws", text: expression { repeated("throw ", $0) + "a" }),
    WorstCase(name: "ranges", text: expression { repeated("a..", $0) + "b" }),
    WorstCase(name: "member-access", text: expression { "a" + repeated(".b", $0) }),
    WorstCase(name: "qualified-names") { "using a" + repeated(".b", $0) + ";" },
    WorstCase(name: "call-members", text: expression { "a" + repeated(".B(c)", $0) }),
    WorstCase(name: "suppressions", text: expression { "a" + repeated("!", $0) }),
    WorstCase(name: "with", text: expression { "a" + repeated(" with { }", $0) }),
    WorstCase(name: "switches", text: expression { "a" + repeated(" switch { _ => 1 }", $0) }),
    WorstCase(name: "nested-switches", text: expression(nested("a switch { _ => ", "1", " }"))),
    WorstCase(name: "not-patterns", text: expression { "a is " + repeated("not ", $0) + "1" }),
    WorstCase(name: "or-patterns", text: expression { "a is 1" + repeated(" or 2", $0) }),
    WorstCase(name: "property-patterns", text: expression { "a is " + nested("{ A: ", "1", " }")($0) }),
    WorstCase(name: "list-patterns", text: expression { "a is " + nested("[", "1", "]")($0) }),
    WorstCase(name: "parenthesized-patterns", text: expression { "a is " + nested("(", "1", ")")($0) }),
    WorstCase(name: "positional-patterns", text: expression { "a is " + nested("A(", "1", ")")($0) }),
    WorstCase(name: "var-patterns", text: expression { "a is var " + nested("(", "b", ", c)")($0) }),
    WorstCase(name: "deconstruction", text: statement { "var " + nested("(", "b", ", c)")($0) + " = d;" }),
    WorstCase(name: "queries", text: expression { nested("from a in (", "b", ") select a")($0) }),
    WorstCase(name: "query-clauses", text: expression { "from a in b" + repeated(" from a in b", $0) + " select a" }),
    WorstCase(
      name: "query-continuations", text: expression { "from a in b select a" + repeated(" into a select a", $0) }),
    WorstCase(name: "initializers", text: expression { "new A " + nested("{ A = ", "1", " }")($0) }),
    WorstCase(name: "array-initializers", text: statement { "int[] a = " + nested("{", "1", "}")($0) + ";" }),
    WorstCase(name: "new", text: expression(nested("new A(", "1", ")"))),
    WorstCase(name: "interpolations", text: expression(nested("$\"{", "a", "}\""))),
    WorstCase(name: "open-interpolations", text: expression { repeated("$\"{", $0) }),
    WorstCase(name: "raw-interpolations", text: expression(nested("$\"\"\"{", "a", "}\"\"\""))),
    WorstCase(name: "interpolation-holes", text: expression { "$\"" + repeated("{a}", $0) + "\"" }),
    WorstCase(name: "raw-quotes", text: expression { repeated("\"", $0 * 10) }),
    WorstCase(name: "raw-dollars", text: expression { repeated("$", $0 * 10) + "\"\"\"a\"\"\"" }),
    WorstCase(name: "at-signs", text: expression { repeated("@", $0) + " " + repeated("@ ", $0) }),
    WorstCase(name: "if-directives") { repeated("#if A\n", $0) + "x\n" + repeated("#endif\n", $0) },
    WorstCase(name: "taken-if-directives") { repeated("#if !A\n", $0) + "class C { }\n" + repeated("#endif\n", $0) },
    WorstCase(name: "open-if-directives") { repeated("#if !A\n", $0) },
    WorstCase(name: "elif-directives") { "#if A\n" + repeated("#elif B\n", $0) + "#endif\n" },
    WorstCase(name: "if-conditions") { "#if " + nested("(", "A", ")")($0) + "\n#endif\n" },
    WorstCase(name: "if-negations") { "#if " + repeated("!", $0) + "A\n#endif\n" },
    WorstCase(name: "if-disjunctions") { "#if A" + repeated(" || A", $0) + "\n#endif\n" },
    WorstCase(name: "regions") { repeated("#region a\n", $0) + repeated("#endregion\n", $0) },
    WorstCase(name: "defines") { repeated("#define A\n", $0) },
    WorstCase(name: "pragmas") { repeated("#pragma warning disable CS1\n", $0) },
    WorstCase(name: "conflict-markers") { repeated("=======\n", $0) },
    WorstCase(name: "open-markers") { repeated("<<<<<<< a\n", $0) },
    WorstCase(name: "bad-characters") { repeated("` ", $0) },
    WorstCase(name: "errors-in-members") { "class C { " + repeated("int ; ", $0) + "}" },
    WorstCase(name: "errors-in-statements", text: statement { repeated("x = ; ", $0) }),
    WorstCase(name: "missing-semicolons", text: statement { repeated("f()\n", $0) }),
    WorstCase(name: "stray-members", text: statement { repeated("public ", $0) }),
    WorstCase(name: "stray-else", text: statement { repeated("else ", $0) }),
    WorstCase(name: "stray-catch", text: statement { repeated("catch { } ", $0) }),
    WorstCase(name: "open-try", text: statement { repeated("try { ", $0) }),
    WorstCase(name: "stray-case", text: statement { repeated("case 1: ", $0) }),
    WorstCase(name: "open-switch", text: statement { repeated("switch (a) { case 1: ", $0) }),
    WorstCase(name: "commas", text: expression { "f(" + repeated(", ", $0) + ")" }),
    WorstCase(name: "commas-in-generics", text: statement { "A<" + repeated(",", $0) + "> x;" }),
    WorstCase(name: "skipped-tokens") { repeated("= ", $0) },
    WorstCase(
      name: "skipped-in-lists", text: expression { "f(" + repeated("a => ", $0 / 2) + repeated("} ) ", $0 / 2) }),
    WorstCase(name: "classes") { repeated("class C { ", $0) + repeated("}", $0) },
    WorstCase(name: "open-classes") { repeated("class C { ", $0) },
    WorstCase(name: "namespaces") { repeated("namespace N { ", $0) + repeated("}", $0) },
    WorstCase(name: "partial-words") { "class C { " + repeated("partial ", $0) + "}" },
    WorstCase(name: "partial-statements", text: statement { repeated("partial x; ", $0) }),
    WorstCase(name: "partial-generics", text: statement { repeated("partial A<B<C>> x; ", $0) }),
    WorstCase(name: "async-words", text: statement { repeated("async ", $0) + ";" }),
    WorstCase(name: "scoped-words", text: statement { repeated("scoped ", $0) + ";" }),
    WorstCase(name: "static-words", text: expression { repeated("static ", $0) + ";" }),
    WorstCase(name: "ref-words", text: expression { repeated("ref ", $0) + ";" }),
    WorstCase(name: "await-words", text: statement { repeated("await ", $0) + ";" }),
    WorstCase(name: "where-words") { "class C " + repeated("where T : ", $0) + "{ }" },
    WorstCase(name: "modifiers") { repeated("public ", $0) + "class C { }" },
    WorstCase(name: "attributes") { repeated("[A] ", $0) + "class C { }" },
    WorstCase(name: "attribute-arguments") { nested("[A(", "1", ")]")($0) + "class C { }" },
    WorstCase(name: "statement-attributes", text: statement { repeated("[A] ", $0) + "a();" }),
    WorstCase(name: "bracket-statements", text: statement { repeated("[a][b]; ", $0) }),
    WorstCase(name: "multiplications", text: statement { repeated("a * b; ", $0) }),
    WorstCase(name: "local-functions", text: statement(nested("void F() { ", "", "}"))),
    WorstCase(name: "function-pointers", text: statement { nested("delegate*<", "int", ">")($0) + " x;" }),
    WorstCase(name: "accessors") { "class C { int P { " + repeated("get; ", $0) + "} }" },
    WorstCase(name: "parameters") { "class C { void M(" + repeated("int a, ", $0) + "int b) { } }" },
    WorstCase(name: "variables", text: statement { "int a" + repeated(", b = 1", $0) + ";" }),
    WorstCase(name: "enum-members") { "enum E { " + repeated("A, ", $0) + "}" },
    WorstCase(name: "global-statements") { repeated("a(); ", $0) },
    WorstCase(name: "usings") { repeated("using A; ", $0) },
    WorstCase(name: "goto-case", text: statement { repeated("goto case ", $0) + "1;" }),
    WorstCase(name: "stackallocs", text: expression(nested("stackalloc int[", "1", "]"))),
    WorstCase(name: "typeofs", text: expression(nested("typeof(", "int", ")"))),
    WorstCase(name: "sizes", text: expression(nested("new int[", "1", "]"))),
  ]
}

/// Runs something on a thread with a stack of a chosen size.
enum BigStack {
  private final class Box {
    let body: () -> Int32
    var result: Int32 = 0
    init(_ body: @escaping () -> Int32) { self.body = body }
  }

  static func run(kibibytes: Int, _ body: @escaping () -> Int32) -> Int32 {
    let box = Box(body)
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, kibibytes * 1024)
    var thread = pthread_t()
    let argument = Unmanaged.passRetained(box)
    let code = pthread_create(
      &thread, &attributes,
      { pointer in
        if let pointer {
          let box = Unmanaged<Box>.fromOpaque(pointer).takeUnretainedValue()
          box.result = box.body()
        }
        return nil
      }, argument.toOpaque())
    guard code == 0 else {
      argument.release()
      complain("no thread with a stack of \(kibibytes) KiB: error \(code)")
      return 1
    }
    pthread_join(thread, nil)
    argument.release()
    return box.result
  }
}
