using Microsoft.EntityFrameworkCore;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Tracks;
using Spotter.Web.Components.Shared;
using Spotter.Web.Components.Shared.Fixing;

namespace Spotter.Web.Components.Pages.Review;

/// <summary>All doubtful matches of a user as one queue, and the current one.</summary>
public sealed class ReviewViewModel(IDbContextFactory<SpotterDbContext> contexts, FixViewModel fix)
{
    private readonly ReadSequencer _reads = new();
    private readonly Stack<ReviewItem> _done = new();
    private int _userId;

    public IReadOnlyList<ReviewItem> Items { get; private set; } = [];

    /// <summary>The rows in the queue. One decision settles every row of the same track.</summary>
    public int TrackCount { get; private set; }

    public bool IsLoaded { get; private set; }

    /// <summary>The index of the current item, or -1 if the queue is empty.</summary>
    public int Index { get; private set; } = -1;

    public ReviewItem? Current => Index >= 0 ? Items[Index] : null;

    /// <summary>The candidates for the current item, and the possible decisions.</summary>
    public FixViewModel Fix { get; } = fix;

    /// <summary>Decisions made during this visit.</summary>
    public int DoneCount => _done.Count;

    /// <summary>Reads the queue. The current item stays current; if it is settled, the next one takes its place.</summary>
    public Task LoadAsync(int userId, CancellationToken cancellationToken) => _reads.RunAsync(async () =>
    {
        _userId = userId;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Tracks.AsNoTracking()
            .Where(track => track.Zone == MatchZone.Review)
            .Join(db.Playlists.Where(p => p.UserId == userId), track => track.PlaylistId, playlist => playlist.Id, (track, playlist) => new
            {
                track.Id,
                track.Key,
                Track = track.SourceTrack,
                track.Reason,
                track.Confidence,
                track.Song,
                track.Position,
                PlaylistId = playlist.Id,
                Playlist = playlist.NameOverride ?? playlist.Name,
            })
            .OrderBy(row => row.Playlist).ThenBy(row => row.PlaylistId).ThenBy(row => row.Position)
            .ToListAsync(cancellationToken);
        Items =
        [
            .. WantedTracks.Group(rows, row => row.Id, row => row.Key, row => row.Track).Select(group =>
            {
                var row = group[0];
                return new ReviewItem(
                    row.Key, [.. group.DistinctBy(r => r.Key).Select(r => r.Id)], row.Track, row.Reason, row.Confidence, [.. group.Select(r => r.Playlist).Distinct()], row.Song?.CoverArtId);
            }),
        ];
        (TrackCount, IsLoaded) = (rows.Count, true);
        await KeepInHandAsync(cancellationToken);
    });

    public Task MoveAsync(int step, CancellationToken cancellationToken)
        => Items.Count == 0 ? Task.CompletedTask : TakeAsync(Math.Clamp(Index + step, 0, Items.Count - 1), cancellationToken);

    public async Task TakeAsync(int index, CancellationToken cancellationToken)
    {
        Index = index;
        await Fix.LoadAsync(_userId, Items[index].TrackIds, cancellationToken);
    }

    /// <summary>Chooses the nth candidate for the current item, counted from 1. Does nothing if there is no such candidate.</summary>
    public Task ChooseAsync(int number, CancellationToken cancellationToken)
        => number >= 1 && number <= Fix.Options.Count ? UseAsync(Fix.Options[number - 1].Song, cancellationToken) : Task.CompletedTask;

    public Task UseAsync(Song song, CancellationToken cancellationToken) => DecideAsync(() => Fix.UseAsync(song), cancellationToken);

    /// <summary>Rejects a song for the current item, which stays in the queue while it has other candidates.</summary>
    public Task RejectAsync(Song song, CancellationToken cancellationToken) => DecideAsync(() => Fix.RejectAsync(song), cancellationToken);

    public Task NeverAsync(CancellationToken cancellationToken) => DecideAsync(Fix.NeverAsync, cancellationToken);

    /// <summary>Undoes the last decision of this visit and makes its item the current one.</summary>
    public async Task UndoAsync(CancellationToken cancellationToken)
    {
        if (!_done.TryPop(out var item))
        {
            return;
        }

        await Fix.LoadAsync(_userId, item.TrackIds, cancellationToken);
        await Fix.UndoAsync();
        await LoadAsync(_userId, cancellationToken);
        var index = Items.ToList().FindIndex(i => i.Key == item.Key);
        if (index >= 0)
        {
            await TakeAsync(index, cancellationToken);
        }
    }

    private async Task DecideAsync(Func<Task> decision, CancellationToken cancellationToken)
    {
        if (Current is not { } item)
        {
            return;
        }

        await decision();
        _done.Push(item);
        await LoadAsync(_userId, cancellationToken);
    }

    private async Task KeepInHandAsync(CancellationToken cancellationToken)
    {
        var before = Fix.Row?.Key;
        var index = before is null ? -1 : Items.ToList().FindIndex(item => item.Key == before);
        Index = index >= 0 ? index : Math.Min(Math.Max(Index, 0), Items.Count - 1);
        if (Current is { } current && current.Key != before)
        {
            await TakeAsync(Index, cancellationToken);
        }
    }
}
