// summary: The statements of a program
// project: console
using System;
using System.Threading;
using System.Threading.Tasks;

using var source = new CancellationTokenSource();
await Task.Delay(1);
//         ^^^^^ AW401 "'source.Token' is not passed"
