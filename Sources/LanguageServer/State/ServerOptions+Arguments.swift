extension ServerOptions {
  /// Reads the options of `awaitwise lsp`. Those that editors add on their own account and that change nothing here
  /// (`--stdio`) are accepted, and unknown ones are passed over: an editor that can't start its server is worse.
  package init(languageServerArguments arguments: [String], version: String) {
    self.init(version: version)
    var recordingPath: String?
    var keepsTexts = true
    var index = 0
    /// The value behind `=`, or the next argument.
    func value(_ name: String) -> String? {
      let argument = arguments[index]
      if argument.hasPrefix(name + "=") { return String(argument.dropFirst(name.count + 1)) }
      guard argument == name, index + 1 < arguments.count else { return nil }
      index += 1
      return arguments[index]
    }
    while index < arguments.count {
      if let level = value("--log-level") {
        logLevel = LogLevel(name: level) ?? logLevel
      } else if let id = value("--clientProcessId") {
        clientProcessID = Int64(id)
      } else if let path = value("--record") {
        recordingPath = path
      } else if arguments[index] == "--record-without-texts" {
        keepsTexts = false
      } else if let milliseconds = value("--debounce").flatMap({ Int($0) }), (0...10_000).contains(milliseconds) {
        settings.debounceMilliseconds = milliseconds
      }
      index += 1
    }
    if let recordingPath {
      recording = keepsTexts ? .whole(path: recordingPath) : .withoutTexts(path: recordingPath)
    }
  }
}
