// summary: What works synchronously either way, and rows that are there already
using System.Data.Common;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;

namespace Microsoft.Data.Sqlite
{
    public class SqliteConnection
    {
        public void Open() { }
        public Task OpenAsync() => Task.CompletedTask;
    }
}

public class Rows
{
    public async Task<bool> ReadAsync(SqliteConnection connection, DbDataReader reader)
    {
        connection.Open(); // ok: there is no asynchronous SQLite
        await reader.ReadAsync();
        return reader.IsDBNull(0); // ok: the row is there
    }
}
