/// Numbers as .NET's invariant culture prints them: documentation, defaults and constants are shown to C# programmers.
package enum NumberText {
  /// Shortest digits that read back the same, scientific from 1E+15 and below 1E-05.
  package static func double(_ value: Double) -> String {
    text(value.isNaN, value.isInfinite, value.sign == .minus, value.isZero, value.magnitude.description, limit: 15)
  }

  /// The same for single precision, scientific from 1E+07.
  package static func single(_ value: Float) -> String {
    text(value.isNaN, value.isInfinite, value.sign == .minus, value.isZero, value.magnitude.description, limit: 7)
  }

  private static func text(
    _ isNaN: Bool, _ isInfinite: Bool, _ isNegative: Bool, _ isZero: Bool, _ description: String, limit: Int
  ) -> String {
    if isNaN { return "NaN" }
    let sign = isNegative ? "-" : ""
    if isInfinite { return sign + "Infinity" }
    if isZero { return sign + "0" }
    // Swift's description has the shortest digits too, only laid out differently: `1.5e-07`, `100000.0`.
    var digits: [UInt8] = []
    var pointPosition: Int?
    var exponent = 0
    var bytes = Array(description.utf8)[...]
    while let byte = bytes.popFirst() {
      if byte == UInt8(ascii: ".") {
        pointPosition = digits.count
      } else if byte == UInt8(ascii: "e") {
        exponent = Int(String(decoding: bytes, as: UTF8.self)) ?? 0
        break
      } else {
        digits.append(byte)
      }
    }
    var scale = (pointPosition ?? digits.count) + exponent
    while digits.first == UInt8(ascii: "0") {
      digits.removeFirst()
      scale -= 1
    }
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    func string(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }
    if scale > limit || scale < -3 {
      let mantissa = string(digits.prefix(1)) + (digits.count > 1 ? "." + string(digits.dropFirst()) : "")
      let power = scale - 1
      let powerDigits = String(power.magnitude)
      return sign + mantissa + "E" + (power < 0 ? "-" : "+") + (powerDigits.count < 2 ? "0" : "") + powerDigits
    }
    if scale <= 0 { return sign + "0." + String(repeating: "0", count: -scale) + string(digits) }
    if digits.count <= scale {
      return sign + string(digits) + String(repeating: "0", count: scale - digits.count)
    }
    return sign + string(digits.prefix(scale)) + "." + string(digits.dropFirst(scale))
  }
}
