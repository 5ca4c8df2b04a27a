// summary: Another analyzer's settings put the special cases of databases back
// references: efcore
// config: MA0042.enable_db_special_cases = false
using System.Threading.Tasks;

public class Row
{
    public int Id { get; set; }
}

public class Context : Microsoft.EntityFrameworkCore.DbContext
{
    public Microsoft.EntityFrameworkCore.DbSet<Row> Rows { get; set; } = null!;
}

public class Repository
{
    async Task AddAsync(Context context)
    {
        context.AddRange(new Row(), new Row());
        //      ^^^^^^^^ AW204
        await Task.Yield();
    }
}
