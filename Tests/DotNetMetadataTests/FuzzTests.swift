import DotNetMetadata
import Foundation
import Testing
import Workspace

/// SplitMix64: the same numbers on every run.
private struct Generator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
    return z ^ z >> 31
  }

  mutating func next(below bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }
}

/// Asks an image for everything that it can tell, so that a broken one has its chance to trap. The sum keeps the work
/// from being optimised away.
private func readAll(_ image: AssemblyImage, limit: Int = 400) -> Int {
  var sum = image.friendAssemblies.count
  let set = ReferenceSet([image])
  func readAttributes(_ entity: EntityHandle) {
    for attribute in image.customAttributes(of: entity).prefix(20) {
      sum += set.value(of: attribute, in: 0)?.fixedArguments.count ?? 0
      sum += image.firstString(of: attribute)?.count ?? 0
    }
  }
  for type in image.types.prefix(limit) {
    sum += image.documentationId(of: type).utf8.count
    readAttributes(type.entity)
    sum += image.extensionBlocks(of: type).count
    sum += set.resolve(image.baseType(of: type), in: 0)?.image ?? 0
    if image.annotatedBaseType(of: type) != nil { sum += 1 }
    for implementation in image.interfaceImplementations(of: type).prefix(50) {
      if image.annotatedInterface(of: implementation, declaredBy: type) != nil { sum += 1 }
    }
    for parameter in image.genericParameters(of: type).prefix(20) {
      for constraint in image.constraints(of: parameter).prefix(20) {
        if image.annotatedType(of: constraint, nullableContext: 1) != nil { sum += 1 }
      }
    }
    for field in image.fields(of: type).prefix(50) {
      if image.annotatedType(of: field) != nil { sum += 1 }
      sum += Int(truncatingIfNeeded: image.constant(of: field)?.integer ?? 0)
      sum += image.documentationId(of: field).utf8.count
      readAttributes(field.entity)
    }
    for method in image.methods(of: type).prefix(50) {
      sum += image.annotatedSignature(of: method)?.parameters.count ?? 0
      sum += image.documentationId(of: method).utf8.count
      sum += image.declaringType(of: method).row.hashValue & 1
      readAttributes(method.entity)
      for parameter in image.parameters(of: method).prefix(20) {
        sum += image.name(of: parameter).count
        if image.constant(of: parameter) != nil { sum += 1 }
        readAttributes(parameter.entity)
      }
    }
    for property in image.properties(of: type).prefix(50) {
      sum += image.documentationId(of: property).utf8.count
      sum += image.annotatedSignature(of: property)?.parameters.count ?? 0
    }
    for event in image.events(of: type).prefix(50) {
      sum += image.documentationId(of: event).utf8.count
      if image.annotatedType(of: event) != nil { sum += 1 }
    }
    for implementation in image.methodImplementations(of: type).prefix(50) {
      sum += Int(image.body(of: implementation).token & 1)
    }
  }
  return sum
}

/// Flips bytes, overwrites numbers, cuts and repeats; a few at a time.
private func mutate(_ bytes: [UInt8], _ random: inout Generator) -> [UInt8] {
  var bytes = bytes
  for _ in 0...random.next(below: 6) {
    guard !bytes.isEmpty else { break }
    let position = random.next(below: bytes.count)
    switch random.next(below: 6) {
    case 0: bytes[position] ^= 1 << UInt8(random.next(below: 8))
    case 1: bytes[position] = UInt8(truncatingIfNeeded: random.next())
    case 2: bytes[position] = [0, 0x7f, 0x80, 0xff, 0x1f, 0xc0][random.next(below: 6)]
    case 3:
      for offset in 0..<4 where position + offset < bytes.count { bytes[position + offset] = 0xff }
    case 4: bytes.removeLast(random.next(below: bytes.count / 4))
    default: bytes.insert(contentsOf: bytes[position..<min(position + 8, bytes.count)], at: position)
    }
  }
  return bytes
}

@Test(arguments: 0..<8)
func brokenFilesNeverTrap(_ seed: Int) {
  var random = Generator(state: UInt64(seed))
  let file = SampleImage.portableExecutable(SampleImage.metadata, seed % 2 == 0 ? .pe32 : .pe32Plus)
  var opened = 0
  var refused = 0
  for _ in 0..<1500 {
    do throws(MetadataError) {
      _ = readAll(try AssemblyImage.open(mutate(file, &random), named: "fuzzed.dll"))
      opened += 1
    } catch {
      #expect(error.file == "fuzzed.dll")
      refused += 1
    }
  }
  // Both happen, or the fuzzer is too tame or too wild.
  #expect(opened > 100)
  #expect(refused > 100)
}

@Test(arguments: 0..<8)
func brokenMetadataNeverTraps(_ seed: Int) {
  var random = Generator(state: UInt64(1000 + seed))
  var opened = 0
  for _ in 0..<1500 {
    let bytes = PinnedBytes(mutate(SampleImage.metadata, &random))
    guard let image = try? AssemblyImage(metadata: bytes.view, file: "fuzzed", owner: bytes) else { continue }
    _ = readAll(image)
    opened += 1
  }
  #expect(opened > 100)
}

@Test func brokenCataloguesNeverTrap() throws {
  let layer = Catalogue.LayerContents(
    name: "Sample", frameworks: .all, metadata: SampleImage.metadata, typeMasks: [1, 2, 3, 4],
    fieldMasks: [UInt8](repeating: 1, count: 4), methodMasks: [1])
  let whole = Catalogue.serialize([layer])
  let bytes = PinnedBytes(whole)
  let catalogue = try Catalogue(bytes.view)
  let image = try catalogue.image(of: try #require(catalogue.layer(named: "Sample")), target: .net8)
  #expect(image.types.map { image.isAvailable($0) } == [false, true, true, false])
  var random = Generator(state: 77)
  for _ in 0..<2000 {
    let broken = PinnedBytes(mutate(whole, &random))
    guard let catalogue = try? Catalogue(broken.view) else { continue }
    for layer in catalogue.layers {
      guard let image = try? catalogue.image(of: layer, target: .net10) else { continue }
      _ = readAll(image)
      for type in image.types.prefix(20) { _ = image.isAvailable(type) }
    }
  }
}

/// Real assemblies, where a folder of them is at hand.
private let folder = ProcessInfo.processInfo.environment["AWAITWISE_ASSEMBLIES"]

@Test(.enabled(if: folder != nil, "AWAITWISE_ASSEMBLIES names no folder"))
func brokenRealAssembliesNeverTrap() throws {
  let root = try #require(folder)
  let names = try #require(FileManager.default.enumerator(atPath: root)).compactMap { $0 as? String }
    .filter { $0.hasSuffix(".dll") }.sorted()
  try #require(!names.isEmpty)
  var random = Generator(state: 4711)
  for _ in 0..<300 {
    let path = root + "/" + names[random.next(below: names.count)]
    guard let data = FileManager.default.contents(atPath: path) else { continue }
    guard let image = try? AssemblyImage.open(mutate([UInt8](data), &random), named: path) else { continue }
    _ = readAll(image, limit: 60)
  }
}
