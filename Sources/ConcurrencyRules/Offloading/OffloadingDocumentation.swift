/// What the pages of all offloading rules share.
enum OffloadingDocumentation {
  static let throughput = """
    A server runs requests on pool threads already. Handing work from one pool thread to another frees nobody: one \
    thread goes back to the pool while a second one is taken. The work costs what it did, and on top come a delegate, \
    a task and usually a closure, a queued work item, a woken thread, a copied execution context and a continuation \
    that is scheduled back. Under load such hand-offs make continuations wait behind blocked threads.
    """
}
