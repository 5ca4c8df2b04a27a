// summary: Attributes on the assembly, in a file of their own, for targets of every scope
// rules: AW101
using System.Diagnostics.CodeAnalysis;

[assembly: SuppressMessage("Offloading", "AW101:redundant-task-run", Scope = "member", Target = "~M:Shop.Orders.ByMember(Client)~System.Threading.Tasks.Task{System.Int32}")]
[assembly: SuppressMessage("Offloading", "AW101", Scope = "member", Target = "~M:Shop.Orders.Generic``1(Client,``0)")]
[assembly: SuppressMessage("Offloading", "AW101", Scope = "member", Target = "~P:Shop.Orders.Count", Justification = "measured")]
[assembly: SuppressMessage("Offloading", "AW101", Scope = "member", Target = "Shop.Orders.#Old(Client)")]
[assembly: SuppressMessage("Offloading", "AW101", Scope = "type", Target = "~T:Shop.Orders.Inner")]
[assembly: SuppressMessage("Offloading", "AW101", Scope = "type", Target = "Shop.Orders+OldInner")]
[assembly: SuppressMessage("Offloading", "AW101", Scope = "namespace", Target = "~N:Shop.Flat")]
[module: SuppressMessage("Offloading", "AW101", Scope = "namespaceanddescendants", Target = "~N:Shop.Deep")]
[assembly: SuppressMessage("Offloading", "AW102", Scope = "member", Target = "~M:Shop.Orders.OtherRule(Client)")]
[assembly: SuppressMessage("Offloading", "AW101", Scope = "member", Target = "~M:Shop.Orders.OtherParameters(System.Int32)")]
[assembly: SuppressMessage("Offloading", "AW101", Scope = "type", Target = "~T:Shop.Elsewhere")]
