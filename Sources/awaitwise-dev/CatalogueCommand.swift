import DotNetMetadata
import Glibc
import Workspace

/// `awaitwise-dev catalogue --references DIR --out FILE`: compiles the built-in catalogue from reference assemblies.
///
/// `DIR` has targeting packs in `packs` and a NuGet folder in `packages`. The output depends on nothing but their contents.
enum CatalogueCommand {
  static func run(_ arguments: [String]) -> Int32 {
    var root: String?
    var out: String?
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--references": root = rest.popFirst()
      case "--out": out = rest.popFirst()
      default:
        complain("\(argument): unknown")
        return 2
      }
    }
    guard let root, let out else {
      complain("usage: awaitwise-dev catalogue --references DIR --out FILE")
      return 2
    }
    do throws(MetadataError) {
      let bytes = try CatalogueSources(root: root).compile { complain($0) }
      guard FileTree.write(bytes, to: out) else {
        complain("\(out): can't be written")
        return 1
      }
      complain("\(out): \(bytes.count) bytes")
      return 0
    } catch {
      complain("\(error)")
      return 1
    }
  }
}

/// The assemblies that the catalogue is compiled from.
struct CatalogueSources {
  let root: String

  /// The layers of packages, by the id of the package that switches one on. Each layer is all assemblies of that package; its
  /// dependencies are layers of their own or part of a framework.
  static let packages = [
    "confluent.kafka", "dapper", "grpc.core.api", "grpc.net.client", "hangfire.core", "mediatr",
    "microsoft.azure.functions.worker.core", "microsoft.data.sqlclient", "microsoft.entityframeworkcore",
    "microsoft.entityframeworkcore.abstractions", "microsoft.entityframeworkcore.relational",
    "microsoft.visualstudio.threading.only", "moq", "mstest.testframework", "nito.asyncex.context",
    "nito.asyncex.coordination", "nito.asyncex.tasks", "nito.collections.deque", "nito.disposables", "nsubstitute",
    "nunit", "polly", "polly.core", "polly.extensions", "quartz", "rabbitmq.client", "stackexchange.redis",
    "system.interactive.async", "system.linq.async", "system.reactive", "tunit.core", "xunit.abstractions",
    "xunit.assert",
    "xunit.extensibility.core", "xunit.v3.assert", "xunit.v3.common", "xunit.v3.core.mtp-v1",
    "xunit.v3.extensibility.core",
  ]

  /// Namespaces of packages that applications do not call, by prefix or (with a dot before) by suffix: left out, since the
  /// catalogue's size is limited. What refers to them has unknown types.
  static let omittedNamespaces = [
    ".Internal", ".Internals", "Hangfire.Dashboard", "Microsoft.EntityFrameworkCore.Design",
    "Microsoft.EntityFrameworkCore.Metadata.Conventions", "Microsoft.EntityFrameworkCore.Migrations.Design",
    "Microsoft.EntityFrameworkCore.Query", "Microsoft.EntityFrameworkCore.Scaffolding",
    "Microsoft.EntityFrameworkCore.Update", "NUnit.Framework.Internal", "Quartz.Impl.AdoJobStore",
    "System.Reactive.PlatformServices", "TUnit.Core.SourceGenerator",
  ]

  /// The assemblies of .NET Framework that classic desktop, ASP.NET and WCF applications use.
  static let framework = [
    "mscorlib", "System", "System.ComponentModel.DataAnnotations", "System.Configuration", "System.Core", "System.Data",
    "System.Data.DataSetExtensions", "System.Drawing", "System.IO.Compression", "System.IO.Compression.FileSystem",
    "System.Messaging", "System.Net", "System.Net.Http", "System.Net.Http.WebRequest", "System.Numerics",
    "System.Runtime.Caching", "System.Runtime.Serialization", "System.Security", "System.ServiceModel",
    "System.ServiceModel.Activation", "System.ServiceModel.Web", "System.ServiceProcess", "System.Transactions",
    "System.Web", "System.Web.Abstractions", "System.Web.ApplicationServices", "System.Web.Extensions",
    "System.Web.Routing", "System.Web.Services", "System.Xml", "System.Xml.Linq", "Microsoft.CSharp",
  ]

  /// Namespaces of these that hold little for concurrency.
  static let omittedFrameworkNamespaces = [
    "System.Runtime.Remoting", "System.Runtime.InteropServices.Expando", "System.Runtime.InteropServices.TCEAdapterGen",
    "System.Security.Permissions", "System.Security.Policy", "System.Web.UI.Adapters", "System.Web.UI.Design",
    "System.Web.UI.MobileControls", "System.Web.UI.WebControls.Adapters", "System.Web.UI.WebControls.Expressions",
    "System.Web.UI.WebControls.WebParts", "System.Workflow",
  ]

  func compile(report: (String) -> Void) throws(MetadataError) -> [UInt8] {
    let packs = root + "/packs/"
    func pack(_ name: String, major: String) throws(MetadataError) -> [AssemblyImage] {
      let versions = FileTree.folders(in: packs + name).filter { $0.prefix { $0 != "." } == major }
      guard let version = versions.last else {
        throw MetadataError(file: packs + name, reason: .unreadable("no version \(major)"))
      }
      return try open([packs + name + "/" + version + "/ref"])
    }
    let core = try pack("Microsoft.NETCore.App.Ref", major: "10")
    let web = try pack("Microsoft.AspNetCore.App.Ref", major: "10")
    let desktop = try pack("Microsoft.WindowsDesktop.App.Ref", major: "10")
    let core8 = PublicAPI(try pack("Microsoft.NETCore.App.Ref", major: "8"))
    let web8 = PublicAPI(try pack("Microsoft.AspNetCore.App.Ref", major: "8"))
    let standard21 = PublicAPI(try pack("NETStandard.Library.Ref", major: "2"))
    let standard20 = PublicAPI(try open([root + "/packages/netstandard.library"]))
    let netfx = try open([root + "/packages/microsoft.netframework.referenceassemblies.net472"])
    let netfxAPI = PublicAPI(netfx)

    var layers: [Catalogue.LayerContents] = []
    func add(
      _ name: String, _ layer: [AssemblyImage], dependencies: [AssemblyImage], everywhere: FrameworkSet,
      attributes: Set<WellKnownAttribute> = LayerCompiler.keptAttributes,
      including: @escaping (String, TypeLocation) -> Bool = { _, _ in true },
      frameworks: @escaping (String) -> FrameworkSet
    ) {
      let names = Set(layer.map(\.name))
      let set = ReferenceSet(layer + dependencies.filter { !names.contains($0.name) })
      var compiler = LayerCompiler(
        set: set, layer: Array(layer.indices), attributes: attributes, including: including, frameworks: frameworks)
      let metadata = compiler.compile(name: name)
      report(
        "\(name): \(metadata.count) bytes, \(compiler.typeMasks.count) types, \(compiler.methodMasks.count) methods")
      layers.append(
        Catalogue.LayerContents(
          name: name, frameworks: everywhere, metadata: metadata, typeMasks: compiler.typeMasks,
          fieldMasks: compiler.fieldMasks, methodMasks: compiler.methodMasks))
    }

    // .NET Framework's layer has only what the others have not: types that differ from those of .NET, whole. These are not
    // offered from the other layers then.
    let shared = PublicAPI(core + desktop)
    let wanted = Set(Self.framework)
    let netfxLayer = netfx.filter { wanted.contains($0.name.string) }
    var taken: Set<TypeLocation> = []
    var takenIds: Set<String> = []
    for (index, image) in netfxLayer.enumerated() {
      for type in image.types where !image.attributes(of: type).isNested && LayerCompiler.isVisible(type, in: image) {
        guard !Self.isOmitted(image.namespace(of: type), Self.omittedFrameworkNamespaces) else { continue }
        let ids = PublicAPI.ids(of: type, in: image)
        if ids.allSatisfy({ shared.contains($0) }) { continue }
        taken.insert(TypeLocation(image: index, type: type))
        takenIds.formUnion(ids.filter { $0.hasPrefix("T:") })
      }
    }
    func isOfFramework(_ id: String) -> Bool { netfxAPI.contains(id) && !takenIds.contains(id) }

    add("Microsoft.NETCore.App", core, dependencies: [], everywhere: .all) { id in
      var result: FrameworkSet = .net10
      if core8.contains(id) { result.insert(.net8) }
      if standard20.contains(id) { result.insert(.netstandard20) }
      if standard21.contains(id) { result.insert(.netstandard21) }
      if isOfFramework(id) { result.insert(.net472) }
      return result
    }
    add("Microsoft.AspNetCore.App", web, dependencies: core, everywhere: [.net10, .net8]) { id in
      web8.contains(id) || core8.contains(id) ? [.net10, .net8] : .net10
    }
    // There is one version of this pack only, so nothing is known about .NET 8.
    add("Microsoft.WindowsDesktop.App", desktop, dependencies: core, everywhere: [.net10, .net8, .net472]) { id in
      isOfFramework(id) ? [.net10, .net8, .net472] : [.net10, .net8]
    }
    add(
      ".NETFramework,Version=v4.7.2", netfxLayer, dependencies: netfx, everywhere: .net472,
      including: { _, location in taken.contains(location) }, frameworks: { _ in .net472 })
    for package in Self.packages {
      let path = root + "/packages/" + package
      guard let version = FileTree.folders(in: path).max(by: Self.precedes) else {
        report("\(package): not there")
        continue
      }
      let images = try open([path + "/" + version])
      let others = try open(
        Self.packages.filter { $0 != package }.map { root + "/packages/" + $0 }.filter { FileTree.isDirectory($0) })
      add(
        "package:" + package, images, dependencies: core + web + others, everywhere: .all,
        attributes: LayerCompiler.keptAttributes.subtracting([.nullable, .nullableContext]),
        including: { _, location in
          !Self.isOmitted(images[location.image].namespace(of: location.type), Self.omittedNamespaces)
        }, frameworks: { _ in .all })
    }
    return Catalogue.serialize(layers)
  }

  private func open(_ paths: [String]) throws(MetadataError) -> [AssemblyImage] {
    var images: [AssemblyImage] = []
    for path in FileTree.assemblies(in: paths) {
      do throws(MetadataError) {
        let image = try AssemblyImage(path: path)
        if image.isAssembly { images.append(image) }
      } catch {
        // Some native images lie among .NET Framework's assemblies.
        guard error.reason == .notManaged else { throw error }
      }
    }
    return images
  }

  private static func isOmitted(_ namespace: MetadataName, _ list: [String]) -> Bool {
    let name = namespace.string
    return list.contains { omitted in
      omitted.hasPrefix(".") ? name.hasSuffix(omitted) : name == omitted || name.hasPrefix(omitted + ".")
    }
  }

  /// Versions in order: numbers by value, a pre-release before its release.
  private static func precedes(_ left: String, _ right: String) -> Bool {
    func parts(_ version: String) -> [Int] {
      version.prefix { $0 != "-" }.split(separator: ".").map { Int($0) ?? 0 }
    }
    let (a, b) = (parts(left), parts(right))
    if a != b { return a.lexicographicallyPrecedes(b) }
    return left.contains("-") && !right.contains("-")
  }
}

/// The documentation ids of all that code outside some assemblies can name.
struct PublicAPI {
  private var ids: Set<String> = []

  init(_ images: [AssemblyImage]) {
    for image in images {
      for type in image.types where LayerCompiler.isVisible(type, in: image) {
        ids.formUnion(Self.ownIds(of: type, in: image))
      }
    }
  }

  func contains(_ id: String) -> Bool { ids.contains(id) }

  /// A type's own id and those of its members and nested types.
  static func ids(of type: TypeDefinitionHandle, in image: AssemblyImage) -> [String] {
    ownIds(of: type, in: image)
      + image.nestedTypes(of: type).filter { LayerCompiler.isVisible($0, in: image) }.flatMap {
        ids(of: $0, in: image)
      }
  }

  private static func ownIds(of type: TypeDefinitionHandle, in image: AssemblyImage) -> [String] {
    var result = [image.documentationId(of: type)]
    for field in image.fields(of: type) where LayerCompiler.isKept(field, in: image) {
      result.append(image.documentationId(of: field))
    }
    for method in image.methods(of: type) where LayerCompiler.isKept(method, in: image) {
      result.append(image.documentationId(of: method))
    }
    return result
  }
}
