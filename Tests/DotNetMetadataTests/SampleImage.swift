import DotNetMetadata

/// A small assembly, made byte by byte: what the tests read, and what the fuzzers break.
///
///     namespace Sample;
///     public class Box<T> : object { public T Value; public class Inner { } public Task<U> Run<U>(string name, int n = 5); }
///     [Obsolete("old", true)] public enum Color : short { Red, Green = 1 }
///     // forwarded: Sample.Moved to assembly Other
enum SampleImage {
  static let metadata: [UInt8] = build()

  static func text(_ string: String) -> [UInt8] { [UInt8(string.utf8.count)] + Array(string.utf8) }

  private static func build() -> [UInt8] {
    var builder = MetadataBuilder()
    let sample = builder.string("Sample")
    builder.add(.module, 0, builder.string("Sample.dll"), builder.guid([UInt8](repeating: 7, count: 16)), 0, 0)
    builder.add(.assembly, 0x8004, 1, 2, 3, 4, 0, 0, sample, 0)
    let runtime = builder.add(.assemblyReference, 10, 0, 0, 0, 0, 0, builder.string("System.Runtime"), 0, 0)
    let other = builder.add(.assemblyReference, 1, 0, 0, 0, 0, 0, builder.string("Other"), 0, 0)
    let scope = MetadataBuilder.coded(.resolutionScope, EntityHandle(.assemblyReference, runtime))
    func reference(_ namespace: String, _ name: String) -> EntityHandle {
      EntityHandle(.typeReference, builder.add(.typeReference, scope, builder.string(name), builder.string(namespace)))
    }
    let object = reference("System", "Object")
    let enumType = reference("System", "Enum")
    let task = reference("System.Threading.Tasks", "Task`1")
    let obsolete = reference("System", "ObsoleteAttribute")
    let internalsVisibleTo = reference("System.Runtime.CompilerServices", "InternalsVisibleToAttribute")
    func extends(_ type: EntityHandle) -> UInt32 { MetadataBuilder.coded(.typeDefOrRef, type) }
    builder.add(.typeDefinition, 0, builder.string("<Module>"), 0, 0, 1, 1)
    builder.add(.typeDefinition, 1, builder.string("Box`1"), sample, extends(object), 1, 1)
    builder.add(.typeDefinition, 0x101, builder.string("Color"), sample, extends(enumType), 2, 2)
    builder.add(.typeDefinition, 2, builder.string("Inner"), 0, extends(object), 5, 2)
    builder.add(.nestedClass, 4, 2)
    // Value: VAR 0
    builder.add(.field, 6, builder.string("Value"), builder.blob([6, 0x13, 0]))
    builder.add(.field, 0x606, builder.string("value__"), builder.blob([6, 0x06]))
    // VALUETYPE TypeDef 3
    let color = builder.blob([6, 0x11, 3 << 2])
    builder.add(.field, 0x8056, builder.string("Red"), color)
    let green = builder.add(.field, 0x8056, builder.string("Green"), color)
    builder.add(
      .constant, 0x06, MetadataBuilder.coded(.hasConstant, EntityHandle(.field, green)), builder.blob([1, 0]))
    // Run<U>: GENERIC HASTHIS, 1 type parameter, 2 parameters; returns GENERICINST CLASS Task`1<MVAR 0>
    let taskToken = UInt8(truncatingIfNeeded: MetadataBuilder.coded(.typeDefOrRef, task))
    let run = builder.add(
      .method, 0, 0, 0x86, builder.string("Run"),
      builder.blob([0x30, 1, 2, 0x15, 0x12, taskToken, 1, 0x1e, 0, 0x0e, 0x08]), 1)
    builder.add(.parameter, 0, 1, builder.string("name"))
    let count = builder.add(.parameter, 0x1010, 2, builder.string("n"))
    builder.add(
      .constant, 0x08, MetadataBuilder.coded(.hasConstant, EntityHandle(.parameter, count)), builder.blob([5, 0, 0, 0]))
    builder.add(
      .genericParameter, 0, 4, MetadataBuilder.coded(.typeOrMethodDef, EntityHandle(.typeDefinition, 2)),
      builder.string("T"))
    builder.add(
      .genericParameter, 0, 0, MetadataBuilder.coded(.typeOrMethodDef, EntityHandle(.method, run)), builder.string("U"))
    func attribute(_ parent: EntityHandle, _ type: EntityHandle, _ signature: [UInt8], _ value: [UInt8]) {
      let constructor = builder.add(
        .memberReference, MetadataBuilder.coded(.memberRefParent, type), builder.string(".ctor"),
        builder.blob(signature))
      builder.add(
        .customAttribute, MetadataBuilder.coded(.hasCustomAttribute, parent),
        MetadataBuilder.coded(.customAttributeType, EntityHandle(.memberReference, constructor)), builder.blob(value))
    }
    attribute(
      EntityHandle(.typeDefinition, 3), obsolete, [0x20, 2, 1, 0x0e, 0x02], [1, 0] + text("old") + [1, 0, 0])
    attribute(
      EntityHandle(.assembly, 1), internalsVisibleTo, [0x20, 1, 1, 0x0e],
      [1, 0] + text("Friend, PublicKey=00") + [0, 0])
    builder.add(
      .exportedType, 0x20_0001, 0, builder.string("Moved"), sample,
      MetadataBuilder.coded(.implementation, EntityHandle(.assemblyReference, other)))
    return builder.serialize()
  }

  /// The assembly that `Sample.Moved` is forwarded to.
  static func other() -> [UInt8] {
    var builder = MetadataBuilder()
    builder.add(.module, 0, builder.string("Other.dll"), 0, 0, 0)
    builder.add(.assembly, 0x8004, 1, 0, 0, 0, 0, 0, builder.string("Other"), 0)
    builder.add(.typeDefinition, 0, builder.string("<Module>"), 0, 0, 1, 1)
    builder.add(.typeDefinition, 0x81, builder.string("Moved"), builder.string("Sample"), 0, 1, 1)
    return builder.serialize()
  }

  enum Format {
    case pe32
    case pe32Plus
  }

  /// A PE file with one section that holds the CLI header and the metadata.
  static func portableExecutable(_ metadata: [UInt8], _ format: Format = .pe32) -> [UInt8] {
    func le(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }
    let directories = format == .pe32 ? 96 : 112
    let optionalSize = directories + 16 * 8
    let sectionStart = 0x200
    let address = 0x2000
    var file: [UInt8] = [0x4d, 0x5a] + [UInt8](repeating: 0, count: 0x3a) + le(0x40, 4)
    file += [0x50, 0x45, 0, 0]
    file += le(0xfd1d, 2) + le(1, 2) + [UInt8](repeating: 0, count: 12) + le(optionalSize, 2) + le(0x2022, 2)
    var optional = le(format == .pe32 ? 0x10b : 0x20b, 2) + [UInt8](repeating: 0, count: directories - 6) + le(16, 4)
    for index in 0..<16 { optional += index == 14 ? le(address, 4) + le(72, 4) : [UInt8](repeating: 0, count: 8) }
    file += optional
    file += Array(".text\0\0\0".utf8) + le(72 + metadata.count, 4) + le(address, 4) + le(72 + metadata.count, 4)
    file += le(sectionStart, 4) + [UInt8](repeating: 0, count: 16)
    file += [UInt8](repeating: 0, count: sectionStart - file.count)
    file += le(72, 4) + le(2, 2) + le(5, 2) + le(address + 72, 4) + le(metadata.count, 4)
    file += [UInt8](repeating: 0, count: 72 - 16)
    return file + metadata
  }
}

/// Bytes that a view may point to for as long as the object lives.
final class PinnedBytes {
  let view: ByteView
  private let buffer: UnsafeMutableRawBufferPointer

  init(_ bytes: [UInt8]) {
    buffer = .allocate(byteCount: max(bytes.count, 1), alignment: 16)
    buffer.copyBytes(from: bytes)
    view = ByteView(UnsafeRawBufferPointer(rebasing: buffer[..<bytes.count])) ?? .empty
  }

  deinit { buffer.deallocate() }
}

extension AssemblyImage {
  /// An image of a file's bytes, which it keeps.
  static func open(_ file: [UInt8], named name: String = "Sample.dll") throws(MetadataError) -> AssemblyImage {
    let bytes = PinnedBytes(file)
    return try AssemblyImage(portableExecutable: bytes.view, file: name, owner: bytes)
  }
}
