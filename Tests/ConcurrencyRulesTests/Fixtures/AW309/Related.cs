// summary: What the task outlives is shown
using System;
using System.IO;
using System.Threading.Tasks;

public class Files
{
    private Task<int> ReadAsync(Stream stream) => Task.FromResult(stream.ReadByte());

    public Task<int> DeclarationAsync(string path)
    {
        using var stream = File.OpenRead(path);
        //        ~~~~~~ AW309 "disposed at the end of this scope"
        return ReadAsync(stream);
        //     ^^^^^^^^^^^^^^^^^ AW309
    }

    public Task<int> StatementAsync(Stream stream)
    {
        using (stream)
        //     ~~~~~~ AW309 "disposed"
        {
            return ReadAsync(stream);
            //     ^^^^^^^^^^^^^^^^^ AW309
        }
    }

    public Task<int> CatchAsync(Stream stream)
    {
        try { return ReadAsync(stream); }
        //           ^^^^^^^^^^^^^^^^^ AW309
        catch (IOException) { return Task.FromResult(0); }
      //~~~~~ AW309 "does not see the task's exceptions"
    }

    public Task<int> FinallyAsync(Stream stream)
    {
        try { return ReadAsync(stream); }
        //           ^^^^^^^^^^^^^^^^^ AW309
        finally { Console.WriteLine(1); }
      //~~~~~~~ AW309 "runs before the task ends"
    }
}
