using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Persistence;

public sealed class DatabaseTroublesTests
{
    public static TheoryData<string, Exception, DatabaseTrouble?> Cases => new()
    {
        { "another process writes", new SqliteException("database is locked", 5), DatabaseTrouble.Busy },
        { "within EF's own exception", new DbUpdateException("An error occurred.", new SqliteException("database or disk is full", 13)), DatabaseTrouble.Full },
        { "a queue that stood still", new DatabaseBusyException(), DatabaseTrouble.Busy },
        { "a file without the right to write", new SqliteException("attempt to write a readonly database", 8), DatabaseTrouble.ReadOnly },
        { "a damaged file", new SqliteException("database disk image is malformed", 11), DatabaseTrouble.Unreadable },
        { "an upload for which there is no room", new IOException("No space left on device", 28), DatabaseTrouble.Full },
        { "a constraint is a bug", new DbUpdateException("An error occurred.", new SqliteException("UNIQUE constraint failed", 19)), null },
        { "a file that is missing is no matter of the database", new FileNotFoundException(), null },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_trouble_is_known_in_whatever_it_comes(string why, Exception exception, DatabaseTrouble? expected)
        => Assert.True(expected == DatabaseTroubles.Of(exception), why);

    [Fact]
    public void Each_trouble_says_that_nothing_was_changed_and_what_to_do()
        => Assert.All(Enum.GetValues<DatabaseTrouble>(), trouble => Assert.Contains("Nothing was changed.", English.Of(trouble), StringComparison.Ordinal));
}
