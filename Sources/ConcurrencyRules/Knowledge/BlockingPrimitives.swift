import CSharpSemantics
import CSharpSyntax

/// Calls that block the thread without any task (D21).
struct BlockingPrimitives {
  private let table: MemberTable

  private static let members: [String: Set<String>] = [
    "System.Threading.WaitHandle": ["WaitOne", "WaitAll", "WaitAny", "SignalAndWait"],
    "System.Threading.ManualResetEventSlim": ["Wait"],
    "System.Threading.CountdownEvent": ["Wait"],
    "System.Threading.Barrier": ["SignalAndWait"],
    "System.Threading.SemaphoreSlim": ["Wait"],
    "System.Threading.Monitor": ["Wait"],
    "System.Threading.Thread": ["Join", "Sleep"],
    "System.Threading.SpinWait": ["SpinUntil"],
    "System.Collections.Concurrent.BlockingCollection": ["Take", "GetConsumingEnumerable", "Add"],
    "System.Diagnostics.Process": ["WaitForExit"],
    "System.Console": ["Read", "ReadKey", "ReadLine"],
    "System.Net.Sockets.TcpListener": ["AcceptSocket", "AcceptTcpClient"],
    "System.Net.Sockets.Socket": ["Accept", "Receive", "Connect"],
    "System.Net.HttpListener": ["GetContext"],
    "System.IO.Pipes.NamedPipeServerStream": ["WaitForConnection"],
    "System.Windows.Threading.Dispatcher": ["Invoke"],
    "System.Windows.Forms.Control": ["Invoke"],
  ]

  init(settings: RuleSettings) {
    var table = MemberTable(members: BlockingPrimitives.members)
    table.add(settings.list("blocking_primitives") ?? [])
    self.table = table
  }

  /// Whether an invocation blocks; calls with a constant zero timeout never do.
  func contains(_ invocation: SyntaxNode, model: SemanticModel) -> Bool {
    guard invocation.kind == .invocationExpression, let name = invokedName(of: invocation),
      table.mentions(member: name),
      let method = model.symbol(of: invocation).symbol, table.contains(method)
    else { return false }
    return !ZeroTimeout.isPassed(to: invocation, model: model)
  }
}

/// Timeouts that make a wait a mere test.
enum ZeroTimeout {
  /// Whether an argument of the call is a constant zero for a timeout.
  static func isPassed(to invocation: SyntaxNode, model: SemanticModel) -> Bool {
    guard let method = model.symbol(of: invocation).symbol,
      let list = invocation.childNodes.first(where: { $0.kind == .argumentList })
    else { return false }
    for (index, node) in list.nodeList(1).enumerated() {
      guard let argument = ArgumentSyntax(node) else { continue }
      let name = argument.nameColon.map { $0.requiredNode(0).identifierText }
      let parameter =
        name.flatMap { name in method.parameters.first { $0.name == name } }
        ?? (method.parameters.indices.contains(index) ? method.parameters[index] : nil)
      guard let parameter else { continue }
      let isTimeout =
        parameter.type.qualifiedName == "System.TimeSpan"
        || ((parameter.type.specialType == .int32 || parameter.type.specialType == .int64)
          && parameter.name.lowercased().contains("timeout"))
      if isTimeout, isZero(argument.expression.withoutParentheses, model: model) { return true }
    }
    return false
  }

  static func isZero(_ expression: SyntaxNode, model: SemanticModel) -> Bool {
    if case .integer(0)? = model.constantValue(of: expression) { return true }
    switch expression.kind {
    case .defaultLiteralExpression, .defaultExpression: return true
    case .simpleMemberAccessExpression:
      return expression.requiredNode(2).text == "Zero"
        && model.symbol(of: expression).symbol?.containingType?.qualifiedName == "System.TimeSpan"
    case .invocationExpression:
      guard let name = invokedName(of: expression), name.hasPrefix("From"),
        let argument = expression.requiredNode(1).nodeList(1).single.flatMap({ ArgumentSyntax($0) })
      else { return false }
      switch model.constantValue(of: argument.expression) {
      case .integer(0)?: return true
      case .double(let value)?: return value == 0
      default: return false
      }
    default: return false
    }
  }
}
