import CSharpSyntax

/// Edits of several files that are made together: what wraps an outer expression goes around what wraps an inner one.
struct EditCollection {
  private struct Entry {
    let edit: TextEdit
    /// The node that the edit is made for.
    let extent: TextRange
    let order: Int
  }

  private var entries: [String: [Entry]] = [:]
  private var directives: [String: Set<TextEdit>] = [:]
  private var count = 0

  init() {}

  var paths: [String] { entries.keys.sorted() }

  /// - Parameter extent: the range of the node that the edits wrap or change.
  mutating func add(_ edits: [TextEdit], for extent: TextRange, in path: String) {
    for edit in edits {
      entries[path, default: []].append(Entry(edit: edit, extent: extent, order: count))
      count += 1
    }
  }

  mutating func add(_ edit: TextEdit, for extent: TextRange, in path: String) { add([edit], for: extent, in: path) }

  /// A `using` directive, wanted once.
  mutating func add(directive: TextEdit?, in path: String) {
    guard let directive, directives[path, default: []].insert(directive).inserted else { return }
    add(directive, for: directive.range, in: path)
  }

  /// Without overlap, ascending in each file; edits of the file `own` have no path.
  ///
  /// - Returns: `nil` if two edits overlap.
  func edits(own: String) -> [TextEdit]? {
    var result: [TextEdit] = []
    for path in paths {
      let ordered = (entries[path] ?? []).sorted(by: EditCollection.precedes)
      var file: [TextEdit] = []
      for entry in ordered {
        let edit = TextEdit(
          path: path == own ? nil : path, range: entry.edit.range, newText: entry.edit.newText)
        guard let last = file.last else {
          file.append(edit)
          continue
        }
        if last.range.isEmpty, last.range.start == edit.range.start {
          file.removeLast()
          file.append(TextEdit(path: edit.path, range: edit.range, newText: last.newText + edit.newText))
        } else if last.range.end <= edit.range.start {
          file.append(edit)
        } else {
          return nil
        }
      }
      result += file
    }
    return result
  }

  private static func precedes(_ a: Entry, _ b: Entry) -> Bool {
    let (first, second) = (a.edit.range, b.edit.range)
    if first.start != second.start { return first.start < second.start }
    if first.isEmpty != second.isEmpty { return first.isEmpty }
    guard first.isEmpty else { return a.order < b.order }
    // What ends here comes before what begins here; inner ends first, outer beginnings first.
    let (aEnds, bEnds) = (a.extent.start != first.start, b.extent.start != first.start)
    if aEnds != bEnds { return aEnds }
    let (aLength, bLength) = (a.extent.length, b.extent.length)
    if aLength != bLength { return aEnds ? aLength < bLength : aLength > bLength }
    return a.order < b.order
  }
}
