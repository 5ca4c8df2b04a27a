import CSharpSyntax

@testable import CSharpSemantics

/// The framework types that the examples need; no assemblies are read.
private let framework = """
  namespace System {
    public class Object {}
    public class Exception {}
    public class ArgumentException : Exception {}
    public interface IDisposable { void Dispose(); }
    public interface IAsyncDisposable { System.Threading.Tasks.ValueTask DisposeAsync(); }
    public delegate void Action();
    public delegate void Action<T>(T a);
    public delegate R Func<R>();
    public delegate R Func<T, R>(T a);
    public struct ValueTuple<A, B> { public A Item1; public B Item2; public ValueTuple(A a, B b) {} }
  }
  namespace System.Diagnostics { public static class Debug { public static void Assert(bool c) {} } }
  namespace System.Diagnostics.CodeAnalysis { public class DoesNotReturnAttribute : System.Attribute {} }
  namespace System.Collections { public interface IEnumerable {} }
  namespace System.Collections.Generic {
    public interface IEnumerable<out T> : System.Collections.IEnumerable { IEnumerator<T> GetEnumerator(); }
    public interface IEnumerator<out T> { bool MoveNext(); T Current { get; } }
    public interface IAsyncEnumerable<out T> { IAsyncEnumerator<T> GetAsyncEnumerator(); }
    public interface IAsyncEnumerator<out T> : System.IAsyncDisposable {
      System.Threading.Tasks.ValueTask<bool> MoveNextAsync(); T Current { get; }
    }
    public class List<T> : IEnumerable<T> {
      public void Add(T item) {} public void Clear() {} public T this[int i] { get => default; set {} }
      public IEnumerator<T> GetEnumerator() => null; public int Count => 0;
    }
    public struct KeyValuePair<K, V> {
      public K Key => default; public V Value => default; public void Deconstruct(out K key, out V value) {}
    }
    public class Dictionary<K, V> : IEnumerable<KeyValuePair<K, V>> {
      public void Add(K key, V value) {} public V this[K key] { get => default; set {} }
      public IEnumerable<V> Values => null; public IEnumerator<KeyValuePair<K, V>> GetEnumerator() => null;
    }
  }
  namespace System.Linq {
    public static class Enumerable {
      public static IEnumerable<R> Select<T, R>(this IEnumerable<T> s, System.Func<T, R> f) => null;
      public static IEnumerable<T> Where<T>(this IEnumerable<T> s, System.Func<T, bool> f) => null;
      public static IEnumerable<T> Take<T>(this IEnumerable<T> s, int n) => null;
      public static IEnumerable<T> Concat<T>(this IEnumerable<T> s, IEnumerable<T> t) => null;
      public static IEnumerable<T> Cast<T>(this System.Collections.IEnumerable s) => null;
      public static T[] ToArray<T>(this IEnumerable<T> s) => null;
      public static Dictionary<K, V> ToDictionary<T, K, V>(
        this IEnumerable<T> s, System.Func<T, K> k, System.Func<T, V> v) => null;
    }
  }
  namespace System.Threading {
    public struct CancellationToken {}
    public struct SpinWait {
      public static void SpinUntil(System.Func<bool> f) {} public static bool SpinUntil(System.Func<bool> f, int ms) => true;
    }
    public static class Monitor {
      public static void Enter(object obj) {} public static void Enter(object obj, ref bool lockTaken) {}
      public static bool TryEnter(object obj) => true;
      public static void TryEnter(object obj, ref bool lockTaken) {} public static void Exit(object obj) {}
    }
    public class Lock {
      public ref struct Scope { public void Dispose() {} }
      public void Enter() {} public bool TryEnter() => true; public void Exit() {} public Scope EnterScope() => default;
    }
    public class WaitHandle { public bool WaitOne() => true; public bool WaitOne(int ms) => true; }
    public class Mutex : WaitHandle { public void ReleaseMutex() {} }
    public class Semaphore : WaitHandle { public int Release() => 0; }
    public struct SpinLock { public void Enter(ref bool lockTaken) {} public void Exit() {} }
    public class ReaderWriterLockSlim {
      public void EnterReadLock() {} public void ExitReadLock() {} public bool TryEnterReadLock(int ms) => true;
      public void EnterWriteLock() {} public void ExitWriteLock() {}
      public void EnterUpgradeableReadLock() {} public void ExitUpgradeableReadLock() {}
    }
    public class SemaphoreSlim {
      public void Wait() {} public bool Wait(int ms) => true; public System.Threading.Tasks.Task WaitAsync() => null;
      public System.Threading.Tasks.Task WaitAsync(CancellationToken token) => null;
      public System.Threading.Tasks.Task<bool> WaitAsync(int ms) => null; public int Release() => 0;
    }
  }
  namespace Nito.AsyncEx {
    public class AsyncLock { public System.Threading.Tasks.Task<System.IDisposable> LockAsync() => null; }
  }
  namespace System.Runtime.CompilerServices {
    public interface INotifyCompletion { void OnCompleted(System.Action a); }
    public struct TaskAwaiter : INotifyCompletion {
      public bool IsCompleted => true; public void GetResult() {} public void OnCompleted(System.Action a) {}
    }
    public struct TaskAwaiter<T> : INotifyCompletion {
      public bool IsCompleted => true; public T GetResult() => default; public void OnCompleted(System.Action a) {}
    }
  }
  namespace System.Threading.Tasks {
    public enum TaskStatus { Running, RanToCompletion, Faulted }
    public class Task {
      public static Task CompletedTask => null; public TaskStatus Status => default; public bool IsCompleted => true;
      public bool IsFaulted => false; public bool IsCanceled => false; public bool IsCompletedSuccessfully => true;
      public void Wait() {} public bool Wait(int ms) => true; public void RunSynchronously() {}
      public Task ConfigureAwait(bool b) => this;
      public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => default;
      public static Task WhenAll(params Task[] t) => null; public static Task WhenAll(IEnumerable<Task> t) => null;
      public static Task<Task> WhenAny(params Task[] t) => null;
      public static IAsyncEnumerable<Task<T>> WhenEach<T>(params Task<T>[] t) => null;
      public Task WaitAsync(int ms) => null;
      public static void WaitAll(params Task[] t) {} public static bool WaitAll(Task[] t, int ms) => true;
      public static int WaitAny(params Task[] t) => 0;
      public static Task<T> FromResult<T>(T v) => null; public static Task FromException(System.Exception e) => null;
      public static Task Delay(int ms) => null;
      public Task ContinueWith(System.Action<Task> a) => null;
    }
    public class Task<T> : Task {
      public T Result => default; public new Task<T> WaitAsync(int ms) => null; public new Task<T> ConfigureAwait(bool b) => this;
      public new System.Runtime.CompilerServices.TaskAwaiter<T> GetAwaiter() => default;
      public Task ContinueWith(System.Action<Task<T>> a) => null;
    }
    public struct ValueTask<T> { public ValueTask(T v) {} public ValueTask(Task<T> t) {} public T Result => default; }
  }
  """

/// A text with a class, bound together with the framework types.
final class FlowSource {
  let model: SemanticModel
  let tree: SyntaxTree
  private let context: BindingContext

  /// - Parameter members: of a class `C`.
  init?(_ members: String) {
    let text = "using System.Diagnostics.CodeAnalysis;\nclass C {\n\(members)\n}\n"
    guard let tree = parse(Array(text.utf8)), let types = parse(Array(framework.utf8)) else { return nil }
    context = BindingContext(
      compilation: Compilation(
        options: CompilationOptions(globalUsings: [
          "System", "System.Collections.Generic", "System.Linq", "System.Threading", "System.Threading.Tasks",
          "System.Diagnostics",
        ]),
        files: [FileDeclarations(path: "C.cs", tree: tree), FileDeclarations(path: "Framework.cs", tree: types)]))
    guard let model = context.semanticModel(file: 0) else { return nil }
    self.model = model
    self.tree = tree
  }

  /// The first node with this text, of a kind if one is given.
  func node(_ text: String, _ kind: SyntaxKind? = nil, last: Bool = false) -> SyntaxNode? {
    var found: SyntaxNode?
    tree.root.walk { node in
      if node.text == text, kind == nil || node.kind == kind, last || found == nil { found = node }
      return last || found == nil
    }
    return found
  }

  /// The graph of the method `M`.
  func graph() -> ControlFlowGraph? {
    FunctionSyntax.all(in: tree).first { $0.kind == .method && $0.node.requiredToken(4).text == "M" }
      .map { ControlFlowGraph(of: $0, model: model) }
  }
}

extension ControlFlowGraph {
  /// The operations that are calls, by the callee's text, on reachable blocks.
  func calls(_ name: String) -> [FlowPosition] {
    let reachable = reachableBlocks()
    return blocks.indices.filter(reachable.contains).flatMap { block in
      blocks[block].operations.filter {
        operations[$0].node.kind == .invocationExpression && operations[$0].node.requiredNode(0).text == name
      }.map { FlowPosition(block: block, operation: $0) }
    }
  }

  /// Whether control can go from one block to another, exceptions left out if so wished.
  func leads(_ from: Int, to target: Int, exceptions: Bool = true, avoiding: Set<Int> = []) -> Bool {
    var seen: Set<Int> = [from]
    var stack = [from]
    while let block = stack.popLast() {
      for edge in successors(of: block) where (exceptions || edge.kind != .exceptional) && !avoiding.contains(edge.to) {
        if edge.to == target { return true }
        if seen.insert(edge.to).inserted { stack.append(edge.to) }
      }
    }
    return false
  }
}
