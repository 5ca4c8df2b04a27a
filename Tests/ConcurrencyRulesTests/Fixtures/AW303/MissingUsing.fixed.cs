// summary: The type is written so that it binds
// fix: Return Task
// language: 9
using System;
using System.Threading.Tasks;

namespace App
{
    public class Loader
    {
        private async Task Load() { await System.Threading.Tasks.Task.Yield(); }
    }
}
