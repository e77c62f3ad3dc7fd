using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Library;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;

namespace Spotter.Core.Sync.Servers;

/// <summary>How the matched rows compare to a library that was just read. Counted in one pass that keeps only numbers and ids.</summary>
internal sealed class MatchedRows
{
    private readonly HashSet<string> _songs = new(StringComparer.Ordinal);
    private readonly List<long> _gone = [];
    private readonly List<long> _there = [];

    /// <summary>The number of rows that have a song.</summary>
    public int Count { get; private set; }

    /// <summary>The number of different songs.</summary>
    public int SongCount => _songs.Count;

    /// <summary>The rows whose song's id is not in the library.</summary>
    public IReadOnlyList<long> Gone => _gone;

    /// <summary>One row of each song that the library has under its id, or under the id that an upgrade derives from it.</summary>
    public IReadOnlyList<long> There => _there;

    /// <summary>How many of those songs have the title that the source gives them.</summary>
    public int TitledAlike { get; private set; }

    /// <summary>Reads the rows.</summary>
    /// <param name="db">The database.</param>
    /// <param name="account">The account whose rows to read.</param>
    /// <param name="lookup">The library.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<MatchedRows> ReadAsync(SpotterDbContext db, Account account, SongLookup lookup, CancellationToken cancellationToken)
    {
        var rows = new MatchedRows();
        var matched = TracksOf(db, account).AsNoTracking().Where(track => track.SongId != null)
            .Select(track => new { track.Id, SongId = track.SongId!, track.SourceTrack.Title });
        await foreach (var row in matched.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            rows.Add(row.Id, row.SongId, row.Title, lookup);
        }

        return rows;
    }

    /// <summary>From the playlists to their rows: the other way round, SQLite reads the rows of all users.</summary>
    private static IQueryable<PlaylistTrack> TracksOf(SpotterDbContext db, Account account)
        => db.Playlists.Where(p => p.AccountId == account.Id).SelectMany(p => p.Tracks);

    private void Add(long id, string songId, string title, SongLookup lookup)
    {
        Count++;
        if (!lookup.Index.Holds(songId))
        {
            _gone.Add(id);
        }

        if (_songs.Add(songId) && lookup.FindById(songId) is { } song)
        {
            _there.Add(id);
            TitledAlike += string.Equals(title, song.Title, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }
    }
}
