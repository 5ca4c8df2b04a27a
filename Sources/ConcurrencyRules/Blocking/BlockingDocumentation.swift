/// What the pages of all blocking rules share.
enum BlockingDocumentation {
  static let starvation = """
    A thread that blocks on a task does nothing and can be used for nothing else. On a server the pool has about one \
    thread per core; when requests block them all, the continuations that would end the waits find no thread to run on. \
    The pool adds threads slowly, so latency rises to seconds under load that asynchronous code would not notice. With \
    a synchronization context (a user interface, classic ASP.NET) it is worse: the continuation wants the very thread \
    that waits for it, and neither ever gets on.
    """
}
