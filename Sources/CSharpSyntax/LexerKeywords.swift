/// The words that the lexer knows, in a table addressed by the word's bytes.
struct KeywordTable: @unchecked Sendable {
  struct Entry {
    var low: UInt64
    var high: UInt64
    var kind: SyntaxKind
    var isReserved: Bool
  }

  private static let slotCount = 1024
  static let longestWord = 10

  let entries: UnsafePointer<Entry>

  static let shared = KeywordTable()

  private init() {
    let empty = Entry(low: 0, high: 0, kind: .none, isReserved: false)
    let table = UnsafeMutablePointer<Entry>.allocate(capacity: KeywordTable.slotCount)
    table.initialize(repeating: empty, count: KeywordTable.slotCount)
    let reserved = KeywordTable.reservedWords.map { ($0, $1, true) }
    let contextual = KeywordTable.contextualWords.map { ($0, $1, false) }
    for (word, kind, isReserved) in reserved + contextual {
      var low: UInt64 = 0
      var high: UInt64 = 0
      for (index, byte) in word.utf8.enumerated() {
        if index < 8 {
          low |= UInt64(byte) << UInt64(8 * index)
        } else {
          high |= UInt64(byte) << UInt64(8 * index - 64)
        }
      }
      var slot = KeywordTable.slot(low, high)
      while table[slot].kind != .none { slot = (slot &+ 1) & (KeywordTable.slotCount - 1) }
      table[slot] = Entry(low: low, high: high, kind: kind, isReserved: isReserved)
    }
    entries = UnsafePointer(table)
  }

  @inline(__always)
  private static func slot(_ low: UInt64, _ high: UInt64) -> Int {
    let mixed = (low ^ (high &* 0xFF51_AFD7_ED55_8CCD)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 54)
  }

  /// Finds the word of at most ten bytes at `start`.
  @inline(__always)
  func find(_ base: UnsafePointer<UInt8>, start: Int, length: Int, count: Int) -> UnsafePointer<Entry>? {
    var low: UInt64 = 0
    var high: UInt64 = 0
    if start &+ 16 <= count {
      let raw = UnsafeRawPointer(base + start)
      low = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
      if length < 8 {
        low &= (1 &<< UInt64(truncatingIfNeeded: length &* 8)) &- 1
      } else if length > 8 {
        high = UInt64(littleEndian: (raw + 8).loadUnaligned(as: UInt64.self))
        high &= (1 &<< UInt64(truncatingIfNeeded: (length &- 8) &* 8)) &- 1
      }
    } else {
      for index in 0..<length {
        let byte = UInt64(base[start &+ index])
        if index < 8 {
          low |= byte &<< UInt64(truncatingIfNeeded: 8 &* index)
        } else {
          high |= byte &<< UInt64(truncatingIfNeeded: 8 &* (index &- 8))
        }
      }
    }
    var slot = KeywordTable.slot(low, high)
    while entries[slot].kind != .none {
      if entries[slot].low == low, entries[slot].high == high { return entries + slot }
      slot = (slot &+ 1) & (KeywordTable.slotCount - 1)
    }
    return nil
  }

  static let reservedWords: [(String, SyntaxKind)] = [
    ("bool", .boolKeyword), ("byte", .byteKeyword), ("sbyte", .sByteKeyword), ("short", .shortKeyword),
    ("ushort", .uShortKeyword), ("int", .intKeyword), ("uint", .uIntKeyword), ("long", .longKeyword),
    ("ulong", .uLongKeyword), ("double", .doubleKeyword), ("float", .floatKeyword), ("decimal", .decimalKeyword),
    ("string", .stringKeyword), ("char", .charKeyword), ("void", .voidKeyword), ("object", .objectKeyword),
    ("typeof", .typeOfKeyword), ("sizeof", .sizeOfKeyword), ("null", .nullKeyword), ("true", .trueKeyword),
    ("false", .falseKeyword), ("if", .ifKeyword), ("else", .elseKeyword), ("while", .whileKeyword),
    ("for", .forKeyword), ("foreach", .forEachKeyword), ("do", .doKeyword), ("switch", .switchKeyword),
    ("case", .caseKeyword), ("default", .defaultKeyword), ("try", .tryKeyword), ("catch", .catchKeyword),
    ("finally", .finallyKeyword), ("lock", .lockKeyword), ("goto", .gotoKeyword), ("break", .breakKeyword),
    ("continue", .continueKeyword), ("return", .returnKeyword), ("throw", .throwKeyword), ("public", .publicKeyword),
    ("private", .privateKeyword), ("internal", .internalKeyword), ("protected", .protectedKeyword),
    ("static", .staticKeyword), ("readonly", .readOnlyKeyword), ("sealed", .sealedKeyword), ("const", .constKeyword),
    ("fixed", .fixedKeyword), ("stackalloc", .stackAllocKeyword), ("volatile", .volatileKeyword), ("new", .newKeyword),
    ("override", .overrideKeyword), ("abstract", .abstractKeyword), ("virtual", .virtualKeyword),
    ("event", .eventKeyword), ("extern", .externKeyword), ("ref", .refKeyword), ("out", .outKeyword),
    ("in", .inKeyword), ("is", .isKeyword), ("as", .asKeyword), ("params", .paramsKeyword),
    ("__arglist", .argListKeyword), ("__makeref", .makeRefKeyword), ("__reftype", .refTypeKeyword),
    ("__refvalue", .refValueKeyword), ("this", .thisKeyword), ("base", .baseKeyword),
    ("namespace", .namespaceKeyword), ("using", .usingKeyword), ("class", .classKeyword), ("struct", .structKeyword),
    ("interface", .interfaceKeyword), ("enum", .enumKeyword), ("delegate", .delegateKeyword),
    ("checked", .checkedKeyword), ("unchecked", .uncheckedKeyword), ("unsafe", .unsafeKeyword),
    ("operator", .operatorKeyword), ("explicit", .explicitKeyword), ("implicit", .implicitKeyword),
  ]

  static let contextualWords: [(String, SyntaxKind)] = [
    ("yield", .yieldKeyword), ("partial", .partialKeyword), ("alias", .aliasKeyword), ("global", .globalKeyword),
    ("assembly", .assemblyKeyword), ("module", .moduleKeyword), ("type", .typeKeyword), ("field", .fieldKeyword),
    ("method", .methodKeyword), ("param", .paramKeyword), ("property", .propertyKeyword), ("typevar", .typeVarKeyword),
    ("get", .getKeyword), ("set", .setKeyword), ("add", .addKeyword), ("remove", .removeKeyword),
    ("where", .whereKeyword), ("from", .fromKeyword), ("group", .groupKeyword), ("join", .joinKeyword),
    ("into", .intoKeyword), ("let", .letKeyword), ("by", .byKeyword), ("select", .selectKeyword),
    ("orderby", .orderByKeyword), ("on", .onKeyword), ("equals", .equalsKeyword), ("ascending", .ascendingKeyword),
    ("descending", .descendingKeyword), ("nameof", .nameOfKeyword), ("async", .asyncKeyword), ("await", .awaitKeyword),
    ("when", .whenKeyword), ("or", .orKeyword), ("and", .andKeyword), ("not", .notKeyword), ("with", .withKeyword),
    ("init", .initKeyword), ("record", .recordKeyword), ("managed", .managedKeyword),
    ("unmanaged", .unmanagedKeyword), ("required", .requiredKeyword), ("scoped", .scopedKeyword),
    ("file", .fileKeyword), ("allows", .allowsKeyword), ("extension", .extensionKeyword), ("union", .unionKeyword),
    ("closed", .closedKeyword), ("safe", .safeKeyword), ("var", .varKeyword), ("_", .underscoreToken),
  ]

  static let directiveKinds = Dictionary(uniqueKeysWithValues: directiveWords)

  /// Words that mean something in directives only; reserved words (`if`, `else`, `default`, `true`, `false`) do so too.
  static let directiveWords: [(String, SyntaxKind)] = [
    ("elif", .elifKeyword), ("endif", .endIfKeyword), ("region", .regionKeyword), ("endregion", .endRegionKeyword),
    ("define", .defineKeyword), ("undef", .undefKeyword), ("warning", .warningKeyword), ("error", .errorKeyword),
    ("line", .lineKeyword), ("pragma", .pragmaKeyword), ("hidden", .hiddenKeyword), ("checksum", .checksumKeyword),
    ("disable", .disableKeyword), ("restore", .restoreKeyword), ("r", .referenceKeyword), ("load", .loadKeyword),
    ("nullable", .nullableKeyword), ("enable", .enableKeyword), ("warnings", .warningsKeyword),
    ("annotations", .annotationsKeyword), ("if", .ifKeyword), ("else", .elseKeyword), ("default", .defaultKeyword),
    ("true", .trueKeyword), ("false", .falseKeyword),
  ]
}
