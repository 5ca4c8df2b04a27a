// summary: Queries are run asynchronously, imported or not
// references: efcore
using System.Collections.Generic;
using System.Linq;
using System.Threading;
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
    async Task<List<Row>> LoadAsync(Context context, IQueryable<Row> query, CancellationToken token)
    {
        if (context.Rows.Any(row => row.Id > 1)) context.SaveChanges();
        //               ^^^ AW204 "'Any' blocks; await 'AnyAsync' instead."
        //                                               ^^^^^^^^^^^ AW204
        var first = query.FirstOrDefault();
        //                ^^^^^^^^^^^^^^ AW204
        context.Rows.Add(first ?? new Row()); // ok: adding waits for nothing
        context.AddRange(new Row()); // ok: likewise
        var found = context.Rows.Find(1);
        //                       ^^^^ AW204
        var local = new List<Row>().AsQueryable();
        var all = local.ToList(); // ok: in memory
        var where = query.Where(row => row.Id > 1); // ok: runs nothing
        await Task.Yield();
        return context.Rows.Where(row => row.Id > 2).ToList();
        //                                           ^^^^^^ AW204
    }

    List<Row> Load(Context context) => context.Rows.ToList(); // ok: synchronous code
}
