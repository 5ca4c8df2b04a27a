import CSharpSemantics

/// Synchronous members whose asynchronous counterpart has another name than theirs with `Async` (D32).
enum CounterpartPairs {
  private static let pairs: [String: [String: String]] = [
    "System.Threading.Tasks.Parallel": ["ForEach": "ForEachAsync", "For": "ForAsync"],
    "System.Threading.Tasks.Task": ["Wait": "WaitAsync", "WaitAll": "WhenAll", "WaitAny": "WhenAny"],
    "System.Threading.Thread": ["Sleep": "Delay"],
    "Microsoft.VisualStudio.Threading.JoinableTaskFactory": ["Run": "RunAsync"],
    "Microsoft.VisualStudio.Threading.JoinableTask": ["Join": "JoinAsync"],
    "System.Net.WebClient": Dictionary(
      uniqueKeysWithValues: webClientMembers.map { ($0, $0 + "TaskAsync") }),
  ]

  private static let webClientMembers = [
    "DownloadData", "DownloadFile", "DownloadString", "OpenRead", "OpenWrite", "UploadData", "UploadFile",
    "UploadString",
    "UploadValues",
  ]

  /// The counterpart's name, by the table or by the convention; `nil` for what has the suffix already.
  static func counterpartName(of method: Symbol) -> String? {
    let name = method.name
    if name.hasSuffix("Async") { return nil }
    if let type = method.containingType?.qualifiedName, let paired = pairs[type]?[name] { return paired }
    return name + "Async"
  }

  /// The synchronous name behind an asynchronous one; `nil` without the suffix.
  static func synchronousName(of method: Symbol) -> String? {
    let name = method.name
    guard name.hasSuffix("Async") else { return nil }
    if method.containingType?.qualifiedName == "System.Net.WebClient", name.hasSuffix("TaskAsync") {
      return String(name.dropLast("TaskAsync".count))
    }
    let short = String(name.dropLast("Async".count))
    return short.isEmpty ? nil : short
  }
}

/// Pairs that are no counterparts although their names say so (D32): the asynchronous member does something else, or
/// the synchronous one does not block.
enum CounterpartExclusions {
  private static let types: Set<String> = [
    "System.IO.MemoryStream", "System.IO.StringReader", "System.IO.StringWriter", "System.Xml.XmlReader",
    "System.Xml.XmlWriter", "System.Console",
  ]

  /// Its driver has no asynchronous operations of its own.
  private static let sqliteTypes: Set<String> = [
    "Microsoft.Data.Sqlite.SqliteConnection", "Microsoft.Data.Sqlite.SqliteCommand",
    "Microsoft.Data.Sqlite.SqliteDataReader", "Microsoft.Data.Sqlite.SqliteTransaction",
  ]

  /// What works in memory, or on the row that is there.
  private static let databaseMembers: [String: Set<String>] = [
    "Microsoft.EntityFrameworkCore.DbContext": ["Add", "AddRange"],
    "Microsoft.EntityFrameworkCore.DbSet": ["Add", "AddRange"],
    "Microsoft.EntityFrameworkCore.IDbContextFactory": ["CreateDbContext"],
    // Takes part in a transaction that is there.
    "Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions": ["UseTransaction"],
    "System.Data.Common.DbDataReader": [
      "IsDBNull", "GetValue", "GetFieldValue", "GetBytes", "GetChars", "GetStream", "GetTextReader",
    ],
  ]

  private static let members: [String: Set<String>] = [
    "FluentValidation.IValidator": ["Validate"],
    "FluentValidation.DefaultValidatorExtensions": ["Validate"],
    "MongoDB.Driver.IMongoCollectionExtensions": ["Find"],
    "MongoDB.Driver.IMongoCollection": ["Find"],
    "System.Threading.CancellationTokenSource": ["Cancel"],
    "Moq.Mock": ["Raise"],
    // Writes to memory, and says that nothing more will come.
    "System.Buffers.BuffersExtensions": ["Write"],
    "System.IO.Pipelines.PipeReader": ["Complete"],
    "System.IO.Pipelines.PipeWriter": ["Complete"],
    // The program's main thread has nothing else to do.
    "Microsoft.AspNetCore.Builder.WebApplication": ["Run"],
    "Microsoft.Extensions.Hosting.HostingAbstractionsHostExtensions": ["Run"],
    "Microsoft.AspNetCore.Hosting.WebHostExtensions": ["Run"],
  ]

  /// What is disposed asynchronously is the matter of a rule of its own.
  static let disposal: Set<String> = ["Dispose", "Close"]

  /// The pairs of the table; another analyzer's settings may take some out.
  static func builtIn(_ settings: RuleSettings) -> MemberTable {
    func isOff(_ name: String) -> Bool {
      ["MA0042", "MA0045"].contains { settings.peerValue("\($0).\(name)")?.lowercased() == "false" }
    }
    return MemberTable(
      types: isOff("enable_sqlite_special_cases") ? types : types.union(sqliteTypes),
      members: isOff("enable_db_special_cases") ? members : members.merging(databaseMembers) { $0.union($1) })
  }
}

/// Types whose reads and writes happen in memory: there is nothing to wait for.
enum CheapTypes {
  static let table = MemberTable(types: [
    "System.IO.MemoryStream", "System.IO.UnmanagedMemoryStream", "System.IO.StringReader", "System.IO.StringWriter",
    "Microsoft.IO.RecyclableMemoryStream",
  ])

  /// What wraps another stream, reader or writer and costs what that costs.
  static let wrappers: Set<String> = [
    "System.IO.StreamReader", "System.IO.StreamWriter", "System.IO.BinaryReader", "System.IO.BinaryWriter",
    "System.IO.Compression.GZipStream", "System.IO.Compression.DeflateStream", "System.IO.Compression.ZLibStream",
    "System.IO.Compression.BrotliStream", "System.Security.Cryptography.CryptoStream", "System.IO.BufferedStream",
  ]

  /// Members that are streams, readers and writers which do nothing, or belong to the console.
  static let members: Set<String> = [
    "System.IO.Stream.Null", "System.IO.TextWriter.Null", "System.IO.TextReader.Null", "System.IO.StreamReader.Null",
    "System.IO.StreamWriter.Null", "System.Console.Out", "System.Console.Error", "System.Console.In",
  ]
}
