import Testing

@testable import DotNetMetadata

@Test func theCatalogueIsInTheExecutable() {
  #expect(Catalogue.builtIn?.layer(named: Catalogue.FrameworkLayer.core) != nil)
}
