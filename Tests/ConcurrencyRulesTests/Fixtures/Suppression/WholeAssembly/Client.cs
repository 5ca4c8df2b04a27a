public class Client
{
    public Task<int> LoadAsync() => Task.FromResult(1);
    public int Load() => 1;
    async Task<int> First() => await Task.Run(() => LoadAsync()); // ok: everywhere
    async Task<int> Second() => await Task.Run(() => Load()); // ok: everywhere
}
