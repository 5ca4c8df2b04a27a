/// Finds the metadata inside a PE file (II.25). The machine is not looked at: reference assemblies say i386, and
/// ReadyToRun images carry their operating system's number there.
enum PortableExecutable {
  /// The bytes of the metadata root (II.24.2.1).
  static func metadata(in file: ByteView, named name: String) throws(MetadataError) -> ByteView {
    let bad = MetadataError(file: name, reason: .notPortableExecutable)
    guard file.count >= 0x40, file.uint16(0) == 0x5a4d else { throw bad }
    let header = Int(file.uint32(0x3c))
    guard header <= file.count &- 24, file.uint32(header) == 0x0000_4550 else { throw bad }
    let sectionCount = Int(file.uint16(header &+ 6))
    let optionalSize = Int(file.uint16(header &+ 20))
    let optional = header &+ 24
    guard optional &+ optionalSize <= file.count else { throw bad }
    let directories: Int
    switch file.uint16(optional) {
    case 0x10b: directories = 96
    case 0x20b: directories = 112
    default: throw bad
    }
    let notManaged = MetadataError(file: name, reason: .notManaged)
    // Directory 14 is the CLI header; the count before the directories may say that it is not there.
    guard optionalSize >= directories &+ 15 * 8, file.uint32(optional &+ directories &- 4) > 14 else {
      throw notManaged
    }
    let cliAddress = file.uint32(optional &+ directories &+ 14 * 8)
    guard cliAddress != 0 else { throw notManaged }
    let sections = optional &+ optionalSize
    guard sections &+ sectionCount * 40 <= file.count else { throw bad }

    /// The file offset of a relative virtual address, if a section's raw data covers it.
    func offset(of address: UInt32) -> Int? {
      for index in 0..<sectionCount {
        let section = sections &+ index * 40
        let start = file.uint32(section &+ 12)
        let rawSize = file.uint32(section &+ 16)
        guard address >= start, address &- start < rawSize else { continue }
        return Int(file.uint32(section &+ 20)) &+ Int(address &- start)
      }
      return nil
    }

    guard let cli = offset(of: cliAddress), cli <= file.count &- 16 else { throw bad }
    let size = Int(file.uint32(cli &+ 12))
    guard let start = offset(of: file.uint32(cli &+ 8)), let metadata = file.slice(start, size) else { throw bad }
    return metadata
  }
}
