// summary: Local functions of a top-level program
using System;
using System.Threading.Tasks;

Fire();
AppDomain.CurrentDomain.ProcessExit += Exit;

async void Fire() => await Task.Yield();
//         ^^^^ AW303 "'Fire' is async void"

async void Exit(object? sender, EventArgs e) => await Task.Yield(); // ok: an event handler
