/// Remembers which documents are being analysed, in a small file that outlives the process: a trap can't be caught, but
/// the next start can name the document and leave it for last.
///
/// The file is mapped into memory, so that a note costs no system call. Each worker has a slot of its own.
final class CrashNote: @unchecked Sendable {
  private static let slotSize = 1024
  private static let prefix = "analysis-"

  private let path: String
  private let memory: UnsafeMutableRawBufferPointer
  private let slotCount: Int

  private init(path: String, memory: UnsafeMutableRawBufferPointer, slotCount: Int) {
    self.path = path
    self.memory = memory
    self.slotCount = slotCount
  }

  /// Makes the note of this process.
  ///
  /// - Returns: `nil` if the folder can't be written; the server does without.
  static func create(inDirectory directory: String, slotCount: Int) -> CrashNote? {
    Platform.createDirectory(directory)
    let path = directory + "/" + prefix + String(Platform.processID)
    guard let memory = Platform.mapNewFile(path, size: slotSize * slotCount) else { return nil }
    return CrashNote(path: path, memory: memory, slotCount: slotCount)
  }

  /// Where notes lie if nobody says otherwise.
  static var defaultDirectory: String {
    if let cache = Platform.environmentVariable("XDG_CACHE_HOME") { return cache + "/awaitwise" }
    if let home = Platform.environmentVariable("HOME") { return home + "/.cache/awaitwise" }
    return (Platform.environmentVariable("TMPDIR") ?? "/tmp") + "/awaitwise"
  }

  /// Reads and removes the notes of processes that are gone.
  ///
  /// - Returns: the documents that were being analysed when they ended.
  static func takeLeftBehind(inDirectory directory: String) -> [String] {
    var documents: [String] = []
    for name in Platform.names(inDirectory: directory) where name.hasPrefix(prefix) {
      guard let id = Int64(name.dropFirst(prefix.count)), id != Platform.processID, !Platform.isProcessAlive(id)
      else { continue }
      let path = directory + "/" + name
      let bytes = Platform.contents(path, limit: slotSize * 64) ?? []
      Platform.remove(path)
      for start in stride(from: 0, to: bytes.count, by: slotSize) {
        let slot = bytes[start..<min(start + slotSize, bytes.count)].prefix { $0 != 0 }
        if !slot.isEmpty { documents.append(String(decoding: slot, as: UTF8.self)) }
      }
    }
    return documents
  }

  func begin(_ document: String, worker: Int) {
    guard worker < slotCount else { return }
    let slot = UnsafeMutableRawBufferPointer(
      rebasing: memory[worker * CrashNote.slotSize..<(worker + 1) * CrashNote.slotSize])
    var index = 0
    for byte in document.utf8.prefix(CrashNote.slotSize - 1) {
      slot[index] = byte
      index += 1
    }
    slot[index] = 0
  }

  func end(worker: Int) {
    guard worker < slotCount else { return }
    memory[worker * CrashNote.slotSize] = 0
  }

  /// The process ends as it should.
  func remove() { Platform.remove(path) }
}
