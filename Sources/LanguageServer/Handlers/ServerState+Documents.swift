import LanguageServerProtocol
import Workspace

/// The documents that the client holds open. What it says about them wins over what lies on disk.
extension ServerState {
  func open(_ params: DidOpenTextDocumentParams) {
    let document = OpenDocument(params.textDocument, generation: nextGeneration(), epoch: epoch)
    if let old = documents[document.key] {
      note(.warning, "\(oneLine(document.uri.string)) was opened twice")
      document.published = old.published
      retireRun(of: document.key)
    }
    documents[document.key] = document
    guard document.isCSharp else { return }
    lookForChangedConfiguration(near: document.key)
    analyzeSoon(document)
  }

  func change(_ params: DidChangeTextDocumentParams) {
    guard let document = documents[params.textDocument.uri.key] else {
      note(.warning, "a change of \(oneLine(params.textDocument.uri.string)), which is not open, was ignored")
      return
    }
    if let version = params.textDocument.version {
      if version <= document.version {
        note(.warning, "\(oneLine(document.uri.string)) went from version \(document.version) to \(version)")
      }
      document.version = version
    }
    guard !params.contentChanges.isEmpty else { return }
    retireRun(of: document.key)
    if document.apply(params.contentChanges, encoding: encoding, generation: nextGeneration()) {
      note(.warning, "a change of \(oneLine(document.uri.string)) had its end before its start")
    }
    scheduleAnalysis(of: document)
  }

  func save(_ params: DidSaveTextDocumentParams) {
    let key = params.textDocument.uri.key
    guard let document = documents[key] else { return }
    if let text = params.text, !text.utf8.elementsEqual(document.bytes) {
      note(.error, "\(oneLine(document.uri.string)) was saved with another text than the changes led to; adopting it")
      retireRun(of: key)
      document.replaceText(text, generation: nextGeneration())
    }
    if document.isCSharp {
      lookForChangedConfiguration(near: key)
      if document.hostGeneration != document.generation || document.firstUnservedChange != nil {
        analyzeSoon(document)
      }
    } else {
      // A project or configuration file: the client may not watch it for us.
      filesChanged([key])
    }
  }

  func close(_ params: DidCloseTextDocumentParams) {
    let key = params.textDocument.uri.key
    guard let document = documents.removeValue(forKey: key) else { return }
    retireRun(of: key)
    deadlines.cancel(.analysis(key))
    guard document.isCSharp else { return }
    if let published = document.published, !published.isEmpty {
      sendDiagnostics([], document.uri, version: nil)
    }
    if document.hostGeneration != nil { react(to: host.closeDocument(key), changed: key) }
    publishRemarks()
  }
}
