import DotNetMetadata
import Testing

private func sample(_ format: SampleImage.Format = .pe32) throws -> AssemblyImage {
  try .open(SampleImage.portableExecutable(SampleImage.metadata, format))
}

private func type(_ name: String, in image: AssemblyImage) throws -> TypeDefinitionHandle {
  try #require(image.types.first { image.name(of: $0).equals(name) })
}

@Test(arguments: [SampleImage.Format.pe32, .pe32Plus])
func readsTypesOfBothFileFormats(_ format: SampleImage.Format) throws {
  let image = try sample(format)
  #expect(image.name == "Sample")
  #expect(image.version.description == "1.2.3.4")
  #expect(
    image.types.map { image.documentationId(of: $0) } == [
      "T:<Module>", "T:Sample.Box`1", "T:Sample.Color", "T:Sample.Box`1.Inner",
    ])
  let box = try type("Box`1", in: image)
  #expect(image.kind(of: box) == .class)
  #expect(image.nestedTypes(of: box) == [try type("Inner", in: image)])
  #expect(image.declaringType(of: try type("Inner", in: image)) == box)
  #expect(image.genericParameters(of: box).map { image.name(of: $0).string } == ["T"])
  #expect(image.attributes(of: try #require(image.genericParameters(of: box).first)).contains(.referenceType))
}

@Test func readsMembersAndSignatures() throws {
  let image = try sample()
  let box = try type("Box`1", in: image)
  let value = try #require(image.fields(of: box).first)
  #expect(image.fields(of: box).count == 1)
  #expect(image.type(of: value) == .typeParameter(0))
  #expect(image.documentationId(of: value) == "F:Sample.Box`1.Value")
  let run = try #require(image.methods(of: box).first)
  #expect(image.declaringType(of: run) == box)
  #expect(image.documentationId(of: run) == "M:Sample.Box`1.Run``1(System.String,System.Int32)")
  let signature = try #require(image.signature(of: run))
  #expect(signature.hasThis)
  #expect(signature.genericParameterCount == 1)
  #expect(signature.parameters == [.primitive(.string), .primitive(.int32)])
  guard case .named(let task, false, let arguments) = signature.returnType else {
    Issue.record("\(signature.returnType)")
    return
  }
  #expect(image.isType(task, "System.Threading.Tasks", "Task`1"))
  #expect(arguments == [.methodTypeParameter(0)])
  let parameter = try #require(image.parameter(of: run, sequence: 2))
  #expect(image.name(of: parameter) == "n")
  #expect(image.attributes(of: parameter).contains(.optional))
  #expect(image.constant(of: parameter) == .int32(5))
}

@Test func readsEnumerationsAndAttributes() throws {
  let image = try sample()
  let color = try type("Color", in: image)
  #expect(image.kind(of: color) == .enum)
  #expect(image.enumUnderlyingType(of: color) == .int16)
  let green = try #require(image.fields(of: color).last)
  #expect(image.constant(of: green)?.integer == 1)
  let attribute = try #require(image.attribute(.obsolete, of: color))
  let value = try #require(image.value(of: attribute))
  #expect(value.fixedArguments == [.string("old"), .constant(.boolean(true))])
  #expect(value.namedArguments.isEmpty)
  #expect(image.friendAssemblies.map(\.string) == ["Friend, PublicKey=00"])
  #expect(image.showsInternals(to: "friend"))
  #expect(!image.showsInternals(to: "Stranger"))
}

@Test func followsForwards() throws {
  let other = PinnedBytes(SampleImage.other())
  let images = [try sample(), try AssemblyImage(metadata: other.view, file: "Other", owner: other)]
  let set = ReferenceSet(images)
  let moved = try #require(set.types(namespace: "Sample", name: "Moved").first)
  #expect(moved.image == 1)
  let name = images[1].name(of: moved.type)
  #expect(set.type(namespace: images[1].namespace(of: moved.type), name: name, assembly: 0) == moved)
  #expect(set.type(named: "Sample.Box`1+Inner")?.type.row == 4)
  #expect(set.type(named: "Sample.Box`1+Missing") == nil)
  // System.Object is in no image of the set.
  #expect(set.resolve(images[0].baseType(of: TypeDefinitionHandle(row: 2)), in: 0) == nil)
  #expect(set.namespaces.contains("Sample"))
  #expect(set.namespaces.children(of: "") == ["Sample"])
}

@Test func theLastOfTwoWithOneIdentityCounts() throws {
  let set = ReferenceSet([try sample(), try sample()])
  #expect(set.shadowed == [0])
  #expect(set.types(namespace: "Sample", name: "Color").map(\.image) == [1])
}

@Test func compactImagesReadAlike() throws {
  var standard = MetadataBuilder()
  standard.add(.module, 0, standard.string("m"), 0, 0, 0)
  standard.add(.typeDefinition, 0x10_0001, standard.string("Get"), standard.string("N"), 0, 1, 1)
  standard.add(.method, 0x2050, 0x20, 6, standard.string("TheGet"), standard.blob([0, 1, 1, 8]), 1)
  standard.add(.parameter, 0x10, 1, standard.string("x"))
  for layout in [MetadataBuilder.Layout.standard, .compact] {
    let bytes = PinnedBytes(standard.serialize(layout))
    let image = try AssemblyImage(metadata: bytes.view, file: "m", owner: bytes)
    let type = TypeDefinitionHandle(row: 1)
    #expect(image.attributes(of: type).rawValue == 0x10_0001)
    #expect(image.name(of: type) == "Get")
    let method = try #require(image.methods(of: type).first)
    #expect(image.documentationId(of: method) == "M:N.Get.TheGet(System.Int32)")
    #expect(image.implAttributes(of: method).contains(.synchronized) == (layout == .standard))
    let parameter = try #require(image.parameters(of: method).first)
    #expect(image.name(of: parameter) == "x")
    #expect(image.sequence(of: parameter) == 1)
    #expect(image.attributes(of: parameter) == .optional)
  }
}

@Test func malformedFilesAreErrorsWithTheirName() throws {
  let whole = SampleImage.portableExecutable(SampleImage.metadata)
  for length in [0, 1, 0x3f, 0x40, 0x80, 0x1ff, 0x210, whole.count - 1] {
    #expect(throws: MetadataError.self) { try AssemblyImage.open(Array(whole.prefix(length)), named: "broken.dll") }
  }
  do throws(MetadataError) {
    _ = try AssemblyImage.open([0x7f, 0x45, 0x4c, 0x46], named: "broken.dll")
  } catch {
    #expect(error.description == "broken.dll: not a PE file")
  }
}

@Test func typesThatContainThemselvesEnd() throws {
  var builder = MetadataBuilder()
  builder.add(.module, 0, builder.string("m"), 0, 0, 0)
  // CLASS TypeSpec 1, which is this.
  let specification = builder.add(.typeSpecification, builder.blob([0x12, 1 << 2 | 2]))
  // Vectors of vectors of vectors …
  let deep = builder.add(.typeSpecification, builder.blob([UInt8](repeating: 0x1d, count: 20_000) + [8]))
  // Each argument holds the next specification twice.
  let wide = builder.add(
    .typeSpecification, builder.blob([0x15, 0x12, 1 << 2 | 1, 2, 0x12, 4 << 2 | 2, 0x12, 4 << 2 | 2]))
  builder.add(.typeSpecification, builder.blob([0x15, 0x12, 1 << 2 | 1, 2, 0x12, 3 << 2 | 2, 0x12, 3 << 2 | 2]))
  builder.add(.typeReference, 0, builder.string("T"), 0)
  let bytes = PinnedBytes(builder.serialize())
  let image = try AssemblyImage(metadata: bytes.view, file: "m", owner: bytes)
  for row in [specification, deep, wide] {
    #expect(image.typeSignature(of: EntityHandle(.typeSpecification, row)) == nil)
  }
}

@Test func numbersAreWrittenAsDotNetDoes() {
  #expect(NumberText.double(.leastNonzeroMagnitude) == "5E-324")
  #expect(NumberText.double(.greatestFiniteMagnitude) == "1.7976931348623157E+308")
  #expect(NumberText.double(1e15) == "1E+15")
  #expect(NumberText.double(123_456_789_012_345) == "123456789012345")
  #expect(NumberText.double(0.0001) == "0.0001")
  #expect(NumberText.double(0.00001) == "1E-05")
  #expect(NumberText.double(-0.0) == "-0")
  #expect(NumberText.double(.nan) == "NaN")
  #expect(NumberText.double(-.infinity) == "-Infinity")
  #expect(NumberText.single(16_777_216) == "1.6777216E+07")
  #expect(NumberText.single(3.1415927) == "3.1415927")
  #expect(DecimalConstant(isNegative: true, scale: 2, high: 0, middle: 0, low: 5).description == "-0.05")
  #expect(
    DecimalConstant(isNegative: false, scale: 0, high: .max, middle: .max, low: .max).description
      == "79228162514264337593543950335")
}

@Test func namesAreUnmangledByTheirArity() {
  func unmangled(_ text: String) -> (String, Int) {
    let bytes = PinnedBytes(Array(text.utf8))
    let result = MetadataName(bytes.view).unmangled
    return (result.name.string, result.arity)
  }
  #expect(unmangled("List`1") == ("List", 1))
  #expect(unmangled("F`12") == ("F", 12))
  #expect(unmangled("F`0") == ("F`0", 0))
  #expect(unmangled("F`01") == ("F`01", 0))
  #expect(unmangled("F`1x") == ("F`1x", 0))
  #expect(unmangled("`1") == ("`1", 0))
  #expect(unmangled("F`99999") == ("F`99999", 0))
}
