extension ThreadAffineLockAcrossAwait {
  package static let descriptor = RuleDescriptor(
    id: "AW606",
    name: "thread-affine-lock-across-await",
    category: .locks,
    title: "Thread-bound lock held across an await",
    defaultSeverity: .warning,
    fixClass: .unsafe,
    documentation: RuleDocumentation(
      what: """
        An `await`, or a `yield return` of an asynchronous iterator, on a path between taking a lock that belongs to a \
        thread (`Monitor`, `System.Threading.Lock`, `Mutex`, reader-writer locks, `SpinLock`) and giving it back in \
        the same function.
        """,
      why: """
        What comes after an `await` may run on another thread. The lock then can't be given back: the release throws, \
        and the lock stays taken for good by a thread that knows nothing of it. In the meantime that thread may run \
        other work, which walks through the lock as if it were its own.
        """,
      example: """
        async Task SaveAsync(Store store)
        {
            Monitor.Enter(_gate);
            try
            {
                await store.SaveAsync();
            }
            finally
            {
                Monitor.Exit(_gate);
            }
        }
        """,
      better: """
        async Task SaveAsync(Store store)
        {
            await _gate.WaitAsync(); // a SemaphoreSlim(1, 1)
            try
            {
                await store.SaveAsync();
            }
            finally
            {
                _gate.Release();
            }
        }
        """,
      whenToSuppress: """
        When the awaited task is known to be complete, or a context brings the rest back to the same thread and \
        everybody who takes the lock runs there.
        """))
}
