// summary: report_in_ui = false silences the rule in user interfaces
// config: awaitwise.project_kind = ui
// config: awaitwise.AW101.report_in_ui = false
using System.Threading.Tasks;

public class Store { public Task SaveAsync() => Task.CompletedTask; }

public class Window
{
    async Task Save(Store store) => await Task.Run(() => store.SaveAsync()); // ok: silenced
}
