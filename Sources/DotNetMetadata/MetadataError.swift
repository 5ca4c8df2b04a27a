/// Why a file is no readable assembly.
package struct MetadataError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Reason: Hashable, Sendable {
    /// The operating system's message.
    case unreadable(String)
    /// No `MZ`/`PE` headers, or headers that point outside the file.
    case notPortableExecutable
    /// A native image: no CLI header (II.25.3.3).
    case notManaged
    /// The metadata root or a stream header is broken (II.24.2).
    case badMetadataRoot
    /// The `#~` stream is missing or shorter than its tables (II.24.2.6).
    case badTables
    /// Tables that must be sorted (II.22) are not.
    case unsortedTable(MetadataTable)
    /// Entry that the catalogue's own directory does not have, or a broken catalogue.
    case badCatalogue
  }

  package let file: String
  package let reason: Reason

  package init(file: String, reason: Reason) {
    self.file = file
    self.reason = reason
  }

  package var description: String {
    switch reason {
    case .unreadable(let message): "\(file): \(message)"
    case .notPortableExecutable: "\(file): not a PE file"
    case .notManaged: "\(file): not a managed assembly"
    case .badMetadataRoot: "\(file): malformed metadata root"
    case .badTables: "\(file): malformed metadata tables"
    case .unsortedTable(let table): "\(file): metadata table \(table) is not sorted"
    case .badCatalogue: "\(file): malformed catalogue"
    }
  }
}
