import Testing

@testable import CommandLineInterface

@Suite struct WorkQueueTests {
  @Test func givesEachPieceOnce() {
    var queue = WorkQueue(["a", "b", "a", "c", "b", "a"])
    var first: Int?
    var second: Int?
    var given: [Int] = []
    while true {
      let one = queue.next(near: first)
      let two = queue.next(near: second)
      if let one {
        first = one.group
        given.append(one.index)
      }
      if let two {
        second = two.group
        given.append(two.index)
      }
      if one == nil, two == nil { break }
    }
    #expect(given.sorted() == [0, 1, 2, 3, 4, 5])
  }

  @Test func staysInAGroupAndBeginsWithTheBiggest() {
    var queue = WorkQueue(["a", "b", "b", "a", "b"])
    let first = queue.next(near: nil)
    #expect(first?.index == 1)
    let other = queue.next(near: nil)
    #expect(other?.index == 0)
    #expect(queue.next(near: first?.group)?.index == 2)
    #expect(queue.next(near: other?.group)?.index == 3)
    // Its group is done: it helps.
    #expect(queue.next(near: other?.group)?.index == 4)
    #expect(queue.next(near: first?.group) == nil)
  }

  @Test func isEmptyWithoutWork() {
    var queue = WorkQueue([])
    #expect(queue.next(near: nil) == nil)
  }
}
