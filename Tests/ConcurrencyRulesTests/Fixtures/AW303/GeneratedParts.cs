// does not compile: the other part comes from a generator
// summary: A generated declaration forces void
using System.Threading.Tasks;

public partial class ViewModel
{
    async partial void OnNameChanged(string value) => await Task.Yield(); // ok: the declaring part says void
}
