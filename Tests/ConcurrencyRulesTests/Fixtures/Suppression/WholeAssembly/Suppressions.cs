// summary: An attribute on the assembly without a target, or for the module, is about all files
// rules: AW101, AW102
using System.Diagnostics.CodeAnalysis;

[assembly: SuppressMessage("Offloading", "AW101", Justification = "an old code base")]
[assembly: SuppressMessage("Offloading", "AW102", Scope = "module", Target = "~M:Anything")]
