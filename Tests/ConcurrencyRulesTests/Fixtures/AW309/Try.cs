// summary: Tasks whose failure comes after the try
using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

public class Store
{
    private int _running;

    public Task SaveAsync() => Task.Delay(1);

    public Task<int> CountAsync() => Task.FromResult(1);

    private void Log(Exception exception) { }

    public Task SwallowAsync()
    {
        try { return SaveAsync(); }
        //           ^^^^^^^^^^^ AW309 warning "The returned task fails after this try block has been left: the catch clause will not see it. Await the task inside the try."
        catch (IOException ex) { Log(ex); return Task.CompletedTask; }
    }

    public Task<int> FallBackAsync()
    {
        try
        {
            return CountAsync();
            //     ^^^^^^^^^^^^ AW309 "the catch clause will not see it"
        }
        catch
        {
            return Task.FromResult(0);
        }
    }

    public Task ReleaseAsync()
    {
        Interlocked.Increment(ref _running);
        try
        {
            return SaveAsync();
            //     ^^^^^^^^^^^ AW309 "the finally block runs too early, and will not see it"
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    public Task TranslateAsync()
    {
        try
        {
            return SaveAsync();
            //     ^^^^^^^^^^^ AW309
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (Exception ex)
        {
            throw new InvalidOperationException("save", ex);
        }
    }

    public Task FilterAsync()
    {
        try
        {
            using (new MemoryStream()) { }
            return SaveAsync();
            //     ^^^^^^^^^^^ AW309
        }
        catch (Exception) when (_running > 0)
        {
            return Task.CompletedTask;
        }
    }

    public Task SendAsync()
    {
        try
        {
            if (_running > 0)
            {
                return SaveAsync();
                //     ^^^^^^^^^^^ AW309
            }
        }
        catch (IOException ex)
        {
            Log(ex);
        }

        return Task.CompletedTask;

        void Note() => _running++;
    }
}
