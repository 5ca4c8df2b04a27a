import CSharpSemantics
import CSharpSyntax

extension Symbol {
  /// Nobody is led to it: obsolete, experimental, or hidden from editors.
  var isDiscouraged: Bool {
    originalDefinition.attributes.contains { attribute in
      attribute.matches("System.ObsoleteAttribute")
        || attribute.matches("System.Diagnostics.CodeAnalysis.ExperimentalAttribute")
        || (attribute.matches("System.ComponentModel.EditorBrowsableAttribute") && attribute.saysNever)
    }
  }
}

extension AttributeData {
  /// `EditorBrowsableState.Never`, whose value is 1.
  fileprivate var saysNever: Bool {
    if case .integer(1)?? = arguments.first { return true }
    return syntax?.node.text.contains("Never") ?? false
  }
}
