import CSharpSyntax

/// Passing a cancellation token to a call (T6).
enum TokenArgument {
  /// The call's text with a token as a further argument: by name where an argument is named, else at the end.
  static func appending(_ token: String, to call: ForwardedCall) -> String {
    if call.isMethodGroup { return call.expression.text + "(" + token + ")" }
    return appending(token, to: call.expression)
  }

  /// - Parameter invocation: an invocation or object creation with an argument list.
  static func appending(_ token: String, to invocation: SyntaxNode) -> String {
    let text = invocation.text
    guard let list = ArgumentListSyntax(invocation.childNodes.last { $0.kind == .argumentList }) else { return text }
    let arguments = list.arguments
    let isNamed = arguments.contains { ArgumentSyntax($0)?.nameColon != nil }
    let argument = (arguments.isEmpty ? "" : ", ") + (isNamed ? "cancellationToken: " : "") + token
    let close = Int(list.closeParenToken.range.start.value) - Int(invocation.range.start.value)
    var bytes = Array(text.utf8)
    guard close >= 0, close <= bytes.count else { return text }
    bytes.insert(contentsOf: argument.utf8, at: close)
    return String(decoding: bytes, as: UTF8.self)
  }
}
