import ConcurrencyRules

/// An option of a command, as the parser and the help text need it.
struct OptionSpecification {
  /// With dashes, such as `--format`.
  let name: String
  /// One letter with a dash.
  var short: String?
  /// What the help text calls the value; `nil` for a switch.
  var value: String?
  /// The words that the value may be; empty for anything.
  var choices: [String] = []
  /// Whether it may be given again, each time adding to the ones before.
  var isRepeatable = false
  /// For the help text, without a full stop.
  let help: String
}

/// A mistake in the arguments, ready to be shown behind `error: `.
struct UsageError: Error, Hashable {
  let message: String

  init(_ message: String) { self.message = message }
}

/// What was written on the command line behind a command's name.
struct ParsedArguments {
  private(set) var values: [String: [String]] = [:]
  private(set) var operands: [String] = []

  func has(_ option: String) -> Bool { values[option] != nil }
  func value(_ option: String) -> String? { values[option]?.last }
  func values(_ option: String) -> [String] { values[option] ?? [] }

  /// Reads options anywhere among the operands, as `--name value` or `--name=value`; `--` ends them, `-` is an operand.
  init(_ arguments: some Sequence<String>, options: [OptionSpecification]) throws(UsageError) {
    var iterator = arguments.makeIterator()
    var optionsEnded = false
    while let argument = iterator.next() {
      if optionsEnded || argument == "-" || !argument.hasPrefix("-") {
        operands.append(argument)
        continue
      }
      if argument == "--" {
        optionsEnded = true
        continue
      }
      let equals = argument.hasPrefix("--") ? argument.firstIndex(of: "=") : nil
      let name = String(argument[..<(equals ?? argument.endIndex)])
      guard let option = options.first(where: { $0.name == name || $0.short == name }) else {
        throw UsageError(ParsedArguments.unknown(name, options: options))
      }
      var value = ""
      if let label = option.value {
        if let equals {
          value = String(argument[argument.index(after: equals)...])
        } else if let next = iterator.next() {
          value = next
        } else {
          throw UsageError("option '\(name)' needs a value: \(ParsedArguments.form(option, label))")
        }
        if value.isEmpty {
          throw UsageError("option '\(name)' needs a value: \(ParsedArguments.form(option, label))")
        }
        if !option.choices.isEmpty && !option.choices.contains(value) {
          let hint = nearest(to: value, among: option.choices).map { " (did you mean '\($0)'?)" } ?? ""
          throw UsageError(
            "option '\(name)' can't be '\(value)'\(hint); choose one of \(option.choices.joined(separator: ", "))")
        }
      } else if equals != nil {
        throw UsageError("option '\(name)' takes no value")
      }
      if values[option.name] != nil && !option.isRepeatable && option.value != nil {
        throw UsageError("option '\(option.name)' is given twice")
      }
      values[option.name, default: []].append(value)
    }
  }

  private static func form(_ option: OptionSpecification, _ label: String) -> String {
    option.choices.isEmpty ? "\(option.name) \(label)" : "one of \(option.choices.joined(separator: ", "))"
  }

  private static func unknown(_ name: String, options: [OptionSpecification]) -> String {
    guard let guess = nearest(to: name, among: options.map(\.name)) else { return "unknown option '\(name)'" }
    return "unknown option '\(name)' (did you mean '\(guess)'?)"
  }
}

/// Reads a number that must lie in a range.
func number(_ text: String, of option: String, in range: ClosedRange<Int>) throws(UsageError) -> Int {
  guard let number = Int(text), range.contains(number) else {
    throw UsageError(
      "option '\(option)' can't be '\(text)'; give a whole number from \(range.lowerBound) to \(range.upperBound)")
  }
  return number
}
