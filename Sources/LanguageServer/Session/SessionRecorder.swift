import JSONRPC
import LanguageServerProtocol

/// Writes a session as a scenario in the format of `protocol-fixtures/`, so that a bug report can be replayed.
///
/// URIs below the first folder become relative. The file is complete JSON after each step, so that it is of use when the
/// process dies. Used on the main loop only.
final class SessionRecorder {
  private struct Step {
    var json: JSONObject
    /// The request of the server whose reply is to be added yet.
    var awaitedReply: RequestID?
  }

  private static let tail = Array("\n  ]\n}\n".utf8)

  private let descriptor: Int32
  private let keepsTexts: Bool
  private var offset: Int64 = 0
  private var isFirst = true
  /// From the first step on whose reply has not come.
  private var waiting: [Step] = []
  /// The first folder's URI, and the path it stands for.
  private var root: (uri: String, path: String)?
  private var names: [RequestID: String] = [:]
  private var counter = 0

  /// - Returns: `nil` if the file can't be written.
  init?(_ recording: ServerOptions.Recording) {
    let path: String
    switch recording {
    case .whole(let given):
      path = given
      keepsTexts = true
    case .withoutTexts(let given):
      path = given
      keepsTexts = false
    }
    guard let descriptor = Platform.createFile(path) else { return nil }
    self.descriptor = descriptor
    let head = Array("{\n  \"title\": \"A recorded session\",\n  \"steps\": [".utf8)
    _ = Platform.write(descriptor, head + SessionRecorder.tail)
    offset = Int64(head.count)
  }

  func record(_ event: Event) {
    switch event {
    case .message(.request(let id, let method, let params)):
      if method == Method.initialize { noteRoot(params ?? .null) }
      counter += 1
      let name = "\(counter)-\(method.split(separator: "/").last ?? "request")"
      names[id] = name
      add(["request": .string(name), "send": message(method, incoming(method, params))])
    case .message(.notification(let method, let params)):
      add(["send": message(method, incoming(method, params))])
    case .message(.response(let id, let result)):
      guard let id, let index = waiting.firstIndex(where: { $0.awaitedReply == id }) else { return }
      switch result {
      case .success(let value): waiting[index].json.append("reply", ["result": relative(value)])
      case .failure(let error): waiting[index].json.append("reply", ["error": error.json])
      }
      waiting[index].awaitedReply = nil
      writeReady()
    case .inputClosed:
      add(["closeInput": true])
    case .malformed, .skipped, .streamFailed, .outputClosed, .finished:
      break
    }
  }

  func record(_ message: OutgoingMessage) {
    switch message {
    case .notification(let method, let params):
      add(["expect": self.message(method, params.map(relative))])
    case .request(let id, let method, let params):
      add(["expect": self.message(method, params.map(relative))], awaiting: id)
    case .response(let id, let result):
      guard let id, let name = names.removeValue(forKey: id) else { return }
      switch result {
      case .success(let value): add(["response": .string(name), "result": relative(withoutVersion(value))])
      case .failure(let error): add(["response": .string(name), "error": error.json])
      }
    }
  }

  func finish(code: Int32) {
    add(["exit": .integer(Int64(code))])
    for index in waiting.indices { waiting[index].awaitedReply = nil }
    writeReady()
  }

  // MARK: Steps

  private func message(_ method: String, _ params: JSONValue?) -> JSONValue {
    var object = JSONObject([JSONObject.Member("method", .string(method))])
    object.append("params", ifPresent: params)
    return .object(object)
  }

  private func add(_ json: JSONValue, awaiting id: RequestID? = nil) {
    waiting.append(Step(json: json.objectValue ?? JSONObject(), awaitedReply: id))
    writeReady()
  }

  private func writeReady() {
    var text = ""
    while let step = waiting.first, step.awaitedReply == nil {
      waiting.removeFirst()
      text += (isFirst ? "" : ",") + "\n"
      isFirst = false
      for (index, line) in JSONValue.object(step.json).prettyPrinted().split(separator: "\n").enumerated() {
        text += (index == 0 ? "    " : "\n    ") + line
      }
    }
    guard !text.isEmpty else { return }
    let bytes = Array(text.utf8)
    Platform.seek(descriptor, to: offset)
    _ = Platform.write(descriptor, bytes + SessionRecorder.tail)
    offset += Int64(bytes.count)
  }

  // MARK: Relative paths

  private func noteRoot(_ params: JSONValue) {
    let folder = params["workspaceFolders"]?.arrayValue?.first?["uri"] ?? params["rootUri"]
    guard var text = folder?.stringValue, !text.isEmpty else { return }
    while text.hasSuffix("/") { text.removeLast() }
    root = (text, DocumentURI(text).key)
  }

  /// A scenario must hold for the next version too.
  private func withoutVersion(_ result: JSONValue) -> JSONValue {
    guard var object = result.objectValue, var info = object["serverInfo"]?.objectValue else { return result }
    info.set("version", ["$any": "string"])
    object.set("serverInfo", .object(info))
    return .object(object)
  }

  private func incoming(_ method: String, _ params: JSONValue?) -> JSONValue? {
    guard var object = params?.objectValue else { return params }
    if method == Method.initialize {
      // Of this machine only, and not to be passed on.
      if object["processId"]?.isNull == false { object.set("processId", ["$pid": "runner"]) }
      if object["rootPath"]?.isNull == false { object.set("rootPath", ["$path": ""]) }
    }
    if !keepsTexts { object = withoutTexts(object) }
    return relative(.object(object))
  }

  private func relative(_ value: JSONValue) -> JSONValue {
    switch value {
    case .string(let text):
      guard let name = relativeName(text) else { return value }
      return ["$uri": .string(name)]
    case .array(let values):
      return .array(values.map(relative))
    case .object(let object):
      return .object(
        JSONObject(
          object.members.map { member in
            let key = relativeName(member.key).map { "$uri:" + $0 } ?? member.key
            return JSONObject.Member(key, relative(member.value))
          }))
    default: return value
    }
  }

  /// The name of a file below the root, percent-decoded; empty for the root itself.
  private func relativeName(_ text: String) -> String? {
    guard let root, text.hasPrefix(root.uri) else { return nil }
    let rest = text.dropFirst(root.uri.count)
    guard rest.isEmpty || rest.hasPrefix("/") else { return nil }
    let key = DocumentURI(text).key
    guard key.hasPrefix(root.path) else { return nil }
    return String(key.dropFirst(root.path.count).drop { $0 == "/" })
  }

  /// Replaces each letter and digit in the values of `text` members, so that line and column stay right.
  private func withoutTexts(_ object: JSONObject) -> JSONObject {
    JSONObject(
      object.members.map { member in
        switch member.value {
        case .string(let text) where member.key == "text":
          let blank = text.unicodeScalars.map { $0.isASCII && $0.properties.isAlphabetic ? "x" : $0 }
          var result = String.UnicodeScalarView()
          result.append(contentsOf: blank)
          return JSONObject.Member(member.key, .string(String(result)))
        case .object(let inner): return JSONObject.Member(member.key, .object(withoutTexts(inner)))
        case .array(let values):
          return JSONObject.Member(
            member.key, .array(values.map { $0.objectValue.map { .object(withoutTexts($0)) } ?? $0 }))
        default: return member
        }
      })
  }
}
