import CSharpSyntax
import Testing

@testable import CSharpSemantics

@Suite struct BodilessTreeTests {
  private final class ParsedAgain: WholeTreeStore {
    func whole(_ declarations: FileDeclarations) -> FileDeclarations {
      guard let tree = parse(declarations.bytes, options: declarations.parseOptions) else { return declarations }
      return FileDeclarations(path: declarations.path, tree: tree)
    }
  }

  private static let text = """
    using System; // comment
    [assembly: CLSCompliant(true)]
    namespace N {
      public abstract partial class C<T>(int count = 3) : Base(count) where T : class, new() {
        private const int Two = 1 + 1;
        private static readonly Func<int> Make = () => { return 5; }, Other = null;
        public C() : this(4) { Call(() => { int inner = 1; }); }
        [Obsolete("x")] public int P { get { return field; } set => field = value; } = 12;
        public int this[int i, string s = "a"] => i + s.Length;
        public static C<T> operator +(C<T> a, C<T> b) { return a; }
        public abstract void None<U>(U u) where U : struct;
        event Action E { add { } remove { } }
        ~C() => Call(null);
        enum Kind : byte { A = 1, B, C = B << 2 }
        delegate void D(ref int x);
        class Inner { void M() { void Local() { } Local(); } }
      }
    }
    """

  private func whole(_ text: String) throws -> FileDeclarations {
    FileDeclarations(path: "a.cs", tree: try #require(parse(Array(text.utf8))))
  }

  @Test func declaresTheSameAtTheSamePlaces() throws {
    let whole = try whole(BodilessTreeTests.text)
    let cut = whole.withoutBodies(store: ParsedAgain(), key: 1)
    #expect(cut.declarationHash == whole.declarationHash)
    #expect(cut.declarations.count == whole.declarations.count)
    for (a, b) in zip(cut.declarations, whole.declarations) {
      #expect(a.node.tree === cut.tree)
      #expect(a.node.kind == b.node.kind)
      #expect(a.node.range == b.node.range)
      #expect(a.identifier.text == b.identifier.text)
      #expect(cut.declarationByNode[a.node.index] == whole.declarationByNode[b.node.index])
    }
    // What a collector finds in the rest is the same too, but for what the hash takes from bodies: nothing.
    let again = FileDeclarations(path: "a.cs", tree: cut.tree)
    #expect(again.declarationHash == whole.declarationHash)
    #expect(again.declarations.map(\.node.range) == whole.declarations.map(\.node.range))
  }

  @Test func leavesBodiesOutAndKeepsValues() throws {
    let whole = try whole(BodilessTreeTests.text)
    let cut = whole.withoutBodies(store: ParsedAgain(), key: 1)
    var texts: [String] = []
    cut.tree.root.walk { node in
      if node.kind == .identifierName || node.kind == .numericLiteralExpression { texts.append(node.text) }
      return true
    }
    for kept in ["Base", "3", "1", "2", "Obsolete"] { #expect(texts.contains(kept), "\(kept)") }
    for left in ["Call", "5", "4", "12", "Local"] { #expect(!texts.contains(left), "\(left)") }
    #expect(cut.treeSize < whole.treeSize)
    #expect(cut.whole().treeSize == whole.treeSize)
    #expect(cut.bytes == whole.bytes)
  }

  @Test func bindsAcrossFilesWithoutTheirBodies() throws {
    let store = ParsedAgain()
    let user = try whole(
      "class User : N.Sub { int Sum() => Get(Two).Length + (int)Kind.Third; void Other() { Sum(); } }")
    let library = try whole(
      "namespace N { class Sub { protected const int Two = 1 + 1; protected string Get(int a = Two) { return null; } "
        + "protected enum Kind { First, Second, Third } } }")
    let compilation = Compilation(
      files: [user.withoutBodies(store: store, key: 1), library.withoutBodies(store: store, key: 2)])
    let context = BindingContext(compilation: compilation)
    let model = try #require(context.semanticModel(file: 0))
    var calls: [String] = []
    var constants: [ConstantValue] = []
    var method: Symbol?
    model.tree.root.walk { node in
      if node.kind == .invocationExpression {
        calls.append(model.symbol(of: node).symbol?.documentationCommentID ?? "?")
        if method == nil { method = model.symbol(of: node).symbol }
      }
      if node.kind == .castExpression { constants += [model.constantValue(of: node)].compactMap { $0 } }
      return true
    }
    #expect(calls == ["M:N.Sub.Get(System.Int32)", "M:User.Sum"])
    #expect(constants == [.integer(2)])
    // Its body is there for who asks, and belongs to the tree of that file's model.
    let reference = try #require(method?.declaringSyntaxReferences.first)
    #expect(reference.node.optionalNode(8)?.nodeList(2).first?.kind == .returnStatement)
    #expect(context.semanticModel(file: 1)?.tree === reference.tree)
    context.releaseTrees()
    #expect(context.semanticModel(file: 1)?.tree !== reference.tree)
  }

  @Test func rebindsWithOtherBodiesBlanked() throws {
    let text = """
      class C {
        int Get(int a) { return a; }
        string Get(string a) { int x = 1; int y = 2; return a; }
        int P { get { return 1; } set { } }
        void M() { var s = Get(1); var t = s; }
        #if NEVER
        void Gone() { }
        #endif
      }
      """
    let file = try whole(text).withoutBodies(store: ParsedAgain(), key: 1)
    let model = try #require(BindingContext(compilation: Compilation(files: [file])).semanticModel(file: 0))
    #expect(model.findPlainBodies().count == 5)
    var argument: SyntaxNode?
    model.tree.root.walk { node in
      if node.kind == .argument { argument = node }
      return true
    }
    let range = try #require(argument).range
    let changed = try #require(model.rebind(replacing: [(range, "\"long text\"")]))
    #expect(changed.model.tree.bytes.count == text.utf8.count + 10)
    #expect(changed.expression.text == "\"long text\"")
    let call = try #require(changed.expression.ancestors.first { $0.kind == .invocationExpression })
    #expect(changed.model.symbol(of: call).symbol?.documentationCommentID == "M:C.Get(System.String)")
    let broken = try #require(model.rebind(replacing: [(range, "missing")]))
    #expect(!broken.keepsStatement)
    let same = try #require(model.rebind(replacing: [(range, "1 + 1")]))
    #expect(same.keepsStatement)
  }
}
