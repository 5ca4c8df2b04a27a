// swift-tools-version: 6.2
import PackageDescription

let swift: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

/// Release executables on Linux carry everything they need (no Swift runtime on the machine).
let staticLinking: [LinkerSetting] = [
  .unsafeFlags(["-static-executable"], .when(platforms: [.linux], configuration: .release))
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: swift)
}

/// Test targets with a folder of data beside their sources.
let folders = [
  "CSharpSyntax": "Fixtures", "CSharpSemantics": "Cases", "ConcurrencyRules": "Fixtures", "LanguageServer": "Fixtures",
]

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.init(stringLiteral: name)] + dependencies,
    exclude: folders[name].map { [$0] } ?? [], swiftSettings: swift)
}

let package = Package(
  name: "awaitwise",
  products: [.executable(name: "awaitwise", targets: ["awaitwise"])],
  targets: [
    module("CSharpSyntax"),
    .target(name: "FrameworkCatalogueData", exclude: ["catalogue.bin"]),
    module("DotNetMetadata", ["FrameworkCatalogueData"]),
    module("CSharpSemantics", ["CSharpSyntax", "DotNetMetadata"]),
    module("ConcurrencyRules", ["CSharpSyntax", "CSharpSemantics"]),
    module("JSONRPC"),
    module("Workspace", ["CSharpSyntax", "DotNetMetadata", "CSharpSemantics", "ConcurrencyRules", "JSONRPC"]),
    module("LanguageServerProtocol", ["JSONRPC"]),
    module("LanguageServer", ["CSharpSyntax", "ConcurrencyRules", "Workspace", "JSONRPC", "LanguageServerProtocol"]),
    module("CommandLineInterface", ["CSharpSyntax", "ConcurrencyRules", "Workspace", "JSONRPC"]),
    .executableTarget(
      name: "awaitwise", dependencies: ["ConcurrencyRules", "Workspace", "LanguageServer", "CommandLineInterface"],
      swiftSettings: swift,
      linkerSettings: staticLinking),
    .executableTarget(
      name: "awaitwise-dev",
      dependencies: [
        "CSharpSyntax", "DotNetMetadata", "CSharpSemantics", "ConcurrencyRules", "Workspace", "JSONRPC",
        "LanguageServer", "CommandLineInterface",
      ],
      swiftSettings: swift,
      linkerSettings: staticLinking),
    tests("CSharpSemantics", ["CSharpSyntax", "DotNetMetadata", "awaitwise-dev"]),
    tests("CSharpSyntax"),
    tests("DotNetMetadata", ["Workspace", "awaitwise-dev"]),
    tests("ConcurrencyRules", ["CSharpSyntax", "DotNetMetadata", "CSharpSemantics"]),
    tests("CommandLineInterface", ["CSharpSyntax", "ConcurrencyRules", "Workspace", "JSONRPC"]),
    .testTarget(name: "ModuleOrderTests", swiftSettings: swift),
    tests("JSONRPC"),
    tests("Workspace", ["CSharpSyntax", "ConcurrencyRules", "JSONRPC"]),
    tests("LanguageServerProtocol", ["JSONRPC"]),
    tests(
      "LanguageServer", ["CSharpSyntax", "ConcurrencyRules", "Workspace", "JSONRPC", "LanguageServerProtocol"]),
    .testTarget(name: "ProtocolFixtureTests", dependencies: ["awaitwise"], swiftSettings: swift),
  ]
)
