import CSharpSyntax
import DotNetMetadata

/// The options of a project that decide how names bind.
package struct CompilationOptions: Hashable, Sendable {
  package var assemblyName: String
  /// Namespaces (or `static N.T`, `Alias = N.T`) that every file imports: `ImplicitUsings` and `Using` items.
  package var globalUsings: [String]
  package var languageVersion: LanguageVersion
  /// Whether it makes a program: then `Main` is an entry point.
  package var isExecutable: Bool
  /// Names of assemblies that see the internals: `InternalsVisibleTo` items. What sources say by attributes comes on top.
  package var friendAssemblies: [String]

  package init(
    assemblyName: String = "", globalUsings: [String] = [], languageVersion: LanguageVersion = .csharp15,
    isExecutable: Bool = false, friendAssemblies: [String] = []
  ) {
    self.assemblyName = assemblyName
    self.globalUsings = globalUsings
    self.languageVersion = languageVersion
    self.isExecutable = isExecutable
    self.friendAssemblies = friendAssemblies
  }

  /// What the SDK imports with `ImplicitUsings` for each kind of project; loose files are bound with `console` or `web`.
  package static let consoleUsings = [
    "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
    "System.Threading.Tasks",
  ]
  package static let webUsings =
    consoleUsings + [
      "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting",
      "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration",
      "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ]
  package static let workerUsings =
    consoleUsings + [
      "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection",
      "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ]
}

/// The declarations of a project's files and what they are bound with: an immutable snapshot.
///
/// Replacing one file shares everything else. To ask questions make a ``BindingContext`` of it, one per thread.
package struct Compilation: Sendable {
  package let options: CompilationOptions
  /// In the project's order; a file's place is its index everywhere else.
  package private(set) var files: [FileDeclarations]

  /// Projects that this one references, the ones that they reference included, each once.
  package let projectReferences: [Compilation]

  /// The assemblies that it sees; `nil` if there are none.
  package let references: ReferenceSet?

  package init(
    options: CompilationOptions = CompilationOptions(), files: [FileDeclarations],
    projectReferences: [Compilation] = [], references: ReferenceSet? = nil
  ) {
    self.options = options
    self.files = files
    self.projectReferences = projectReferences
    self.references = references
  }

  /// The same project with one file more, at the end.
  package func appending(_ declarations: FileDeclarations) -> Compilation {
    var copy = self
    copy.files.append(declarations)
    return copy
  }

  /// The same project with another text of one file.
  package func replacing(file index: Int, with declarations: FileDeclarations) -> Compilation {
    var copy = self
    if copy.files.indices.contains(index) { copy.files[index] = declarations }
    return copy
  }
}
