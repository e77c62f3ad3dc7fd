using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Library;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;

namespace Spotter.Core.Sync.Servers;

/// <summary>How the rows that have a song stand to a library that was just read: gathered in one pass over them, of which only numbers stay.</summary>
internal sealed class MatchedRows
{
    private readonly HashSet<string> _songs = new(StringComparer.Ordinal);
    private readonly List<long> _gone = [];
    private readonly List<long> _there = [];

    /// <summary>How many rows have a song.</summary>
    public int Count { get; private set; }

    /// <summary>How many songs they have, each counted once.</summary>
    public int SongCount => _songs.Count;

    /// <summary>The rows whose song the library does not know under its id.</summary>
    public IReadOnlyList<long> Gone => _gone;

    /// <summary>A row of each song that the library knows under its id, or under what an upgrade makes of that.</summary>
    public IReadOnlyList<long> There => _there;

    /// <summary>How many of those have the title that the source gives them.</summary>
    public int TitledAlike { get; private set; }

    /// <summary>Reads them.</summary>
    /// <param name="db">The database.</param>
    /// <param name="account">Whose rows.</param>
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

    /// <summary>From the playlists to their rows: the other way round, the rows of all users are read.</summary>
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
