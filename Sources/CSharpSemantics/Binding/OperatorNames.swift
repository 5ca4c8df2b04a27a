import CSharpSyntax

/// Metadata names of user-defined operators.
enum OperatorNames {
  static func metadataName(
    _ token: SyntaxKind, parameterCount: Int, isChecked: Bool = false, isInstance: Bool = false
  ) -> String {
    let name = bareName(token, parameterCount: parameterCount, isInstance: isInstance)
    return "op_" + (isChecked ? "Checked" : "") + name
  }

  private static func bareName(_ token: SyntaxKind, parameterCount: Int, isInstance: Bool) -> String {
    switch token {
    case .plusToken: parameterCount == 1 ? "UnaryPlus" : "Addition"
    case .minusToken: parameterCount == 1 ? "UnaryNegation" : "Subtraction"
    case .exclamationToken: "LogicalNot"
    case .tildeToken: "OnesComplement"
    case .plusPlusToken: isInstance ? "IncrementAssignment" : "Increment"
    case .minusMinusToken: isInstance ? "DecrementAssignment" : "Decrement"
    case .trueKeyword: "True"
    case .falseKeyword: "False"
    case .asteriskToken: "Multiply"
    case .slashToken: "Division"
    case .percentToken: "Modulus"
    case .ampersandToken: "BitwiseAnd"
    case .barToken: "BitwiseOr"
    case .caretToken: "ExclusiveOr"
    case .lessThanLessThanToken: "LeftShift"
    case .greaterThanGreaterThanToken: "RightShift"
    case .greaterThanGreaterThanGreaterThanToken: "UnsignedRightShift"
    case .equalsEqualsToken: "Equality"
    case .exclamationEqualsToken: "Inequality"
    case .lessThanToken: "LessThan"
    case .greaterThanToken: "GreaterThan"
    case .lessThanEqualsToken: "LessThanOrEqual"
    case .greaterThanEqualsToken: "GreaterThanOrEqual"
    case .plusEqualsToken: "AdditionAssignment"
    case .minusEqualsToken: "SubtractionAssignment"
    case .asteriskEqualsToken: "MultiplicationAssignment"
    case .slashEqualsToken: "DivisionAssignment"
    case .percentEqualsToken: "ModulusAssignment"
    case .ampersandEqualsToken: "BitwiseAndAssignment"
    case .barEqualsToken: "BitwiseOrAssignment"
    case .caretEqualsToken: "ExclusiveOrAssignment"
    case .lessThanLessThanEqualsToken: "LeftShiftAssignment"
    case .greaterThanGreaterThanEqualsToken: "RightShiftAssignment"
    case .greaterThanGreaterThanGreaterThanEqualsToken: "UnsignedRightShiftAssignment"
    default: "Unknown"
    }
  }
}
