/// Attributes that mean something to the compiler or to rules.
package enum WellKnownAttribute: UInt8, Sendable, CaseIterable {
  case asyncIteratorStateMachine
  case asyncMethodBuilder
  case asyncStateMachine
  case attributeUsage
  case callerArgumentExpression
  case callerFilePath
  case callerLineNumber
  case callerMemberName
  case collectionBuilder
  case compilerFeatureRequired
  case compilerGenerated
  case conditional
  case dateTimeConstant
  case decimalConstant
  case defaultMember
  case defaultParameterValue
  case doesNotReturn
  case doesNotReturnIf
  case dynamic
  case editorBrowsable
  case enumeratorCancellation
  case experimental
  case `extension`
  case extensionMarker
  case fixedBuffer
  case flags
  case inlineArray
  case internalsVisibleTo
  case interpolatedStringHandler
  case interpolatedStringHandlerArgument
  case isByRefLike
  case isReadOnly
  case isUnmanaged
  case iteratorStateMachine
  case nativeInteger
  case nullable
  case nullableContext
  case obsolete
  case overloadResolutionPriority
  case paramArray
  case paramCollection
  case referenceAssembly
  case refSafetyRules
  case requiredMember
  case requiresLocation
  case scopedRef
  case setsRequiredMembers
  case supportedOSPlatform
  case threadStatic
  case tupleElementNames
  case unscopedRef
  case unsupportedOSPlatform

  /// Namespace and name of the attribute's class.
  package var typeName: (namespace: StaticString, name: StaticString) {
    let compilerServices: StaticString = "System.Runtime.CompilerServices"
    let codeAnalysis: StaticString = "System.Diagnostics.CodeAnalysis"
    switch self {
    case .asyncIteratorStateMachine: return (compilerServices, "AsyncIteratorStateMachineAttribute")
    case .asyncMethodBuilder: return (compilerServices, "AsyncMethodBuilderAttribute")
    case .asyncStateMachine: return (compilerServices, "AsyncStateMachineAttribute")
    case .attributeUsage: return ("System", "AttributeUsageAttribute")
    case .callerArgumentExpression: return (compilerServices, "CallerArgumentExpressionAttribute")
    case .callerFilePath: return (compilerServices, "CallerFilePathAttribute")
    case .callerLineNumber: return (compilerServices, "CallerLineNumberAttribute")
    case .callerMemberName: return (compilerServices, "CallerMemberNameAttribute")
    case .collectionBuilder: return (compilerServices, "CollectionBuilderAttribute")
    case .compilerFeatureRequired: return (compilerServices, "CompilerFeatureRequiredAttribute")
    case .compilerGenerated: return (compilerServices, "CompilerGeneratedAttribute")
    case .conditional: return ("System.Diagnostics", "ConditionalAttribute")
    case .dateTimeConstant: return (compilerServices, "DateTimeConstantAttribute")
    case .decimalConstant: return (compilerServices, "DecimalConstantAttribute")
    case .defaultMember: return ("System.Reflection", "DefaultMemberAttribute")
    case .defaultParameterValue: return ("System.Runtime.InteropServices", "DefaultParameterValueAttribute")
    case .doesNotReturn: return (codeAnalysis, "DoesNotReturnAttribute")
    case .doesNotReturnIf: return (codeAnalysis, "DoesNotReturnIfAttribute")
    case .dynamic: return (compilerServices, "DynamicAttribute")
    case .editorBrowsable: return ("System.ComponentModel", "EditorBrowsableAttribute")
    case .enumeratorCancellation: return (compilerServices, "EnumeratorCancellationAttribute")
    case .experimental: return (codeAnalysis, "ExperimentalAttribute")
    case .extension: return (compilerServices, "ExtensionAttribute")
    case .extensionMarker: return (compilerServices, "ExtensionMarkerAttribute")
    case .fixedBuffer: return (compilerServices, "FixedBufferAttribute")
    case .flags: return ("System", "FlagsAttribute")
    case .inlineArray: return (compilerServices, "InlineArrayAttribute")
    case .internalsVisibleTo: return (compilerServices, "InternalsVisibleToAttribute")
    case .interpolatedStringHandler: return (compilerServices, "InterpolatedStringHandlerAttribute")
    case .interpolatedStringHandlerArgument: return (compilerServices, "InterpolatedStringHandlerArgumentAttribute")
    case .isByRefLike: return (compilerServices, "IsByRefLikeAttribute")
    case .isReadOnly: return (compilerServices, "IsReadOnlyAttribute")
    case .isUnmanaged: return (compilerServices, "IsUnmanagedAttribute")
    case .iteratorStateMachine: return (compilerServices, "IteratorStateMachineAttribute")
    case .nativeInteger: return (compilerServices, "NativeIntegerAttribute")
    case .nullable: return (compilerServices, "NullableAttribute")
    case .nullableContext: return (compilerServices, "NullableContextAttribute")
    case .obsolete: return ("System", "ObsoleteAttribute")
    case .overloadResolutionPriority: return (compilerServices, "OverloadResolutionPriorityAttribute")
    case .paramArray: return ("System", "ParamArrayAttribute")
    case .paramCollection: return (compilerServices, "ParamCollectionAttribute")
    case .referenceAssembly: return (compilerServices, "ReferenceAssemblyAttribute")
    case .refSafetyRules: return (compilerServices, "RefSafetyRulesAttribute")
    case .requiredMember: return (compilerServices, "RequiredMemberAttribute")
    case .requiresLocation: return (compilerServices, "RequiresLocationAttribute")
    case .scopedRef: return (compilerServices, "ScopedRefAttribute")
    case .setsRequiredMembers: return (codeAnalysis, "SetsRequiredMembersAttribute")
    case .supportedOSPlatform: return ("System.Runtime.Versioning", "SupportedOSPlatformAttribute")
    case .threadStatic: return ("System", "ThreadStaticAttribute")
    case .tupleElementNames: return (compilerServices, "TupleElementNamesAttribute")
    case .unscopedRef: return (codeAnalysis, "UnscopedRefAttribute")
    case .unsupportedOSPlatform: return ("System.Runtime.Versioning", "UnsupportedOSPlatformAttribute")
    }
  }
}
