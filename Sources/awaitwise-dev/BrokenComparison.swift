import CSharpSyntax

enum BrokenComparison {
  static func run(_ arguments: ParseArguments, tool: RoslynTool, seed: UInt64, shown: Int) -> Int32 { 2 }
}
