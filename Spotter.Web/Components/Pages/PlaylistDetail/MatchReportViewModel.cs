using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Events;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;

namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>Reads the match report of one playlist, one screen at a time, and its counts.</summary>
public sealed class MatchReportViewModel(IDbContextFactory<SpotterDbContext> contexts, SyncProgressBoard board)
{
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    private readonly ReadSequencer _reads = new();
    private int _userId;
    private int _playlistId;
    private HashSet<string> _sharedSongs = [];
    private IReadOnlyList<long>? _found;

    public ReportFilter Filter { get; private set; }

    public string Text { get; private set; } = "";

    public MatchCounts Counts { get; private set; } = MatchCounts.Empty;

    /// <summary>The progress of the current run, or null.</summary>
    public SyncProgressed? Progress { get; private set; }

    /// <summary>Rows that pass the filter, regardless of the search text.</summary>
    public int FilteredCount => Counts.Of(Filter);

    /// <summary>Switches to a playlist and a view of it.</summary>
    public Task ShowAsync(int userId, int playlistId, ReportFilter filter, string text, CancellationToken cancellationToken) => _reads.RunAsync(() =>
    {
        (_userId, _playlistId, Filter, Text) = (userId, playlistId, filter, text.Trim());
        return CountAndFindAsync(cancellationToken);
    });

    /// <summary>Reads the counts and search results again after rows have changed.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken) => _reads.RunAsync(() => CountAndFindAsync(cancellationToken));

    /// <summary>Applies the progress of a run. Returns true if rows may look different now.</summary>
    public bool Follow(SyncProgressed progress)
    {
        Progress = progress;
        if (progress.Phase is not (SyncPhase.Matching or SyncPhase.Writing) || progress.Total == 0)
        {
            return false;
        }

        if (progress.Phase == SyncPhase.Matching)
        {
            Counts = MatchCounts.Of(progress);
        }

        return true;
    }

    /// <summary>Some rows of the view, in the source's order.</summary>
    public async Task<ReportPage> ReadAsync(int start, int count, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (_found is { } found)
        {
            var ids = found.Skip(start).Take(count).ToList();
            return new(await RowsAsync(View(db).Where(track => EF.Parameter(ids).Contains(track.Id)), cancellationToken), found.Count);
        }

        var rows = await RowsAsync(View(db).OrderBy(track => track.Position).ThenBy(track => track.Id).Skip(start).Take(count), cancellationToken);
        return new(rows, await View(db).CountAsync(cancellationToken));
    }

    private async Task<List<ReportRow>> RowsAsync(IQueryable<PlaylistTrack> tracks, CancellationToken cancellationToken)
    {
        var rows = await tracks
            .OrderBy(track => track.Position).ThenBy(track => track.Id)
            .Select(track => new ReportRow
            {
                Id = track.Id,
                Position = track.Position,
                Track = track.SourceTrack,
                Zone = track.Zone,
                Tier = track.Tier,
                Reason = track.Reason,
                Confidence = track.Confidence,
                Song = track.Song,
                Score = track.Score,
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => row with { SharesSong = row is { Zone: MatchZone.Auto, Song: { } song } && _sharedSongs.Contains(song.Id) })];
    }

    private IQueryable<PlaylistTrack> All(SpotterDbContext db)
    {
        var own = db.Playlists.Where(p => p.UserId == _userId);
        return db.Tracks.AsNoTracking().Where(track => track.PlaylistId == _playlistId && own.Any(p => p.Id == track.PlaylistId));
    }

    private IQueryable<PlaylistTrack> View(SpotterDbContext db) => Filter switch
    {
        ReportFilter.All => All(db),
        ReportFilter.Matched => All(db).Where(track => track.Zone == MatchZone.Auto),
        ReportFilter.Review => All(db).Where(track => track.Zone == MatchZone.Review),
        ReportFilter.Missing => All(db).Where(track => track.Zone == MatchZone.None),
    };

    private async Task CountAndFindAsync(CancellationToken cancellationToken)
    {
        await ReadCountsAsync(cancellationToken);
        await FindAsync(cancellationToken);
    }

    private async Task ReadCountsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var groups = await All(db)
            .GroupBy(track => new { track.Zone, track.Tier })
            .Select(group => new { group.Key.Zone, group.Key.Tier, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var shared = await All(db)
            .Where(track => track.Zone == MatchZone.Auto && track.SongId != null)
            .GroupBy(track => track.SongId!)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .ToListAsync(cancellationToken);
        _sharedSongs = [.. shared];
        Progress = board.Find(_playlistId);
        Counts = Progress is { Phase: SyncPhase.Matching, Total: > 0 } running
            ? MatchCounts.Of(running)
            : new(
                groups.Where(group => group is { Zone: MatchZone.Auto, Tier: not null }).ToDictionary(group => group.Tier!.Value, group => group.Count),
                groups.Where(group => group.Zone == MatchZone.Review).Sum(group => group.Count),
                groups.Where(group => group.Zone == MatchZone.None).Sum(group => group.Count),
                groups.Where(group => group.Zone is null).Sum(group => group.Count));
    }

    // In memory and not in SQL: LIKE does not fold all letters, and nobody types the accents of a song.
    private async Task FindAsync(CancellationToken cancellationToken)
    {
        if (Text.Length == 0)
        {
            _found = null;
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await View(db)
            .OrderBy(track => track.Position).ThenBy(track => track.Id)
            .Select(track => new { track.Id, Track = track.SourceTrack, track.Song })
            .ToListAsync(cancellationToken);
        var words = Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _found =
        [
            .. rows
                .Where(row => words.All(word => Holds(row.Track.Title, word) || Holds(row.Track.Album, word) || row.Track.Artists.Any(artist => Holds(artist, word))
                    || Holds(row.Song?.Title, word) || Holds(row.Song?.Artist, word) || Holds(row.Song?.Album, word)))
                .Select(row => row.Id),
        ];
    }

    private static bool Holds(string? text, string word)
        => text is not null && CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, word, Loosely) >= 0;
}
