// summary: The type is written so that it binds
// fix: Return Task
// language: 9
using System;

namespace App
{
    public class Loader
    {
        private async void Load() { await System.Threading.Tasks.Task.Yield(); }
        //                 ^^^^ AW303
    }
}
