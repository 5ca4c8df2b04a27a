/// Memory for records that live as long as their owner and never move, so that handles can be plain pointers:
/// no reference counting on the binder's paths.
final class Arena<Record> {
  private var chunks: [UnsafeMutablePointer<Record>] = []
  private var used = 0
  private var full = 0
  private let chunkSize: Int

  init(chunkSize: Int = 1024) { self.chunkSize = chunkSize }

  var count: Int { full &+ used }

  func allocate(_ record: Record) -> UnsafeMutablePointer<Record> {
    if chunks.isEmpty || used == chunkSize {
      if !chunks.isEmpty { full &+= used }
      chunks.append(UnsafeMutablePointer<Record>.allocate(capacity: chunkSize))
      used = 0
    }
    let place = chunks[chunks.count - 1] + used
    place.initialize(to: record)
    used &+= 1
    return place
  }

  deinit {
    for (index, chunk) in chunks.enumerated() {
      chunk.deinitialize(count: index == chunks.count - 1 ? used : chunkSize)
      chunk.deallocate()
    }
  }
}
