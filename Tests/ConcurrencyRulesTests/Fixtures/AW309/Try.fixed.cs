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

    public async Task SwallowAsync()
    {
        try { await SaveAsync(); }
        catch (IOException ex) { Log(ex); }
    }

    public async Task<int> FallBackAsync()
    {
        try
        {
            return await CountAsync();
        }
        catch
        {
            return 0;
        }
    }

    public async Task ReleaseAsync()
    {
        Interlocked.Increment(ref _running);
        try
        {
            await SaveAsync();
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    public async Task TranslateAsync()
    {
        try
        {
            await SaveAsync();
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

    public async Task FilterAsync()
    {
        try
        {
            using (new MemoryStream()) { }
            await SaveAsync();
        }
        catch (Exception) when (_running > 0)
        {
        }
    }

    public async Task SendAsync()
    {
        try
        {
            if (_running > 0)
            {
                await SaveAsync();
                return;
            }
        }
        catch (IOException ex)
        {
            Log(ex);
        }

        void Note() => _running++;
    }
}
