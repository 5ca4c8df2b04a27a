import CSharpSemantics
import CSharpSyntax

/// An assembly attribute of `Meziantou.Analyzer.Annotations`, which each project may declare for itself: known by its
/// namespace and name (D32).
struct AssemblyAnnotation {
  /// The expressions of its arguments.
  let arguments: [SyntaxNode]
  /// Of the file that it stands in.
  let model: SemanticModel

  private static let namespace = "Meziantou.Analyzer.Annotations"

  /// All that the project's sources hold.
  static func all(named name: String, in context: RuleContext) -> [AssemblyAnnotation] {
    let written = [name, name + "Attribute"]
    var found: [AssemblyAnnotation] = []
    for (index, file) in context.model.context.compilation.files.enumerated() where file.hasAssemblyAttribute(name) {
      guard let model = context.model(ofFile: index) else { continue }
      for list in model.tree.root.attributeLists {
        for node in list.nodeList(2) {
          guard let attribute = AttributeSyntax(node),
            let simple = simpleName(of: AttributeName.bare(attribute.name))?.identifierText, written.contains(simple),
            isOurs(attribute, name: name, model: model)
          else { continue }
          let arguments = AttributeArgumentListSyntax(attribute.argumentList)?.arguments
          found.append(
            AssemblyAnnotation(
              arguments: arguments?.compactMap { AttributeArgumentSyntax($0)?.expression } ?? [], model: model))
        }
      }
    }
    return found
  }

  /// Whether the class is in the namespace, or can't be found.
  private static func isOurs(_ attribute: AttributeSyntax, name: String, model: SemanticModel) -> Bool {
    guard let constructor = model.symbol(of: attribute.node).symbol, let type = constructor.containingType else {
      return true
    }
    return type.qualifiedName == namespace + "." + name + "Attribute"
  }

  /// The type that an argument `typeof(T)` names.
  func type(at index: Int) -> TypeSymbol? {
    guard arguments.indices.contains(index), let typeOf = TypeOfExpressionSyntax(arguments[index].withoutParentheses)
    else { return nil }
    return model.type(of: typeOf.type).type
  }

  /// The constant text of an argument.
  func text(at index: Int) -> String? {
    guard arguments.indices.contains(index), case .string(let text)? = model.constantValue(of: arguments[index]) else {
      return nil
    }
    return text
  }
}

/// Members whose calls a project wants to be left alone: `[assembly: ExcludeFromBlockingCallAnalysis(…)]`.
struct BlockingCallAnnotations {
  private let annotations: [AssemblyAnnotation]

  init(context: RuleContext) {
    annotations = AssemblyAnnotation.all(named: "ExcludeFromBlockingCallAnalysis", in: context)
  }

  /// Named by its documentation id, by its type, or by type, name and the types of its parameters.
  func contains(_ method: Symbol) -> Bool {
    guard !annotations.isEmpty else { return false }
    let definition = method.originalDefinition
    return annotations.contains { annotation in
      if let id = annotation.text(at: 0) { return id == definition.documentationCommentID }
      guard let type = annotation.type(at: 0), let owner = definition.containingType?.type,
        owner.isOrDerives(from: type.qualifiedName)
      else { return false }
      guard annotation.arguments.count > 1 else { return true }
      guard annotation.text(at: 1) == definition.name else { return false }
      guard annotation.arguments.count > 2 else { return true }
      let wanted = (2..<annotation.arguments.count).map { annotation.type(at: $0)?.qualifiedName }
      return wanted == definition.parameters.map { $0.type.qualifiedName }
    }
  }
}
