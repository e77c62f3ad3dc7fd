using Microsoft.EntityFrameworkCore;
using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Targets;
using Spotter.Core.Tracks;

namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>A playlist's source and what the music server has of it, side by side.</summary>
public sealed class CompareViewModel(IDbContextFactory<SpotterDbContext> contexts, ServerPlaylists server)
{
    private readonly ReadSequencer _reads = new();
    private IReadOnlyList<Song> _songs = [];
    private List<CompareRow> _rows = [];

    /// <summary>Whether both sides were read.</summary>
    public bool IsLoaded { get; private set; }

    /// <summary>Whether the server was asked for the playlist and does not have it.</summary>
    public bool IsGone { get; private set; }

    /// <summary>The rows of the chosen kind.</summary>
    public List<CompareRow> Shown { get; private set; } = [];

    /// <summary>The kind that is shown. Null for all rows.</summary>
    public ComparedKind? Kind { get; private set; }

    public int Total => _rows.Count;

    public int Count(ComparedKind kind) => _rows.Count(row => row.Kind == kind);

    /// <summary>Reads both sides.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="playlist">The playlist.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ProviderException">The server could not answer.</exception>
    public Task LoadAsync(int userId, Playlist playlist, CancellationToken cancellationToken) => _reads.RunAsync(async () =>
    {
        IsLoaded = false;
        var target = playlist.KnownTargetId is { } id ? await server.ReadAsync(userId, id, cancellationToken) : null;
        (_songs, IsGone) = (target?.Entries ?? [], playlist.KnownTargetId is not null && target is null);
        await CompareAsync(userId, playlist.Id, cancellationToken);
        IsLoaded = true;
    });

    /// <summary>Reads the source's side again, after a decision, and compares it with the server's as it was read.</summary>
    public Task RefreshAsync(int userId, int playlistId, CancellationToken cancellationToken)
        => _reads.RunAsync(() => IsLoaded ? CompareAsync(userId, playlistId, cancellationToken) : Task.CompletedTask);

    /// <summary>Shows the rows of one kind, or all.</summary>
    public void Show(ComparedKind? kind)
    {
        Kind = kind;
        Shown = kind is null ? _rows : [.. _rows.Where(row => row.Kind == kind)];
    }

    private async Task CompareAsync(int userId, int playlistId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var own = db.Playlists.Where(p => p.UserId == userId);
        var tracks = await db.Tracks.AsNoTracking().Where(track => track.PlaylistId == playlistId && own.Any(p => p.Id == track.PlaylistId))
            .OrderBy(track => track.Position).ThenBy(track => track.Id)
            .Select(track => new { track.Id, track.Position, Track = track.SourceTrack, track.Zone, track.Reason, track.SongId, track.Song })
            .ToListAsync(cancellationToken);
        var comparison = TargetComparison.Of(
            [.. tracks.Select(track => track.Zone == MatchZone.Auto ? track.SongId : null)], [.. _songs.Select(song => song.Id)]);
        _rows =
        [
            .. comparison.Rows.Select(row => (row, Track: row.Source is { } source ? tracks[source] : null)).Select(pair => new CompareRow(pair.row.Kind)
            {
                TrackId = pair.Track?.Id,
                Position = pair.Track?.Position,
                Track = pair.Track?.Track,
                Zone = pair.Track?.Zone,
                IsNeverMatched = pair.Track?.Reason == MatchReason.NeverMatch,
                Place = pair.row.Server + 1,
                Song = pair.row.Server is { } place ? _songs[place] : pair.Track?.Song,
            }),
        ];
        Show(Kind);
    }
}
