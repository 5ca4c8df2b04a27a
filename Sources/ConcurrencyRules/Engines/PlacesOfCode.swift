import CSharpSemantics
import CSharpSyntax

/// Types whose code runs with a synchronization context (D14).
enum ContextTypes {
  private static let bases: Set<String> = [
    "System.Windows.Threading.DispatcherObject", "System.Windows.Forms.Control", "System.Web.UI.Control",
    "System.Web.UI.Page", "System.Web.Http.ApiController", "Microsoft.AspNetCore.Components.IComponent",
    "Microsoft.AspNetCore.Components.ComponentBase", "System.Windows.Input.ICommand", "Avalonia.AvaloniaObject",
    "Microsoft.Maui.Controls.BindableObject", "Microsoft.UI.Xaml.DependencyObject", "Windows.UI.Xaml.DependencyObject",
    "Xamarin.Forms.BindableObject", "UnityEngine.MonoBehaviour", "UnityEngine.ScriptableObject", "Godot.GodotObject",
  ]

  static func derives(_ type: TypeSymbol) -> Bool {
    if bases.contains(where: { type.isOrDerives(from: $0) }) { return true }
    // A component that a designer lays out.
    return type.isOrDerives(from: "System.ComponentModel.Component")
      && type.members(named: "InitializeComponent").contains { $0.kind == .method }
  }
}

/// Test and fixture methods (D9).
enum TestCode {
  private static let attributes: Set<String> = [
    "Microsoft.VisualStudio.TestTools.UnitTesting.TestMethodAttribute",
    "Microsoft.VisualStudio.TestTools.UnitTesting.DataTestMethodAttribute",
    "Microsoft.VisualStudio.TestTools.UnitTesting.TestInitializeAttribute",
    "Microsoft.VisualStudio.TestTools.UnitTesting.TestCleanupAttribute",
    "Microsoft.VisualStudio.TestTools.UnitTesting.ClassInitializeAttribute",
    "Microsoft.VisualStudio.TestTools.UnitTesting.ClassCleanupAttribute",
    "Microsoft.VisualStudio.TestTools.UnitTesting.AssemblyInitializeAttribute",
    "Microsoft.VisualStudio.TestTools.UnitTesting.AssemblyCleanupAttribute", "Xunit.v3.IFactAttribute",
    "NUnit.Framework.TestAttribute", "NUnit.Framework.TestCaseAttribute", "NUnit.Framework.TestCaseSourceAttribute",
    "NUnit.Framework.TheoryAttribute", "NUnit.Framework.SetUpAttribute", "NUnit.Framework.TearDownAttribute",
    "NUnit.Framework.OneTimeSetUpAttribute", "NUnit.Framework.OneTimeTearDownAttribute",
    "NUnit.Framework.Interfaces.ITestBuilder", "NUnit.Framework.Interfaces.ISimpleTestBuilder",
    "Xunit.FactAttribute", "Xunit.TheoryAttribute", "TUnit.Core.TestAttribute", "TUnit.Core.BeforeAttribute",
    "TUnit.Core.AfterAttribute",
  ]

  /// Simple names of the same, for attributes whose class does not resolve.
  private static let writtenNames: Set<String> = [
    "TestMethod", "DataTestMethod", "TestInitialize", "TestCleanup", "ClassInitialize", "ClassCleanup", "Test",
    "TestCase", "TestCaseSource", "Theory", "SetUp", "TearDown", "OneTimeSetUp", "OneTimeTearDown", "Fact",
  ]

  /// How attributes that derive from xUnit's are called: `ConditionalFact`, `SkippableTheory`.
  private static let derivedSuffixes = ["Fact", "Theory", "FactAttribute", "TheoryAttribute"]

  static func contains(_ node: SyntaxNode, model: SemanticModel) -> Bool {
    for ancestor in node.ancestors {
      guard ancestor.kind == .methodDeclaration || ancestor.kind == .localFunctionStatement else { continue }
      if ancestor.nodeList(0).isEmpty { continue }
      guard let method = model.declaredSymbol(for: ancestor) else { continue }
      if method.attributes.contains(where: isTestAttribute) { return true }
    }
    return false
  }

  /// Whether a method carries an attribute of a test framework, or overrides one that does: these are inherited.
  static func isTestMethod(_ method: Symbol) -> Bool {
    var current: Symbol? = method
    var depth = 0
    while let candidate = current, depth < 64 {
      if candidate.attributes.contains(where: isTestAttribute) { return true }
      current = candidate.overriddenMember
      depth += 1
    }
    return false
  }

  /// Whether the member around a place is a test, set-up and tear-down left out (D9).
  static func isInTestMethod(_ node: SyntaxNode, model: SemanticModel) -> Bool {
    guard let member = FunctionSyntax.owningMember(of: node), member.kind == .methodDeclaration,
      !member.nodeList(0).isEmpty, let method = model.declaredSymbol(for: member)
    else { return false }
    return method.attributes.contains { isTestAttribute($0) && !isFixtureAttribute($0) }
  }

  /// Attributes of set-up and tear-down.
  private static func isFixtureAttribute(_ attribute: AttributeData) -> Bool {
    let name = attribute.attributeClass.isErrorType ? attribute.writtenName : attribute.attributeClass.name
    return ["SetUp", "TearDown", "Initialize", "Cleanup", "Before", "After"].contains { name.contains($0) }
  }

  private static func isTestAttribute(_ attribute: AttributeData) -> Bool {
    if attribute.attributeClass.isErrorType {
      let simple = attribute.writtenName.split(separator: ".").last.map(String.init) ?? attribute.writtenName
      return writtenNames.contains(simple) || derivedSuffixes.contains(where: simple.hasSuffix)
    }
    return attributes.contains { attribute.attributeClass.isOrDerives(from: $0) }
  }
}

/// Hosted services: what keeps their loop may offload.
enum HostedServices {
  static let bases = ["Microsoft.Extensions.Hosting.BackgroundService", "Microsoft.Extensions.Hosting.IHostedService"]

  /// Whether the type derives from `BackgroundService` or implements `IHostedService`; where these do not resolve, by
  /// their written names.
  static func contains(_ type: TypeSymbol) -> Bool {
    if bases.contains(where: { type.isOrDerives(from: $0) }) { return true }
    var current: TypeSymbol? = type
    var depth = 0
    while let type = current, depth < 64 {
      let named = [type.baseType].compactMap { $0 } + type.interfaces
      if named.contains(where: { $0.isErrorType && ["BackgroundService", "IHostedService"].contains(simpleName($0)) }) {
        return true
      }
      current = type.baseType
      depth += 1
    }
    return false
  }

  private static func simpleName(_ type: TypeSymbol) -> String {
    type.name.split(separator: ".").last.map(String.init) ?? type.name
  }
}
