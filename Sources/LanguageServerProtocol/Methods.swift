import JSONRPC

/// The names of the messages we know.
package enum Method {
  package static let initialize = "initialize"
  package static let initialized = "initialized"
  package static let shutdown = "shutdown"
  package static let exit = "exit"
  package static let cancelRequest = "$/cancelRequest"
  package static let progress = "$/progress"
  package static let setTrace = "$/setTrace"
  package static let logTrace = "$/logTrace"
  package static let showMessage = "window/showMessage"
  package static let createWorkDoneProgress = "window/workDoneProgress/create"
  package static let cancelWorkDoneProgress = "window/workDoneProgress/cancel"
  package static let registerCapability = "client/registerCapability"
  package static let unregisterCapability = "client/unregisterCapability"
  package static let didOpen = "textDocument/didOpen"
  package static let didChange = "textDocument/didChange"
  package static let didSave = "textDocument/didSave"
  package static let didClose = "textDocument/didClose"
  package static let publishDiagnostics = "textDocument/publishDiagnostics"
  package static let diagnostic = "textDocument/diagnostic"
  package static let refreshDiagnostics = "workspace/diagnostic/refresh"
  package static let codeAction = "textDocument/codeAction"
  package static let resolveCodeAction = "codeAction/resolve"
  package static let hover = "textDocument/hover"
  package static let configuration = "workspace/configuration"
  package static let didChangeConfiguration = "workspace/didChangeConfiguration"
  package static let didChangeWatchedFiles = "workspace/didChangeWatchedFiles"
  package static let didChangeWorkspaceFolders = "workspace/didChangeWorkspaceFolders"
  package static let executeCommand = "workspace/executeCommand"
}

extension ErrorCode {
  package static let serverNotInitialized = ErrorCode(rawValue: -32002)
  /// The client cancelled the request.
  package static let requestCancelled = ErrorCode(rawValue: -32800)
  /// What the request is about changed meanwhile, so that no answer would be right.
  package static let contentModified = ErrorCode(rawValue: -32801)
  /// The server gave up a request that allows it.
  package static let serverCancelled = ErrorCode(rawValue: -32802)
  /// The request is well-formed but can't be carried out.
  package static let requestFailed = ErrorCode(rawValue: -32803)
}
