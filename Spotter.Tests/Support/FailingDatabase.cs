using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;

namespace Spotter.Tests.Support;

/// <summary>A database that refuses as many calls as it is told to, as one does that somebody else keeps locked.</summary>
internal sealed class FailingDatabase(IDbContextFactory<SpotterDbContext> file) : IDbContextFactory<SpotterDbContext>
{
    private readonly Channel<bool> _calls = Channel.CreateUnbounded<bool>();
    private int _toRefuse;

    /// <summary>What a refused call is told.</summary>
    public Func<Exception> Refusal { get; set; } = () => new SqliteException("database is locked", 5);

    public void RefuseNext(int calls) => Interlocked.Exchange(ref _toRefuse, calls);

    /// <summary>Waits until somebody has asked for the database once more.</summary>
    public async Task IsAskedAsync() => await _calls.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    /// <summary>What was asked for until now is not waited for.</summary>
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
