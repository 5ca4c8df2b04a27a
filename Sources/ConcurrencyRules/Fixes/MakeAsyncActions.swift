import CSharpSemantics
import CSharpSyntax

/// The code actions that change a method's signature to make it `async` (T1, steps 3 to 7, and T2).
struct MakeAsyncActions {
  let context: RuleContext

  /// - Parameter site: what is done at the place that needs an `await`.
  func fixes(for site: AwaitSite, in function: FunctionSyntax) -> [Fix] {
    if UseClassifier.isHandler(function, context) { return handlerFix(site, function) }
    guard context.asyncTier(of: function) == .convertible else { return [] }
    return fixes(converting: function, site: site)
  }

  /// An event's handler keeps returning nothing.
  private func handlerFix(_ site: AwaitSite, _ function: FunctionSyntax) -> [Fix] {
    let edits =
      [TextEdit.insertion("async ", at: MakeAsync.modifierPlace(of: function))] + site.edits
    return [
      Fix(
        title: "Make '\(function.simpleName)' async and await" + awaited(site), actionKey: "Make async and await",
        safety: .unsafe,
        isPreferred: false, edits: MakeAsync.merged(edits))
    ]
  }

  /// - Parameter site: `nil` where the function is `async` already and only its type changes.
  func fixes(converting function: FunctionSyntax, site: AwaitSite?) -> [Fix] {
    guard let solution = context.solutionForFixes() else { return [] }
    let contexts = SolutionContexts(solution, around: context)
    let classifier = UseClassifier(contexts)
    guard let family = classifier.family(of: function, context), family.isEditable else { return [] }
    let outside = classifier.references(of: family).filter { reference in
      !family.members.contains { member in
        member.context === reference.context && member.node.range.contains(reference.name.range)
      }
    }
    let name = function.simpleName
    let isMarkup = classifier.isMentionedInMarkup(family)
    let hasUses = outside.contains { reference in
      if case .nothing = classifier.use(of: reference) { return false }
      return true
    }
    let isForbidden = isMarkup || outside.contains(where: classifier.isForbidding)
    var fixes: [Fix] = []
    func add(_ title: String, key: String, updatesCallers: Bool, renames: Bool) {
      let newName = renames ? self.newName(function, family, classifier) : nil
      if renames, newName == nil { return }
      let conversion = AsyncConversion(
        contexts, root: context, classifier: classifier, updatesCallers: updatesCallers, newName: newName)
      guard let edits = conversion.edits(converting: function, family, site: site),
        FixVerification(contexts).accepts(edits, own: context)
      else { return }
      var title = title
      if hasUses, updatesCallers {
        title = "Make '\(name)' async and update its callers (\(counted(conversion)))"
      }
      if let newName { title += " and rename it to '\(newName)'" }
      if updatesCallers, conversion.blockingCount > 0 { title += blockingNote(conversion.blockingCount) }
      fixes.append(
        Fix(
          title: title, actionKey: key + (renames ? " and rename" : ""),
          safety: isFreeEntryPoint(function, site, hasUses: hasUses || isForbidden) ? .safe : .unsafe,
          isPreferred: false, edits: edits))
    }

    let policy = context.settings.option("make_async_rename")?.lowercased() ?? "ask"
    let canRename = policy != "never" && !isForbidden && self.newName(function, family, classifier) != nil
    if !isForbidden {
      let title = "Make '\(name)' async and await" + awaited(site)
      let key = hasUses ? "Make async and update callers" : "Make async and await"
      if !(policy == "always" && canRename) { add(title, key: key, updatesCallers: true, renames: false) }
      if canRename { add(title, key: key, updatesCallers: true, renames: true) }
    }
    if hasUses || isForbidden {
      add(
        "Make '\(name)' async only (callers are left as they are)", key: "Make async only", updatesCallers: false,
        renames: false)
    }
    return fixes
  }

  /// The runtime waits for the task of `Main`, if nobody else calls it. A thread's apartment would get lost.
  private func isFreeEntryPoint(_ function: FunctionSyntax, _ site: AwaitSite?, hasUses: Bool) -> Bool {
    guard !hasUses, site?.safety == .safe, let symbol = context.model.declaredSymbol(for: function.node) else {
      return false
    }
    return context.isEntryPoint(symbol) && !symbol.hasAttribute("System.STAThreadAttribute")
  }

  /// Whether a framework finds the method by its name: handlers of pages, methods of hubs.
  private func isFoundByName(_ symbol: Symbol) -> Bool {
    guard symbol.accessibility == .public, let type = symbol.containingType?.type else { return false }
    if type.isOrDerives(from: "Microsoft.AspNetCore.SignalR.Hub") { return true }
    return symbol.name.hasPrefix("On") && type.isOrDerives(from: "Microsoft.AspNetCore.Mvc.RazorPages.PageModel")
  }

  private func awaited(_ site: AwaitSite?) -> String { site?.awaitedName.map { " '\($0)'" } ?? "" }

  /// How many calls one action may edit.
  static func maximumCallerEdits(_ settings: RuleSettings) -> Int {
    settings.option("max_caller_edits").flatMap { Int($0) } ?? 200
  }

  private func counted(_ conversion: AsyncConversion) -> String {
    let (calls, files) = (conversion.callCount, conversion.callFiles.count)
    return "\(calls) call\(calls == 1 ? "" : "s") in \(files) file\(files == 1 ? "" : "s")"
  }

  private func blockingNote(_ count: Int) -> String {
    count == 1 ? "; 1 caller cannot be async and will block" : "; \(count) callers cannot be async and will block"
  }

  /// The name with the suffix, where it is wanted and free (T1, step 6).
  private func newName(_ function: FunctionSyntax, _ family: MethodFamily, _ classifier: UseClassifier) -> String? {
    let name = function.simpleName
    guard !name.isEmpty, !name.hasSuffix("Async"), name != "Main",
      let symbol = context.model.declaredSymbol(for: function.node), !context.isEntryPoint(symbol),
      !context.isAction(symbol), !TestCode.isTestMethod(symbol), !isFoundByName(symbol)
    else { return nil }
    let newName = name + "Async"
    let references = classifier.references(of: family)
    return Renaming(classifier.contexts).isFree(newName, for: family, references) ? newName : nil
  }
}
