import CommandLineInterface
import ConcurrencyRules
import Workspace

/// `docs [--check] [FOLDER]`: writes the pages that are made from the rules' descriptors and the
/// README's table, or tells which are stale.
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
    let readme = folder + "/../README.md"
    let readmeText = (try? files.read(readme)).map { String(decoding: $0, as: UTF8.self) }
    let updatedReadme = readmeText.flatMap { ReadmeTable.updated($0, RuleCatalogue.descriptors) }
    let isReadmeStale = updatedReadme != readmeText
    if isCheck {
      if isReadmeStale { complain("the README's table of rules is stale") }
      for path in stale { complain("\(folder)/\(path) is stale") }
      for path in left { complain("\(folder)/\(path) belongs to no rule") }
      if stale.isEmpty && left.isEmpty && !isReadmeStale { return 0 }
      complain("run 'swift run awaitwise-dev docs'")
      return 1
    }
    let documents = generatedDocuments(RuleCatalogue.descriptors)
    var written = stale.map { (path: "\(folder)/\($0)", text: documents[$0] ?? "") }
    if isReadmeStale, let updatedReadme { written.append((readme, updatedReadme)) }
    for (path, text) in written {
      do {
        try files.writeAtomically(Array(text.utf8), to: path)
        complain("wrote \(path)")
      } catch {
        complain("error: can't write '\(path)': \(error.reason)")
        return 2
      }
    }
    for path in left { complain("\(folder)/\(path) belongs to no rule; remove it") }
    return left.isEmpty ? 0 : 1
  }
}
