/// Members of the framework that are known to invoke the delegates that they are given (definition D29).
enum DelegateInvokers {
  /// What becomes of a delegate that a member of a type gets; `nil` if it is not known to be invoked.
  ///
  /// - Parameters:
  ///   - type: the full name of the type that declares the member, without arity.
  ///   - member: its name; `.ctor` for constructors.
  static func marks(_ type: String, _ member: String) -> CallMarks? {
    switch type {
    case "System.Linq.Enumerable", "System.Linq.ParallelEnumerable", "System.Threading.Tasks.Parallel",
      "System.Array", "System.Collections.Generic.List", "System.Linq.AsyncEnumerable":
      return type == "System.Threading.Tasks.Parallel" && member.hasSuffix("Async") ? .started : []
    case "System.Threading.Tasks.Task":
      return member == "Run" || member == "ContinueWith" || member == ".ctor" ? .started : nil
    case "System.Threading.Tasks.TaskFactory":
      return member.hasPrefix("StartNew") || member.hasPrefix("ContinueWhen") || member.hasPrefix("FromAsync")
        ? .started : nil
    case "System.Threading.ThreadPool", "System.Threading.Thread", "System.Threading.Timer", "System.Timers.Timer",
      "System.ComponentModel.BackgroundWorker":
      return .started
    case "System.Threading.CancellationToken":
      return member == "Register" || member == "UnsafeRegister" ? .started : nil
    case "System.Threading.SynchronizationContext": return member == "Send" ? [] : member == "Post" ? .started : nil
    case "System.Collections.Concurrent.ConcurrentDictionary":
      return member == "GetOrAdd" || member == "AddOrUpdate" ? [] : nil
    case "System.Threading.ExecutionContext": return member == "Run" ? [] : nil
    case "System.Threading.LazyInitializer", "System.Threading.SpinWait",
      "System.Collections.Immutable.ImmutableInterlocked":
      return []
    case "System.Windows.Threading.Dispatcher", "System.Windows.Forms.Control":
      return member == "Invoke" ? [] : member == "BeginInvoke" || member == "InvokeAsync" ? .started : nil
    case "Microsoft.VisualStudio.Threading.JoinableTaskFactory":
      return member == "Run" ? [] : member == "RunAsync" ? .started : nil
    default: return nil
    }
  }
}
