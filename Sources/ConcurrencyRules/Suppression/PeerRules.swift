/// Other analyzers' and the compiler's ids that stand for rules of ours (rule catalogue, sections 6 and 10).
struct PeerRules {
  private let isHonored: Bool
  /// Rules of ours that a peer's severity, or `NoWarn`, silences for the whole file.
  private let silencedRules: Set<String>

  init(settings: RuleSettings, noWarn: Set<String>) {
    isHonored = settings.flag("honor_peer_suppressions", default: true)
    silencedRules = isHonored ? PeerRules.silencedRules(settings, noWarn) : []
  }

  /// The peers' ids whose suppression at a place silences a rule there; in upper case.
  func ids(for ruleID: String) -> [String] { isHonored ? PeerRules.peers[ruleID] ?? [] : [] }

  /// Whether the file's configuration of peers silences the rule: only the first rule that a peer stands for, only while
  /// no other peer for it is set to a severity that shows, and only where the rule has no key of its own.
  func silence(_ ruleID: String) -> Bool { silencedRules.contains(ruleID) }

  private static func silencedRules(_ settings: RuleSettings, _ noWarn: Set<String>) -> Set<String> {
    var silent = noWarn.intersection(rules.keys)
    var visible: Set<String> = []
    for (key, value) in settings.values where key.hasPrefix("dotnet_diagnostic.") && key.hasSuffix(".severity") {
      let id = key.dropFirst("dotnet_diagnostic.".count).dropLast(".severity".count).uppercased()
      guard rules[id] != nil, let severity = SeverityPolicy.severity(written: value) else { continue }
      if severity == .off { silent.insert(id) } else { visible.insert(id) }
    }
    guard !silent.isEmpty else { return [] }
    visible.subtract(silent)
    var silenced: Set<String> = []
    for id in silent {
      guard let rule = rules[id]?.first, settings.value("dotnet_diagnostic.\(rule).severity") == nil,
        visible.isDisjoint(with: peers[rule] ?? [])
      else { continue }
      silenced.insert(rule)
    }
    return silenced
  }

  /// Our rules by a peer's id in upper case, the main one first.
  static let rules: [String: [String]] = {
    var rules: [String: [String]] = [:]
    for entry in table.split(whereSeparator: { $0 == ";" || $0.isNewline }) {
      let words = entry.split(separator: " ").map(String.init)
      if let peer = words.first { rules[peer.uppercased()] = Array(words.dropFirst()) }
    }
    return rules
  }()

  /// The peers of each rule, the other way around; sorted.
  private static let peers: [String: [String]] = {
    var peers: [String: [String]] = [:]
    for (peer, rules) in rules { for rule in rules { peers[rule, default: []].append(peer) } }
    return peers.mapValues { $0.sorted() }
  }()

  private static let table = """
    VSTHRD001 AW003; VSTHRD002 AW202 AW201 AW203 AW207 AW211; VSTHRD003 AW010; VSTHRD004 AW004; VSTHRD010 AW001
    VSTHRD011 AW005 AW207; VSTHRD012 AW006; VSTHRD100 AW303; VSTHRD101 AW304 AW305 AW906; VSTHRD102 AW007
    VSTHRD103 AW201 AW204; VSTHRD104 AW211; VSTHRD105 AW109 AW902 AW107 AW108; VSTHRD106 AW321; VSTHRD107 AW311
    VSTHRD108 AW008; VSTHRD109 AW009; VSTHRD110 AW301 AW302; VSTHRD111 AW501; VSTHRD112 AW808; VSTHRD113 AW808
    VSTHRD114 AW307; VSTHRD115 AW011; VSTHRD200 AW316 AW317
    AsyncFixer01 AW312; AsyncFixer02 AW201 AW204 AW205; AsyncFixer03 AW303 AW304 AW305
    AsyncFixer04 AW310 AW309 AW301 AW302; AsyncFixer05 AW107 AW314; AsyncFixer06 AW315
    MA0004 AW501; MA0022 AW307; MA0032 AW402; MA0033 AW702; MA0035 AW910; MA0040 AW401
    MA0042 AW201 AW204 AW205 AW206 AW807; MA0045 AW202 AW203 AW204 AW205 AW207 AW807; MA0050 AW318; MA0064 AW601 AW602
    MA0069 AW703; MA0079 AW401; MA0080 AW402; MA0100 AW309; MA0105 AW711; MA0106 AW711; MA0129 AW311; MA0134 AW301 AW302
    MA0137 AW316; MA0138 AW317; MA0147 AW304 AW305 AW906; MA0152 AW314; MA0155 AW303; MA0156 AW316; MA0157 AW317 AW316
    MA0158 AW603; MA0166 AW908; MA0167 AW908; MA0173 AW715; MA0214 AW313; MA0215 AW312
    EPC13 AW301 AW302 AW320; EPC14 AW502; EPC15 AW501; EPC16 AW308; EPC17 AW304 AW305 AW906; EPC18 AW319; EPC19 AW405
    EPC26 AW311; EPC27 AW303; EPC31 AW307; EPC32 AW904; EPC33 AW205; EPC34 AW320; EPC35 AW201; EPC36 AW108 AW107
    EPC37 AW318; EPC38 AW903; ERP031 AW712
    RCS1046 AW316; RCS1047 AW317; RCS1059 AW601 AW602; RCS1090 AW501 AW502; RCS1174 AW312; RCS1210 AW307; RCS1227 AW318
    RCS1229 AW309; RCS1261 AW807
    CA1068 AW403; CA1816 AW809; CA1828 AW714; CA1835 AW804; CA1836 AW714; CA1840 AW909; CA1842 AW901; CA1843 AW901
    CA1844 AW805; CA1849 AW201 AW204 AW205 AW206 AW807; CA2002 AW601; CA2007 AW501; CA2008 AW109 AW902 AW107 AW108
    CA2012 AW301 AW302 AW801 AW802 AW803; CA2016 AW401; CA2019 AW701; CA2022 AW806; CA2024 AW210; CA2025 AW310 AW309
    CA2211 AW703; CA2215 AW809; CA2247 AW905; CA2250 AW404; CA2259 AW702; CA2261 AW503; SYSLIB0054 AW909
    S2222 AW604; S2223 AW703; S2306 AW323; S2386 AW703; S2445 AW602 AW601; S2551 AW601; S2674 AW806; S2696 AW704
    S2925 AW205; S2930 AW406; S2996 AW701; S3005 AW702; S3010 AW704; S3168 AW303; S3216 AW501; S3366 AW705; S3433 AW303
    S3889 AW910; S3998 AW601; S4210 AW012; S4261 AW316 AW317; S4456 AW318; S4457 AW318
    S4462 AW201 AW202 AW203 AW205 AW207 AW611; S4583 AW911; S4586 AW307; S5034 AW801 AW802 AW301 AW302; S6419 AW704
    S6420 AW716; S6422 AW201 AW202 AW203 AW205; S6507 AW602; S6612 AW711; S6962 AW716; S6966 AW204 AW807; S7131 AW604
    S7133 AW604; S8949 AW401
    CS1998 AW306; CS4014 AW302 AW301; CS8424 AW409; CS8425 AW409; CS9216 AW612
    """
}
