/// A 64-bit hash that is the same on every machine and in every version (FNV-1a, then mixed once more).
struct StableHash {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    // No text contains this byte, so it separates what is combined.
    state = (state ^ 0xff) &* 0x100_0000_01b3
  }

  mutating func combine(_ text: some StringProtocol) { combine(text.utf8) }

  /// Sixteen hexadecimal digits.
  var digits: String {
    var value = state
    value = (value ^ (value >> 33)) &* 0xff51_afd7_ed55_8ccd
    value = (value ^ (value >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    value ^= value >> 33
    let text = String(value, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}
