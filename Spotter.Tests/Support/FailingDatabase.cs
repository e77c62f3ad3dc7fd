using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;

namespace Spotter.Tests.Support;

/// <summary>A database that refuses as many calls as the test says, as if somebody else kept it locked.</summary>
internal sealed class FailingDatabase(IDbContextFactory<SpotterDbContext> file) : IDbContextFactory<SpotterDbContext>
{
    private readonly Channel<bool> _calls = Channel.CreateUnbounded<bool>();
    private int _toRefuse;

    /// <summary>The exception for a refused call.</summary>
    public Func<Exception> Refusal { get; set; } = () => new SqliteException("database is locked", 5);

    public void RefuseNext(int calls) => Interlocked.Exchange(ref _toRefuse, calls);

    /// <summary>Waits for the next call to the database.</summary>
    public async Task IsAskedAsync() => await _calls.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    /// <summary>Drops the calls made until now, so that no test waits for them.</summary>
    public void Forget()
    {
        while (_calls.Reader.TryRead(out _))
        {
        }
    }

    public SpotterDbContext CreateDbContext()
    {
        var isRefused = Interlocked.Decrement(ref _toRefuse) >= 0;
        _calls.Writer.TryWrite(isRefused);
        return isRefused ? throw Refusal() : file.CreateDbContext();
    }
}
