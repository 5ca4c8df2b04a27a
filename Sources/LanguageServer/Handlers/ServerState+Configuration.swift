import JSONRPC
import LanguageServerProtocol

/// The settings, from the options of `initialize` and by asking the client.
extension ServerState {
  private static let section = "awaitwise"

  func takeInitialSettings(_ options: JSONValue?) {
    // Either `{ "settings": { … } }` or the settings themselves, with or without the section's name around them.
    var section = options ?? .null
    if let inner = section["settings"] { section = inner }
    if let inner = section[ServerState.section] { section = inner }
    complain(initialSettings.update(section))
    settings = initialSettings
    applySettings()
  }

  func pullConfiguration() {
    guard capabilities.configuration, isClientReady else { return }
    request(Method.configuration, ConfigurationParams(sections: [ServerState.section]).json, .configuration)
  }

  /// What comes with the notification differs from client to client, so it is used only if the client can't be asked.
  func changeConfiguration(_ params: DidChangeConfigurationParams) {
    if capabilities.configuration {
      pullConfiguration()
    } else if let section = params.settings[ServerState.section] {
      takeConfiguration(section)
    }
  }

  func takeConfiguration(_ section: JSONValue) {
    guard section != lastSection else { return }
    lastSection = section
    // A setting that is wrong keeps its last good value; one that is gone goes back to the options of `initialize`.
    var fresh = initialSettings
    let complaints = fresh.update(section)
    for (key, _) in wrongKeys(section, complaints) { keep(key, in: &fresh) }
    complain(complaints)
    guard fresh != settings else { return }
    settings = fresh
    applySettings()
  }

  private func wrongKeys(_ section: JSONValue, _ complaints: [String]) -> [(String, JSONValue)] {
    (section.objectValue?.members ?? [])
      .filter { member in complaints.contains { $0.hasPrefix("'awaitwise.\(member.key)' must") } }
      .map { ($0.key, $0.value) }
  }

  private func keep(_ key: String, in fresh: inout Settings) {
    switch key {
    case "debounceMilliseconds": fresh.debounceMilliseconds = settings.debounceMilliseconds
    case "logLevel": fresh.logLevel = settings.logLevel
    default: break
    }
  }

  private func applySettings() {
    log.level = settings.logLevel ?? options.logLevel
  }

  private func complain(_ complaints: [String]) {
    for complaint in complaints { note(.warning, complaint) }
    if !complaints.isEmpty { showMessage(.warning, "Awaitwise: " + complaints.joined(separator: " ")) }
  }
}
