// summary: In a user interface what would move to the calling thread must be trivial
// config: awaitwise.project_kind = ui
using System.Threading.Tasks;

public class Picture { public string Name; }
public class Store
{
    public Task SaveAsync(Picture picture) => Task.CompletedTask;
    public Task SaveByNameAsync(string name) => Task.CompletedTask;
}

public class Window
{
    async Task Save(Store store, Picture picture)
    {
        await Task.Run(() => store.SaveAsync(picture));
        //    ^^^^^^^^ AW101
        await Task.Run(() => store.SaveByNameAsync(picture.Name));
        //    ^^^^^^^^ AW101
        await Task.Run(() => store.SaveAsync(Render(picture))); // ok: rendering would move to the user-interface thread
        await Task.Run(() => Find("main").SaveAsync(picture)); // ok: so would the search
    }

    static Picture Render(Picture picture) => picture;
    static Store Find(string name) => new Store();
}
