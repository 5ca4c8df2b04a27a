// summary: Another analyzer's options bring back what is left alone around databases
// config: MA0042.enable_sqlite_special_cases = false
// config: MA0045.enable_db_special_cases = false
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
        connection.Open();
        //         ^^^^ AW204
        await reader.ReadAsync();
        return reader.IsDBNull(0);
        //            ^^^^^^^^ AW204
    }
}
