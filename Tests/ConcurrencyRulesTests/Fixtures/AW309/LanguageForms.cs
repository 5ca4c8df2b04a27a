// summary: Sections, nested scopes, local functions and newer members
using System;
using System.IO;
using System.Threading.Tasks;

public static class Files
{
    private static Task<int> ReadAsync(Stream stream) => Task.FromResult(stream.ReadByte());

    extension(string path)
    {
        public Task<int> FirstByteAsync()
        {
            using var stream = File.OpenRead(path);
            return ReadAsync(stream);
            //     ^^^^^^^^^^^^^^^^^ AW309
        }
    }

    public static Task<int> SectionAsync(string path, int kind)
    {
        switch (kind)
        {
            case 0:
                using (var stream = File.OpenRead(path)) return ReadAsync(stream);
                //                                              ^^^^^^^^^^^^^^^^^ AW309
            case 1:
            {
                using Stream other = File.OpenRead(path), more = File.OpenRead(path);
                if (path.Length > 3) return ReadAsync(other);
                //                          ^^^^^^^^^^^^^^^^ AW309 "'more' is disposed"
                break;
            }
        }
        return ReadAsync(Stream.Null); // ok: all is closed
    }

    public static Task<int> NestedAsync(string path)
    {
        try
        {
            try
            {
                return ReadAsync(File.OpenRead(path));
                //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW309 "the catch clause"
            }
            catch (IOException)
            {
                throw;
            }
        }
        catch (UnauthorizedAccessException)
        {
            return Task.FromResult(0);
        }
    }

    public static Task<int> LoggedAsync(string path)
    {
        try
        {
            return ReadAsync(File.OpenRead(path));
            //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW309 "the catch clause"
        }
        catch (Exception e)
        {
            Console.WriteLine(e);
            throw;
        }
    }

    public static Task<int> CommentAsync(string path)
    {
        try { return ReadAsync(File.OpenRead(path)); } // ok: nothing happens in the finally block
        finally
        {
            // nothing
        }
    }

    public static unsafe Task<int> PointerAsync(string path, byte* bytes)
    {
        using var stream = File.OpenRead(path);
        return ReadAsync(stream); // ok: can't be made async
    }

    public static Task<int> SpanAsync(string path, ReadOnlySpan<byte> bytes)
    {
        using var stream = File.OpenRead(path);
        return ReadAsync(stream); // ok: can't be made async
    }

    public static void Outer(string path)
    {
        using var stream = File.OpenRead(path);
        Func<Task<int>> later = () => ReadAsync(stream); // ok: no return of this function
        Func<Task<int>> block = () => { return ReadAsync(stream); }; // ok: a function of its own
        later().Wait();
        block().Wait();
    }
}
