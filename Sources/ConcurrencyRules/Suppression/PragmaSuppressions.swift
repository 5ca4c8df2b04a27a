import CSharpSyntax

/// `#pragma warning disable` and `restore` (rule catalogue, section 6, form 2).
struct PragmaSuppressions {
  /// What a directive says about an id, or about all.
  private struct Event {
    let offset: ByteOffset
    let isDisabling: Bool
    /// Of the id in the directive, or the directive itself.
    let range: TextRange
  }

  /// By upper-case id, in order of place.
  private var events: [String: [Event]] = [:]
  /// Of directives without ids.
  private var eventsOfAll: [Event] = []

  init(_ tree: SyntaxTree) {
    for directive in tree.directives {
      guard directive.kind == .pragmaWarningDirectiveTrivia, directive.isActive,
        directive.setting == .disableKeyword || directive.setting == .restoreKeyword
      else { continue }
      let isDisabling = directive.setting == .disableKeyword
      func event(_ range: TextRange) -> Event {
        Event(offset: directive.range.start, isDisabling: isDisabling, range: range)
      }
      if directive.warningIds.isEmpty { eventsOfAll.append(event(directive.range)) }
      for range in directive.warningIds {
        events[PragmaSuppressions.normalized(tree.text(range)), default: []].append(event(range))
      }
    }
  }

  /// Numbers are the compiler's: `4014` is `CS4014`.
  private static func normalized(_ id: String) -> String {
    guard !id.isEmpty, id.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return id.uppercased() }
    return "CS" + String(repeating: "0", count: max(0, 4 - id.utf8.count)) + id
  }

  /// What of a directive silences an id at a place: the last directive before it that names the id or all decides, as
  /// the compiler has it; directives don't nest.
  func suppression(of id: String, at place: ByteOffset) -> TextRange? {
    let own = events[id].flatMap { PragmaSuppressions.last($0, before: place) }
    let all = PragmaSuppressions.last(eventsOfAll, before: place)
    guard let decisive = own.map({ own in all.map { $0.offset > own.offset ? $0 : own } ?? own }) ?? all else {
      return nil
    }
    return decisive.isDisabling ? decisive.range : nil
  }

  /// The same by a directive that names the id.
  func suppression(named id: String, at place: ByteOffset) -> TextRange? {
    guard let events = events[id], let own = PragmaSuppressions.last(events, before: place), own.isDisabling,
      !(PragmaSuppressions.last(eventsOfAll, before: place).map { $0.offset > own.offset && !$0.isDisabling } ?? false)
    else { return nil }
    return own.range
  }

  private static func last(_ events: [Event], before place: ByteOffset) -> Event? {
    var low = 0
    var high = events.count
    while low < high {
      let middle = (low + high) / 2
      if events[middle].offset < place { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? events[low - 1] : nil
  }

  /// The places where rules of ours are disabled by their ids.
  var mentions: [(ruleID: String, range: TextRange)] {
    events.filter { RuleID.isWellFormed($0.key) }.flatMap { id, events in
      events.filter(\.isDisabling).map { (id, $0.range) }
    }
  }
}
