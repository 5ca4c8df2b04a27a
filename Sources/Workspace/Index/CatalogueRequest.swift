import DotNetMetadata

/// What of the built-in catalogue stands for a project's references where the real assemblies are not on the machine.
struct CatalogueRequest: Hashable, Sendable {
  let target: FrameworkSet
  let layers: [String]

  /// - Parameter facts: of a project, or of a file without one, whose kind is unknown.
  init(_ facts: ProjectFacts, catalogue: Catalogue) {
    target = CatalogueRequest.target(of: facts.targetFramework)
    var layers: [String] = []
    let isLoose = facts.kind == .unknown
    if isLoose || facts.frameworkReferences.contains(where: { $0.hasPrefix("Microsoft.AspNetCore.App") }) {
      layers.append(Catalogue.FrameworkLayer.web)
    }
    if facts.frameworkReferences.contains(where: { $0.hasPrefix("Microsoft.WindowsDesktop.App") }) || facts.kind == .ui
    {
      layers.append(Catalogue.FrameworkLayer.windowsDesktop)
    }
    let packages = facts.packageReferences.map(\.name.asciiLowercased)
    for layer in catalogue.layers where layer.name.hasPrefix(CatalogueRequest.packagePrefix) {
      let id = String(layer.name.dropFirst(CatalogueRequest.packagePrefix.count))
      if isLoose || packages.contains(where: { CatalogueRequest.brings($0, id) }) { layers.append(layer.name) }
    }
    self.layers = layers
  }

  private static let packagePrefix = Catalogue.layerName(ofPackage: "")

  /// Whether a reference to one package most likely brings another: itself, or one of the same family.
  private static func brings(_ package: String, _ id: String) -> Bool {
    package == id || package.hasPrefix(id + ".") || id.hasPrefix(package + ".")
  }

  private static func target(of framework: TargetFramework?) -> FrameworkSet {
    guard let framework else { return .net10 }
    switch framework.family {
    case .netFramework: return .net472
    case .netStandard: return framework.version < [2, 1] ? .netstandard20 : .netstandard21
    default: return framework.version < [9] ? .net8 : .net10
    }
  }
}
