import CSharpSyntax

/// How control gets from one function to another.
package enum CallKind: UInt8, Sendable {
  /// A method, local function, delegate or user-defined operator is called.
  case call
  /// `new`, a constructor initializer, or the base constructor that is called without one.
  case constructor
  /// An instance initializer, which runs with its type's constructors.
  case initializer
  /// A property or indexer is read.
  case get
  /// A property or indexer is written.
  case set
  /// `+=` and `-=` on an event.
  case add
  case remove
  /// A delegate is handed to somebody who invokes it.
  case delegate
  /// A statement or expression calls a member that is not written: `foreach`, `using`, `await`, deconstruction,
  /// collection initializers, conversions.
  case implicit
}

/// What is known of when a call's work is done.
package struct CallMarks: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The caller awaits the result right there.
  package static let awaited = CallMarks(rawValue: 1)
  /// The work may go on, or begin, after the caller has: an awaitable result that is not awaited right there, or a
  /// delegate that is given to another thread or kept for later.
  package static let started = CallMarks(rawValue: 2)
}

/// How the functions that a member's name stands for are found.
package enum CallDispatch: UInt8, Sendable {
  /// That member and no other.
  case direct
  /// All implementations, if there are few.
  case virtual
  /// The only implementation, for a method group that is followed (definition D16).
  case single
}

/// What a call site calls. Numbers are places in the lists of its file's summary.
package enum CallTarget: Hashable, Sendable {
  /// A member by its name in ``FileCallSummary/names``.
  case member(Int32, CallDispatch)
  /// A constructor and its type, by name: the type's initializers run with it.
  case constructor(Int32, type: Int32)
  /// A local function, lambda, anonymous method or query clause of the same file.
  case nested(Int32)
  /// The delegate that a function was given as a parameter.
  case parameter(of: Int32, ordinal: Int32)
  /// Something whose body is not known; there for the delegates that it gets.
  case unknown
}

/// A delegate among the arguments of a call.
package struct DelegateArgument: Sendable {
  package let body: CallTarget
  /// The parameter that it is for, from 0, in the callee's definition.
  package let ordinal: Int32
  /// What a known invoker does with it; `nil`: ask the callee's summary.
  package let marks: CallMarks?
  /// The index of the argument's expression.
  package let node: UInt32
}

/// One place that calls.
package struct CallSite: Sendable {
  package let kind: CallKind
  package let marks: CallMarks
  package let target: CallTarget
  /// The index of the calling node in the file's tree.
  package let node: UInt32
  package let range: TextRange
  /// Of ``FileCallSummary/delegates``.
  package let delegates: Range<Int32>
}

/// A function with a body.
package struct CalledFunction: Sendable {
  package let kind: FunctionKind
  /// Its name in ``FileCallSummary/names``; -1 for functions without one.
  package let name: Int32
  /// The type that instance initializers and constructors belong to, by name; else -1.
  package let type: Int32
  /// The function around, in the same list; -1 for members.
  package let outer: Int32
  /// The indices of ``FunctionSyntax/node`` and ``FunctionSyntax/body``.
  package let node: UInt32
  package let body: UInt32
  package let range: TextRange
  package let flags: Flags
  /// Of ``FileCallSummary/calls``.
  package let calls: Range<Int32>
  /// For messages: `Client.Load`, or what sort of function it is.
  package let displayName: String

  package struct Flags: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let async = Flags(rawValue: 1)
    /// It returns something to await, or a stream.
    package static let returnsAwaitable = Flags(rawValue: 2)
    package static let `static` = Flags(rawValue: 4)
    /// A constructor with a `this(…)` initializer.
    package static let chainsToThis = Flags(rawValue: 8)
  }
}

/// A member that overrides or implements another.
package struct MemberImplementation: Hashable, Sendable {
  /// What is overridden or implemented, and by what; names in ``FileCallSummary/names``.
  package let member: Int32
  package let implementation: Int32
}

/// Who calls whom in one file (definition D29).
///
/// It depends on the text of that file and on what other files declare, not on their bodies: after an edit in a body only
/// the edited file's summary is made anew.
package struct FileCallSummary: Sendable {
  /// `assembly|documentation id`, with `|get` and the like behind for accessors and initializers.
  package var names: [String] = []
  /// In order of the text, outer before inner ones.
  package var functions: [CalledFunction] = []
  package var calls: [CallSite] = []
  package var delegates: [DelegateArgument] = []
  package var implementations: [MemberImplementation] = []

  package init() {}
}
