/// What markup beside the sources says about their types. Asked for seldom; whoever implements it reads when it is asked.
package protocol Markup: Sendable {
  /// Whether the markup of a type names one of the type's methods as a handler of an event.
  ///
  /// - Parameter type: the full name, as `x:Class` has it.
  func attaches(_ method: String, ofType type: String) -> Bool
}
