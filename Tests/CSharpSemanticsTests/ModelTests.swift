import CSharpSyntax
import Testing

@testable import CSharpSemantics

@Suite struct ModelTests {
  private func declarations(_ text: String) throws -> FileDeclarations {
    FileDeclarations(path: "a.cs", tree: try #require(parse(Array(text.utf8))))
  }

  @Test func hashIgnoresBodiesOnly() throws {
    let first = try declarations("class C { int F = 1; void M(int a) { a++; } int P => 1; }")
    let body = try declarations("class C { int F = 22; void M(int a) { /* other */ } int P => 2 + 3; } // end")
    let signature = try declarations("class C { int F = 1; void M(long a) { a++; } int P => 1; }")
    let constant = try declarations("class C { const int F = 1; } enum E { A = 1 }")
    let otherConstant = try declarations("class C { const int F = 1; } enum E { A = 2 }")
    #expect(first.declarationHash == body.declarationHash)
    #expect(first.declarationHash != signature.declarationHash)
    #expect(constant.declarationHash != otherConstant.declarationHash)
  }

  @Test func contextFollowsAnEditInABody() throws {
    let other = try declarations("class D { public string Text() => null; }")
    let before = try declarations("class C { void M(D d) { } }")
    let context = BindingContext(compilation: Compilation(files: [before, other]))
    _ = context.semanticModel(file: 0)?.bindAll()
    let after = try declarations("class C { void M(D d) { var t = d.Text(); } }")
    context.update(to: context.compilation.replacing(file: 0, with: after))
    let model = try #require(context.semanticModel(file: 0))
    var found: Symbol?
    after.tree.root.walk { node in
      if node.kind == .invocationExpression { found = model.symbol(of: node).symbol }
      return true
    }
    #expect(found?.documentationCommentID == "M:D.Text")
  }

  @Test func contextFollowsAnEditOfADeclaration() throws {
    let other = try declarations("class D { public string Text() => null; }")
    let user = try declarations("class C { void M(D d) { var t = d.Text(); } }")
    let context = BindingContext(compilation: Compilation(files: [user, other]))
    context.semanticModel(file: 0)?.bindAll()
    let renamed = try declarations("class D { public int Number() => 1; }")
    context.update(to: context.compilation.replacing(file: 1, with: renamed))
    let model = try #require(context.semanticModel(file: 0))
    var isBound = true
    user.tree.root.walk { node in
      if node.kind == .invocationExpression { isBound = model.symbol(of: node).isBound }
      return true
    }
    #expect(!isBound)
  }

  @Test func rebindsAChangedExpression() throws {
    let text = """
      class Client { public string Get(int a) => null; public string GetLater(int a) => null; public int Count(int a) => 1; }
      class C { void M(Client client) { string s = client.Get(1); } }
      """
    let model = try #require(BindingCase.model([text]))
    var name: SyntaxNode?
    model.tree.root.walk { node in
      if node.kind == .identifierName, node.text == "Get" { name = node }
      return true
    }
    let range = try #require(name).range
    let good = try #require(model.rebind(replacing: [(range, "GetLater")]))
    #expect(good.succeeds)
    let wrongType = try #require(model.rebind(replacing: [(range, "Count")]))
    #expect(!wrongType.keepsStatement)
    let missing = try #require(model.rebind(replacing: [(range, "Nothing")]))
    #expect(!missing.succeeds)
  }

  @Test func unresolvedTypesKeepTheirNames() throws {
    let model = try #require(BindingCase.model(["class C { Task<int> M(CancellationToken token) => null; }"]))
    var method: Symbol?
    model.tree.root.walk { node in
      if node.kind == .methodDeclaration { method = model.declaredSymbol(for: node) }
      return true
    }
    let type = try #require(method?.returnType)
    #expect(type.isErrorType)
    #expect(type.name == "Task")
    #expect(type.typeArguments.first?.specialType == .int32)
    #expect(method?.parameters.first?.type.name == "CancellationToken")
  }

  @Test func findsTheNearestFunction() throws {
    let text = "class C { int F = 1; void M() { System.Func<int> f = () => { return 2; }; int L() => 3; } }"
    let tree = try #require(parse(Array(text.utf8)))
    var kinds: [String: FunctionKind] = [:]
    tree.root.walk { node in
      if node.kind == .numericLiteralExpression { kinds[node.text] = FunctionSyntax.nearest(to: node)?.kind }
      return true
    }
    #expect(kinds == ["1": .initializer, "2": .lambda, "3": .localFunction])
  }

  @Test func deepNestingStaysBounded() throws {
    let depth = 3000
    let sum = Array(repeating: "1", count: 20_000).joined(separator: "+")
    let calls = String(repeating: "a.", count: depth) + "a"
    let ifs = String(repeating: "if (x) { } else ", count: depth) + "{ }"
    let text = "class C { C a; int F = \(sum); void M(bool x) { var t = \(calls); \(ifs) } }"
    let model = try #require(BindingCase.model([text]))
    model.bindAll()
    var last: TypeSymbol?
    model.tree.root.walk { node in
      if node.kind == .fieldDeclaration, node.text.hasPrefix("int F") {
        last = model.type(of: node.requiredNode(2).nodeList(1).first?.optionalNode(2)?.requiredNode(1) ?? node).type
      }
      return node.kind != .variableDeclarator
    }
    #expect(last?.specialType == .int32)
  }

  @Test func stopsWhenCancelled() throws {
    let text = "class C { void M() { " + String(repeating: "var a = 1; ", count: 2000) + "} }"
    let model = try #require(BindingCase.model([text]))
    var polls = 0
    model.isCancelledCheck = {
      polls += 1
      return true
    }
    model.bindAll()
    #expect(polls == 1)
  }
}
