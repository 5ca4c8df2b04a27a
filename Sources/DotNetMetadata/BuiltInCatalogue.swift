import FrameworkCatalogueData

extension Catalogue {
  /// The catalogue inside the executable. Reading its directory takes microseconds, its images are opened when asked
  /// for, and pages come into memory when they are read. Nil only if the executable is broken, which a test excludes.
  package static let builtIn: Catalogue? = {
    guard let bytes = framework_catalogue_bytes() else { return nil }
    let view = ByteView(base: UnsafeRawPointer(bytes), count: framework_catalogue_size())
    return try? Catalogue(view)
  }()

  /// The names of the layers that every project of a kind sees.
  package enum FrameworkLayer {
    package static let core = "Microsoft.NETCore.App"
    package static let web = "Microsoft.AspNetCore.App"
    package static let windowsDesktop = "Microsoft.WindowsDesktop.App"
    package static let netFramework = ".NETFramework,Version=v4.7.2"
  }

  /// The name of the layer that a package's id stands for.
  package static func layerName(ofPackage id: String) -> String { "package:" + id.lowercased() }

  /// The images of some layers as a project for `target` sees them; names without a layer are skipped.
  package func images(_ names: [String], target: FrameworkSet) -> [AssemblyImage] {
    names.compactMap { name in layer(named: name).flatMap { try? image(of: $0, target: target) } }
  }

  /// A set that stands for the references of a project that has none at hand.
  /// - Parameters:
  ///   - target: one framework, what the project is built for.
  ///   - layers: names beside the framework's own: of the web and desktop layers, of packages.
  ///   - others: real assemblies that are there all the same.
  package func references(
    target: FrameworkSet, layers: [String] = [], others: [AssemblyImage] = []
  ) -> ReferenceSet {
    var names = [FrameworkLayer.core] + layers
    if target.contains(.net472) { names += [FrameworkLayer.windowsDesktop, FrameworkLayer.netFramework] }
    var seen: Set<String> = []
    names.removeAll { !seen.insert($0).inserted }
    return ReferenceSet(images(names, target: target) + others, missingAssembly: .byName)
  }
}
