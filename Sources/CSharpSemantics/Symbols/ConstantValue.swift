/// The value of a constant expression. Integers of every type, `char` and enumerations are kept by value.
package enum ConstantValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  /// Above `Int64.max`.
  case unsigned(UInt64)
  case double(Double)
  /// A constant of type `decimal`; its value is not kept.
  case decimal
  case string(String)
  /// A constant whose value is not known.
  case unknown
}
