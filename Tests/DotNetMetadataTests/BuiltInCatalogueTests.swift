import DotNetMetadata
import Foundation
import Testing

private func catalogue() throws -> Catalogue { try #require(Catalogue.builtIn) }

/// The documentation ids of a type's methods with a name, available ones only.
private func methods(_ name: String, of type: String, in set: ReferenceSet) throws -> [String] {
  let location = try #require(set.type(named: type), "\(type) is missing")
  let image = set.images[location.image]
  return image.methods(of: location.type)
    .filter { image.name(of: $0).equals(name) && image.isAvailable($0) }
    .map { image.documentationId(of: $0) }
}

@Test func knowsTheOverloadsOfTaskRun() throws {
  let set = try catalogue().references(target: .net10)
  let run = try methods("Run", of: "System.Threading.Tasks.Task", in: set)
  #expect(
    Set(run) == [
      "M:System.Threading.Tasks.Task.Run(System.Action)",
      "M:System.Threading.Tasks.Task.Run(System.Action,System.Threading.CancellationToken)",
      "M:System.Threading.Tasks.Task.Run(System.Func{System.Threading.Tasks.Task})",
      "M:System.Threading.Tasks.Task.Run(System.Func{System.Threading.Tasks.Task},System.Threading.CancellationToken)",
      "M:System.Threading.Tasks.Task.Run``1(System.Func{System.Threading.Tasks.Task{``0}})",
      "M:System.Threading.Tasks.Task.Run``1(System.Func{System.Threading.Tasks.Task{``0}},System.Threading.CancellationToken)",
      "M:System.Threading.Tasks.Task.Run``1(System.Func{``0})",
      "M:System.Threading.Tasks.Task.Run``1(System.Func{``0},System.Threading.CancellationToken)",
    ])
}

@Test func knowsSinceWhenSomethingIsThere() throws {
  let new = try catalogue().references(target: .net10)
  let old = try catalogue().references(target: .net8)
  let standard = try catalogue().references(target: .netstandard20)
  #expect(try methods("ReadAllTextAsync", of: "System.IO.File", in: new).count == 2)
  #expect(try methods("ReadAllTextAsync", of: "System.IO.File", in: standard) == [])
  // .NET 9 brought System.Threading.Lock and Task.WhenEach.
  #expect(new.type(named: "System.Threading.Lock") != nil)
  #expect(old.type(named: "System.Threading.Lock") == nil)
  #expect(try !methods("WhenEach", of: "System.Threading.Tasks.Task", in: new).isEmpty)
  #expect(try methods("WhenEach", of: "System.Threading.Tasks.Task", in: old) == [])
  #expect(try !methods("WaitAsync", of: "System.Threading.Tasks.Task", in: old).isEmpty)
  #expect(try methods("WaitAsync", of: "System.Threading.Tasks.Task", in: standard) == [])
}

@Test func knowsTheWebTheDesktopAndPackages() throws {
  let layers = [
    Catalogue.FrameworkLayer.web, Catalogue.FrameworkLayer.windowsDesktop,
    Catalogue.layerName(ofPackage: "Microsoft.EntityFrameworkCore"), Catalogue.layerName(ofPackage: "xunit.assert"),
    Catalogue.layerName(ofPackage: "StackExchange.Redis"),
    Catalogue.layerName(ofPackage: "Microsoft.VisualStudio.Threading.Only"),
  ]
  let set = try catalogue().references(target: .net10, layers: layers)
  for name in [
    "Microsoft.AspNetCore.Http.HttpContext", "System.Windows.Threading.Dispatcher", "System.Windows.Forms.Control",
    "Microsoft.EntityFrameworkCore.DbContext", "Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions",
    "Xunit.Assert", "StackExchange.Redis.IDatabase", "Microsoft.VisualStudio.Threading.JoinableTaskFactory",
  ] {
    #expect(
      set.types(
        namespace: String(name[..<(try #require(name.lastIndex(of: ".")))]),
        name: String(name.split(separator: ".").last ?? "")
      ).count == 1, "\(name)")
  }
  // Types of other layers are found by name.
  let context = try #require(set.type(named: "Microsoft.EntityFrameworkCore.DbContext"))
  let image = set.images[context.image]
  let save = try #require(image.methods(of: context.type).first { image.name(of: $0) == "SaveChangesAsync" })
  guard case .named(let task, _, let arguments)? = image.signature(of: save)?.returnType else {
    Issue.record("no task")
    return
  }
  #expect(arguments == [.primitive(.int32)])
  #expect(set.resolve(task, in: context.image) == set.type(named: "System.Threading.Tasks.Task`1"))
}

@Test func knowsTheDotNetFramework() throws {
  let set = try catalogue().references(target: .net472)
  for name in [
    "System.Web.HttpContext", "System.ServiceModel.ClientBase`1", "System.Net.WebClient", "System.String",
    "System.Threading.Thread", "System.Windows.Forms.Control",
  ] {
    let dot = try #require(name.lastIndex(of: "."))
    let found = set.types(namespace: String(name[..<dot]), name: String(name[name.index(after: dot)...]))
    #expect(found.count == 1, "\(name)")
  }
  #expect(set.type(named: "System.Threading.Lock") == nil)
  let modern = try catalogue().references(target: .net10)
  #expect(modern.type(named: "System.Web.HttpContext") == nil)
}

@Test func keepsWhatBindingNeeds() throws {
  let set = try catalogue().references(target: .net10)
  let location = try #require(set.type(named: "System.Linq.Enumerable"))
  let image = set.images[location.image]
  #expect(image.hasAttribute(.extension, on: location.type))
  let concat = try #require(set.type(named: "System.String"))
  let strings = set.images[concat.image]
  let join = try #require(
    strings.methods(of: concat.type).first {
      strings.documentationId(of: $0) == "M:System.String.Join(System.String,System.String[])"
    })
  let last = try #require(strings.parameter(of: join, sequence: 2))
  #expect(strings.name(of: last) == "value")
  #expect(strings.isParams(last))
}

/// The folder with `packs` and `packages` that the catalogue was compiled from, where it is at hand.
private let assemblies = ProcessInfo.processInfo.environment["AWAITWISE_REFERENCE_ASSEMBLIES"]

@Test(.enabled(if: assemblies != nil, "AWAITWISE_REFERENCE_ASSEMBLIES names no folder"))
func theCatalogueIsWhatTheCommandWrites() throws {
  let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/FrameworkCatalogueData/catalogue.bin")
  let command = try #require(Bundle.main.executableURL).deletingLastPathComponent().appending(path: "awaitwise-dev")
  let output = FileManager.default.temporaryDirectory.appending(path: "awaitwise-catalogue-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: output) }
  let process = Process()
  process.executableURL = command
  process.arguments = ["catalogue", "--references", try #require(assemblies), "--out", output.path]
  process.standardError = FileHandle.nullDevice
  try process.run()
  process.waitUntilExit()
  #expect(process.terminationStatus == 0)
  #expect(try Data(contentsOf: output) == Data(contentsOf: source))
}
