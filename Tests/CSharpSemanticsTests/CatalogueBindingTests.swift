import CSharpSyntax
import DotNetMetadata
import Testing

@testable import CSharpSemantics

/// A project without assemblies is bound by the built-in catalogue, as far as its target framework has the members.
@Suite struct CatalogueBindingTests {
  /// The symbols of the calls in a body, in order, `?` where nothing is bound.
  private func calls(_ body: String, _ target: FrameworkSet) throws -> [String] {
    let text = "using System; using System.IO; using System.Linq; using System.Threading; using System.Threading.Tasks;"
    let tree = try #require(parse(Array("\(text) class C { async Task M(Task<int> t, string s) { \(body) } }".utf8)))
    let catalogue = try #require(Catalogue.builtIn)
    let context = BindingContext(
      compilation: Compilation(
        files: [FileDeclarations(path: "C.cs", tree: tree)], references: catalogue.references(target: target)))
    let model = try #require(context.semanticModel(file: 0))
    var result: [String] = []
    tree.root.walk { node in
      switch node.kind {
      case .invocationExpression, .objectCreationExpression:
        result.append(model.symbol(of: node).symbol?.documentationCommentID ?? "?")
      case .simpleMemberAccessExpression where node.parent?.kind != .invocationExpression:
        result.append(model.symbol(of: node).symbol?.documentationCommentID ?? "?")
      default: break
      }
      return true
    }
    return result
  }

  @Test func membersThatCameLaterAreNotOffered() throws {
    let each = "Task.WhenEach(t);"
    #expect(try calls(each, .net10).allSatisfy { $0.hasPrefix("M:System.Threading.Tasks.Task.WhenEach") })
    #expect(try calls(each, .net8) == ["?"])
    let wait = "t.WaitAsync(CancellationToken.None);"
    #expect(
      try calls(wait, .net8).first
        == "M:System.Threading.Tasks.Task`1.WaitAsync(System.Threading.CancellationToken)")
    #expect(try calls(wait, .netstandard20).first == "?")
    #expect(try calls(wait, .net472).first == "?")
  }

  @Test func overloadsThatCameLaterAreNotChosen() throws {
    // .NET 9 brought a `params` span; before it the array is what is left.
    let combine = "Path.Combine(s, s, s, s, s);"
    #expect(try calls(combine, .net10) == ["M:System.IO.Path.Combine(System.ReadOnlySpan{System.String})"])
    #expect(try calls(combine, .net8) == ["M:System.IO.Path.Combine(System.String[])"])
    #expect(try calls("s.Split('a');", .net8) == ["M:System.String.Split(System.Char,System.StringSplitOptions)"])
    #expect(try calls("s.Split('a');", .netstandard20) == ["M:System.String.Split(System.Char[])"])
  }

  @Test func propertiesFieldsAndNestedTypesAreFiltered() throws {
    let property = "_ = Environment.ProcessPath;"
    #expect(try calls(property, .net8) == ["P:System.Environment.ProcessPath"])
    #expect(try calls(property, .net472) == ["?"])
    let status = "_ = t.IsCompletedSuccessfully;"
    #expect(try calls(status, .net10) == ["P:System.Threading.Tasks.Task.IsCompletedSuccessfully"])
    #expect(try calls(status, .netstandard20) == ["?"])
    let lambda = "s.Index();"
    #expect(try calls(lambda, .net8) == ["?"])
    #expect(try calls(lambda, .net10).first?.hasPrefix("M:System.Linq.Enumerable.Index") ?? false)
  }

  @Test func interfacesThatCameLaterAreNotImplemented() throws {
    // `IParsable` is younger than .NET Framework, `int` is not.
    #expect(try !calls("int.Parse(s, null);", .net472).contains("?"))
    let text = "class C { void M(int a) { } }"
    let tree = try #require(parse(Array(text.utf8)))
    let catalogue = try #require(Catalogue.builtIn)
    for (target, isThere) in [(FrameworkSet.net10, true), (.net472, false)] {
      let context = BindingContext(
        compilation: Compilation(
          files: [FileDeclarations(path: "C.cs", tree: tree)], references: catalogue.references(target: target)))
      let names = context.allInterfaces(of: context.intType).map(\.name)
      #expect(names.contains("IParsable") == isThere)
      #expect(names.contains("IComparable"))
    }
  }

  @Test func extensionBlocksOfAssemblies() throws {
    let text = """
      using Microsoft.VisualStudio.TestTools.UnitTesting; using Xunit.Sdk;
      class C { void M() { Assert.That(() => true); var a = ExplicitOption.ValidValues; } }
      """
    let tree = try #require(parse(Array(text.utf8)))
    let catalogue = try #require(Catalogue.builtIn)
    let layers = catalogue.layers.map(\.name).filter { $0.contains("mstest") || $0.contains("xunit.v3") }
    let context = BindingContext(
      compilation: Compilation(
        files: [FileDeclarations(path: "C.cs", tree: tree)],
        references: catalogue.references(target: .net10, layers: layers)))
    let model = try #require(context.semanticModel(file: 0))
    var names: [String] = []
    tree.root.walk { node in
      if node.kind == .simpleMemberAccessExpression {
        let call = node.parent?.kind == .invocationExpression ? node.parent : nil
        names.append(
          model.symbol(of: call ?? node).symbol.map { $0.kind == .property ? "P:" + $0.name : $0.name } ?? "?")
      }
      return true
    }
    #expect(names == ["That", "P:ValidValues"])
  }
}
