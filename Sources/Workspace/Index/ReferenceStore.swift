import DotNetMetadata
import Synchronization

/// Opened assemblies, and sets of them: each opened once, whatever number of projects refers to it.
final class ReferenceStore: Sendable {
  private let state = Mutex(State())

  private struct State: ~Copyable {
    /// `nil` for a file that can't be read, or is no assembly.
    var images: [String: AssemblyImage?] = [:]
    var sets: [Key: ReferenceSet] = [:]
  }

  private struct Key: Hashable {
    let paths: [String]
    let catalogue: CatalogueRequest?
  }

  /// What a project is bound against: the assemblies that it refers to, and, where the framework's own are not on this
  /// machine, the built-in catalogue in their place.
  func references(of facts: ProjectFacts) -> ReferenceSet? {
    let catalogue = ReferenceStore.hasFramework(facts.references) ? nil : Catalogue.builtIn
    let request = catalogue.map { CatalogueRequest(facts, catalogue: $0) }
    let key = Key(paths: facts.references, catalogue: request)
    if key.paths.isEmpty, request == nil { return nil }
    return state.withLock { state in
      if let known = state.sets[key] { return known }
      let images = facts.references.compactMap { ReferenceStore.image($0, &state) }
      let set =
        if let catalogue, let request {
          catalogue.references(target: request.target, layers: request.layers, others: images)
        } else {
          ReferenceSet(images)
        }
      state.sets[key] = set
      return set
    }
  }

  private static func image(_ path: String, _ state: inout State) -> AssemblyImage? {
    if let known = state.images[path] { return known }
    let image = try? AssemblyImage(path: path)
    state.images[path] = .some(image)
    return image
  }

  private static func hasFramework(_ paths: [String]) -> Bool {
    paths.contains { path in
      let name = FilePath.name(path).asciiLowercased
      return name == "system.runtime.dll" || name == "mscorlib.dll" || name == "netstandard.dll"
    }
  }
}
