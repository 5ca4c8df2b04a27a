import CSharpSyntax

/// A text under repeated edits that remembers what of it is original.
package struct EditedText: Sendable {
  private enum Piece {
    case original(Swift.Range<Int>)
    case inserted([UInt8])

    var length: Int {
      switch self {
      case .original(let range): return range.count
      case .inserted(let bytes): return bytes.count
      }
    }
  }

  package let original: [UInt8]
  private var pieces: [Piece]

  package init(_ bytes: [UInt8]) {
    original = bytes
    pieces = bytes.isEmpty ? [] : [.original(0..<bytes.count)]
  }

  /// The present text.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .original(let range): bytes.append(contentsOf: original[range])
      case .inserted(let new): bytes.append(contentsOf: new)
      }
    }
    return bytes
  }

  /// Makes edits whose ranges refer to the present text.
  ///
  /// - Returns: whether they fit: they don't overlap and lie inside. Nothing is changed otherwise.
  package mutating func apply(_ edits: [TextEdit]) -> Bool {
    let ordered = inOrder(edits)
    var end = 0
    let length = pieces.reduce(0) { $0 + $1.length }
    for edit in ordered {
      guard edit.range.indices.lowerBound >= end, edit.range.indices.upperBound <= length else { return false }
      end = edit.range.indices.upperBound
    }
    var result: [Piece] = []
    var rest = pieces[...]
    /// Where the first of the remaining pieces begins in the present text.
    var position = 0
    func take(upTo end: Int, keep: Bool) {
      while position < end, let piece = rest.first {
        let count = min(piece.length, end - position)
        if keep { result.append(EditedText.prefix(of: piece, count)) }
        if count == piece.length {
          rest.removeFirst()
        } else {
          rest[rest.startIndex] = EditedText.suffix(of: piece, count)
        }
        position += count
      }
    }
    for edit in ordered {
      take(upTo: edit.range.indices.lowerBound, keep: true)
      take(upTo: edit.range.indices.upperBound, keep: false)
      let new = Array(edit.newText.utf8)
      if !new.isEmpty { result.append(.inserted(new)) }
    }
    result.append(contentsOf: rest)
    pieces = result
    return true
  }

  private static func prefix(of piece: Piece, _ count: Int) -> Piece {
    switch piece {
    case .original(let range): return .original(range.lowerBound..<range.lowerBound + count)
    case .inserted(let bytes): return .inserted(Array(bytes[..<count]))
    }
  }

  private static func suffix(of piece: Piece, _ count: Int) -> Piece {
    switch piece {
    case .original(let range): return .original(range.lowerBound + count..<range.upperBound)
    case .inserted(let bytes): return .inserted(Array(bytes[count...]))
    }
  }

  /// What leads from the original to the present text: ascending, without overlap.
  package var edits: [TextEdit] {
    var edits: [TextEdit] = []
    var position = 0
    var inserted: [UInt8] = []
    func close(at end: Int) {
      guard end > position || !inserted.isEmpty else { return }
      edits.append(
        TextEdit(
          range: TextRange(start: ByteOffset(clamping: position), end: ByteOffset(clamping: end)),
          newText: String(decoding: inserted, as: UTF8.self)))
      inserted = []
    }
    for piece in pieces {
      switch piece {
      case .inserted(let bytes):
        inserted.append(contentsOf: bytes)
      case .original(let range):
        close(at: range.lowerBound)
        position = range.upperBound
      }
    }
    close(at: original.count)
    return edits
  }
}
