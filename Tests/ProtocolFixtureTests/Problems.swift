/// The scenario itself is wrong.
struct FormatError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// Where and why a value differs from its pattern.
struct Mismatch: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// The server did something else than the scenario says.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
