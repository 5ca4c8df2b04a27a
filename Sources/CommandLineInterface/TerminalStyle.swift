import ConcurrencyRules

/// Colors and weights of terminals (ECMA-48 SGR), or none.
struct TerminalStyle {
  let usesColor: Bool

  enum Face: String {
    case bold = "1"
    case dim = "2"
    case red = "1;31"
    case yellow = "1;33"
    case blue = "1;34"
    case cyan = "1;36"
    case green = "32"
    case removed = "31"
    case hunk = "36"
  }

  func callAsFunction(_ face: Face, _ text: String) -> String {
    usesColor && !text.isEmpty ? "\u{1b}[\(face.rawValue)m\(text)\u{1b}[0m" : text
  }

  func callAsFunction(_ severity: Severity, _ text: String) -> String {
    switch severity {
    case .error: self(.red, text)
    case .warning: self(.yellow, text)
    case .suggestion, .off: self(.cyan, text)
    }
  }
}

/// The text as it may be sent to a terminal: tabs become blanks, and characters that would steer the terminal or turn
/// the direction of writing are replaced.
///
/// - Parameter column: where the text begins, for tabs; updated.
func displayable(_ text: some StringProtocol, column: inout Int) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if scalar == "\t" {
      let blanks = tabWidth - column % tabWidth
      for _ in 0..<blanks { result.append(" ") }
      column += blanks
      continue
    }
    let shown = isHarmless(scalar) ? scalar : "\u{fffd}"
    result.append(shown)
    column += displayWidth(shown)
  }
  return String(result)
}

func displayable(_ text: some StringProtocol) -> String {
  var column = 0
  return displayable(text, column: &column)
}

private let tabWidth = 4

private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value) { return false }
  switch scalar.value {
  case 0x2028, 0x2029, 0x202a...0x202e, 0x2066...0x2069: return false
  default: return true
  }
}
