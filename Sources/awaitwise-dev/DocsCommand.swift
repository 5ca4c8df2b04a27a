import CommandLineInterface
import ConcurrencyRules
import Workspace

/// `docs [--check] [FOLDER]`: writes the pages that are made from the rules' descriptors, or tells which are stale.
enum DocsCommand {
  static func run(_ arguments: [String]) -> Int32 {
    var folder = "docs"
    var isCheck = false
    for argument in arguments {
      if argument == "--check" {
        isCheck = true
      } else if argument.hasPrefix("-") {
        complain("error: unknown option '\(argument)'; usage: awaitwise-dev docs [--check] [FOLDER]")
        return 2
      } else {
        folder = argument
      }
    }
    let files = LocalFileSystem()
    guard files.isDirectory(folder) else {
      complain("error: there is no folder '\(folder)'; run this in the package's root, or name the folder of the pages")
      return 2
    }
    let (stale, left) = staleDocuments(RuleCatalogue.descriptors, folder: folder, files: files)
    if isCheck {
      for path in stale { complain("\(folder)/\(path) is stale") }
      for path in left { complain("\(folder)/\(path) belongs to no rule") }
      if stale.isEmpty && left.isEmpty { return 0 }
      complain("run 'swift run awaitwise-dev docs'")
      return 1
    }
    let documents = generatedDocuments(RuleCatalogue.descriptors)
    for path in stale {
      do {
        try files.writeAtomically(Array((documents[path] ?? "").utf8), to: "\(folder)/\(path)")
        complain("wrote \(folder)/\(path)")
      } catch {
        complain("error: can't write '\(folder)/\(path)': \(error.reason)")
        return 2
      }
    }
    for path in left { complain("\(folder)/\(path) belongs to no rule; remove it") }
    return left.isEmpty ? 0 : 1
  }
}
