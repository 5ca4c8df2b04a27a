/// How a server is started.
package struct ServerOptions: Sendable {
  package enum Recording: Sendable {
    /// With the texts of the documents.
    case whole(path: String)
    /// With the texts blanked out, for sessions over code that must not be passed on.
    case withoutTexts(path: String)
  }

  /// Shown as `serverInfo.version`.
  package var version: String
  package var logLevel = LogLevel.info
  /// Ends the server when that process ends, beside the one that `initialize` names.
  package var clientProcessID: Int64?
  /// Writes the session in the format of `protocol-fixtures/`.
  package var recording: Recording?
  /// Settings that hold until the client sends others; tests set a debounce of 0 here.
  package var settings = Settings()
  /// `nil`: as many as there are processors, at least two.
  package var workerCount: Int?
  /// Where the note about a crash is kept; `nil`: in the user's cache folder.
  package var cacheDirectory: String?

  package init(version: String) { self.version = version }
}

/// What of the world the server's state looks at; tests put in their own.
package struct ServerEnvironment {
  package var now: () -> ContinuousClock.Instant
  package var isProcessAlive: (Int64) -> Bool
  var fileStamp: (String) -> FileStamp?
  package var homeDirectory: String?
  package var log: Log
  /// Documents that the server died of in earlier runs.
  package var suspects: Set<String> = []

  /// The real ones.
  package init(log: Log) {
    now = { ContinuousClock.now }
    isProcessAlive = Platform.isProcessAlive
    fileStamp = Platform.stamp
    homeDirectory = Platform.environmentVariable("HOME")
    self.log = log
  }
}
