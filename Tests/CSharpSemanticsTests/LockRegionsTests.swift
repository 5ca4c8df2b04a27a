import CSharpSyntax
import Testing

@testable import CSharpSemantics

/// `At();` in each example is the place that is asked about.
struct LockRegionsTests {
  private let members = """
    static readonly object s_gate = new object(); readonly object gate = new object(); readonly object other = new object();
    readonly Lock mutual = new Lock(); readonly Mutex mutex = new Mutex(); SpinLock spin;
    readonly ReaderWriterLockSlim rw = new ReaderWriterLockSlim(); readonly SemaphoreSlim one = new SemaphoreSlim();
    readonly Semaphore system = new Semaphore(); readonly Nito.AsyncEx.AsyncLock asyncLock = new Nito.AsyncEx.AsyncLock();
    bool P() => true; void At() {} void Work() {}
    """

  private struct Answer {
    /// Keeps the nodes alive.
    let source: FlowSource
    let acquisitions: [LockAcquisition]
    let some: [LockAcquisition]
    let every: [LockAcquisition]
  }

  private func ask(_ body: String) throws -> Answer {
    let source = try #require(FlowSource(members + "\nasync Task M(object p, CancellationToken token) { \(body) }"))
    let graph = try #require(source.graph())
    let call = try #require(source.node("At()", .invocationExpression))
    let lockMembers = LockMembers(model: source.model)
    guard let some = LockRegions(graph: graph, paths: .some, members: lockMembers),
      let every = LockRegions(graph: graph, paths: .every, members: lockMembers)
    else { return Answer(source: source, acquisitions: [], some: [], every: []) }
    return Answer(
      source: source, acquisitions: some.acquisitions, some: some.held(at: call).indices.map { some.acquisitions[$0] },
      every: every.held(at: call).indices.map { every.acquisitions[$0] })
  }

  @Test(arguments: [
    ("lock (gate) { At(); }", LockKind.monitor), ("lock (mutual) { At(); }", .lockObject),
    ("lock (this) { if (P()) { At(); } }", .monitor), ("lock (typeof(C)) At();", .monitor),
    ("Monitor.Enter(gate); At(); Monitor.Exit(gate);", .monitor),
    ("Monitor.Enter(gate); try { At(); } finally { Monitor.Exit(gate); }", .monitor),
    ("Monitor.Enter(obj: gate); At();", .monitor),
    ("bool t = false; try { Monitor.Enter(gate, ref t); At(); } finally { if (t) Monitor.Exit(gate); }", .monitor),
    ("if (!Monitor.TryEnter(gate)) return; At(); Monitor.Exit(gate);", .monitor),
    ("bool t = Monitor.TryEnter(gate); if (t) { At(); Monitor.Exit(gate); }", .monitor),
    ("if (Monitor.TryEnter(gate)) At();", .monitor), ("mutual.Enter(); At(); mutual.Exit();", .lockObject),
    ("using (mutual.EnterScope()) At();", .lockObject), ("using var s = mutual.EnterScope(); At();", .lockObject),
    ("var s = mutual.EnterScope(); At(); s.Dispose();", .lockObject), ("mutex.WaitOne(); At();", .mutex),
    ("while (!mutex.WaitOne(5)) { } At();", .mutex), ("rw.EnterReadLock(); At(); rw.ExitReadLock();", .readerWriter),
    ("rw.EnterReadLock(); rw.ExitWriteLock(); At();", .readerWriter),
    ("bool t = false; spin.Enter(ref t); At(); spin.Exit();", .spinLock), ("one.Wait(); At();", .semaphore),
    ("await one.WaitAsync(token); At(); one.Release();", .semaphore),
    ("if (await one.WaitAsync(5)) At();", .semaphore), ("system.WaitOne(); At();", .semaphore),
    ("using (await asyncLock.LockAsync()) At();", .asynchronous),
    ("var g = gate; Monitor.Enter(g); At(); Monitor.Exit(gate);", .monitor),
    ("Monitor.Enter(p); Monitor.Exit(gate); At();", .monitor),
    ("Monitor.Enter(gate); Action a = () => Monitor.Exit(gate); At();", .monitor),
  ])
  func heldOnEveryPath(_ body: String, _ kind: LockKind) throws {
    let answer = try ask(body)
    #expect(answer.some.map(\.kind) == [kind])
    #expect(answer.every.map(\.kind) == [kind])
  }

  @Test(arguments: [
    "At(); lock (gate) { }", "lock (gate) { } At();", "lock (gate) { if (P()) return; } At();",
    "Monitor.Enter(gate); Monitor.Exit(gate); At();",
    "Monitor.Enter(gate); try { Work(); } finally { Monitor.Exit(gate); } At();",
    "Monitor.Enter(gate); try { Work(); } finally { Monitor.Exit(this.gate); } At();",
    "var g = gate; Monitor.Enter(g); Monitor.Exit(gate); At();",
    "bool t = false; try { Monitor.Enter(gate, ref t); } finally { if (t) Monitor.Exit(gate); } At();",
    "if (Monitor.TryEnter(gate)) Monitor.Exit(gate); At();", "if (Monitor.TryEnter(gate)) { } else At();",
    "bool t = Monitor.TryEnter(gate); if (!t) At();", "using (mutual.EnterScope()) { } At();",
    "{ using var s = mutual.EnterScope(); } At();", "var s = mutual.EnterScope(); s.Dispose(); At();",
    "rw.EnterWriteLock(); rw.ExitWriteLock(); At();", "mutex.WaitOne(); mutex.ReleaseMutex(); At();",
    "await one.WaitAsync(); one.Release(); At();", "if (!await one.WaitAsync(5)) At();",
    "using (await asyncLock.LockAsync()) { } At();", "Action a = () => Monitor.Enter(gate); At();",
    "Monitor.Enter(gate); try { Work(); } catch { throw; } finally { Monitor.Exit(gate); } At();",
    "while (P()) { lock (gate) { continue; } } At();",
    "try { Monitor.Enter(gate); try { Work(); } finally { Monitor.Exit(gate); } } catch { At(); }",
  ])
  func notHeld(_ body: String) throws {
    let answer = try ask(body)
    #expect(answer.some.isEmpty)
    #expect(answer.every.isEmpty)
  }

  @Test(arguments: [
    "if (P()) Monitor.Enter(gate); At();", "Monitor.Enter(gate); if (P()) Monitor.Exit(gate); At();",
    "while (P()) { At(); Monitor.Enter(gate); }", "Monitor.TryEnter(gate); At();",
    "try { Monitor.Enter(gate); Work(); Monitor.Exit(gate); } catch { At(); }",
    "switch (p) { case null: Monitor.Enter(gate); break; } At();",
  ])
  func heldOnSomePath(_ body: String) throws {
    let answer = try ask(body)
    #expect(answer.some.count == 1)
    #expect(answer.every.isEmpty)
  }

  @Test func severalLocksAreTold() throws {
    let answer = try ask("lock (gate) { lock (other) { At(); } } lock (s_gate) { }")
    #expect(answer.acquisitions.count == 3)
    #expect(answer.every.map { $0.target.text } == ["gate", "other"])
  }

  @Test func releasesAreKnown() throws {
    let answer = try ask(
      "Monitor.Enter(gate); try { if (P()) { Monitor.Exit(gate); return; } At(); } finally { Monitor.Exit(gate); }")
    #expect(answer.acquisitions.first?.release?.text == "Monitor.Exit(gate)")
    let none = try ask("mutex.WaitOne(); At();")
    #expect(none.acquisitions.count == 1 && none.acquisitions.first?.release == nil)
  }

  /// Work and memory must not grow with the square of the number of locks, or this does not end.
  @Test func manyLocks() throws {
    let body = String(repeating: "lock (gate) { } Monitor.Enter(other); At2(); Monitor.Exit(other); ", count: 2000)
    let answer = try ask(body + "lock (gate) { At(); }")
    #expect(answer.acquisitions.count == 4001)
    #expect(answer.every.map { $0.target.text } == ["gate"])
    #expect(answer.acquisitions[1].release?.text == "Monitor.Exit(other)")
  }

  @Test func setsOfLocksAreSets() {
    var random = SystemRandomNumberGenerator()
    var (set, other) = (HeldLockSet(), HeldLockSet())
    var (expected, otherExpected): (Set<Int>, Set<Int>) = ([], [])
    for step in 0..<4000 {
      let index = Int.random(in: 0..<300, using: &random)
      switch step % 7 {
      case 0, 1:
        set.insert(index)
        expected.insert(index)
      case 2, 3:
        other.insert(index)
        otherExpected.insert(index)
      case 4:
        set.remove(index)
        expected.remove(index)
      case 5 where step % 5 == 0:
        set.formIntersection(other)
        expected.formIntersection(otherExpected)
      case 5:
        set.formUnion(other)
        expected.formUnion(otherExpected)
      default:
        set.subtract(other)
        expected.subtract(otherExpected)
        if step % 3 == 0 { (other, otherExpected) = (HeldLockSet(index), [index]) }
      }
      #expect(set.indices == expected.sorted())
      #expect(set.isEmpty == expected.isEmpty && set.contains(index) == expected.contains(index))
      var rebuilt = HeldLockSet()
      for index in expected.shuffled(using: &random) { rebuilt.insert(index) }
      #expect(rebuilt == set)
    }
  }

  @Test func modesOfReaderWriterLocks() throws {
    let answer = try ask("rw.EnterUpgradeableReadLock(); rw.EnterWriteLock(); rw.ExitWriteLock(); At();")
    #expect(answer.every.map(\.mode) == [.upgradeableRead])
  }

  @Test func functionsWithoutLocksHaveNoRegions() throws {
    #expect(try ask("Work(); At();").acquisitions.isEmpty)
  }

  @Test func affinityAndReentrance() {
    #expect(LockKind.monitor.isThreadAffine && LockKind.spinLock.isThreadAffine && LockKind.mutex.isThreadAffine)
    #expect(!LockKind.semaphore.isThreadAffine && !LockKind.asynchronous.isThreadAffine)
    #expect(LockKind.monitor.isReentrant == true && LockKind.semaphore.isReentrant == false)
    #expect(LockKind.readerWriter.isReentrant == nil)
  }
}
