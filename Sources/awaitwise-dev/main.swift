#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

var arguments = CommandLine.arguments.dropFirst()
let command = arguments.popFirst() ?? ""
let status: Int32
switch command {
case "metadata": status = MetadataCommand.run(Array(arguments))
default:
  standardError("usage: awaitwise-dev metadata ...\n")
  status = 2
}
exit(status)
