// A libFuzzer target: whatever bytes come, the lexer, the parser and what reads their trees keep their promises.
// The script `run` beside it compiles it into one module with the sources of CSharpSyntax and the tests' properties.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSyntax(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: data == nil ? 0 : count))
  // What changes the reading follows from the text, so that a seed stays a plain C# file.
  let versions: [LanguageVersion] = [.csharp15, .csharp14, .csharp15, .csharp7Point3, .csharp15, .csharp9]
  let options = ParseOptions(
    defines: count % 2 == 0 ? ["A", "DEBUG"] : [], languageVersion: versions[count % versions.count])
  do {
    try TextProperties.check(bytes, options: options)
  } catch {
    fatalError("\(error)")
  }
  return 0
}
