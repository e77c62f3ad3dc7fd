using Microsoft.EntityFrameworkCore;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync.Decisions;
using Spotter.Core.Tracks;
using Spotter.Web.Components.Shared;
using Spotter.Web.Components.Shared.Fixing;

namespace Spotter.Web.Components.Pages.Review;

/// <summary>All doubtful matches of a user as one queue, and the current one.</summary>
public sealed class ReviewViewModel(IDbContextFactory<SpotterDbContext> contexts, FixViewModel fix, DecisionRecorder recorder)
{
    private readonly ReadSequencer _reads = new();
    private readonly Stack<ReviewStep> _done = new();
    private IReadOnlyList<ReviewItem> _unsorted = [];
    private int _userId;

    public IReadOnlyList<ReviewItem> Items { get; private set; } = [];

    public ReviewGrouping Grouping { get; private set; }

    /// <summary>The queue, divided. The items of all groups in order are <see cref="Items"/>.</summary>
    public IReadOnlyList<ReviewGroup> Groups { get; private set; } = [];

    /// <summary>The rows in the queue. One decision settles every row of the same track.</summary>
    public int TrackCount { get; private set; }

    public bool IsLoaded { get; private set; }

    /// <summary>The index of the current item, or -1 if the queue is empty.</summary>
    public int Index { get; private set; } = -1;

    public ReviewItem? Current => Index >= 0 ? Items[Index] : null;

    /// <summary>The candidates for the current item, and the possible decisions.</summary>
    public FixViewModel Fix { get; } = fix;

    /// <summary>Decisions made during this visit.</summary>
    public int DoneCount => _done.Sum(step => step.Count);

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
        _unsorted =
        [
            .. WantedTracks.Group(rows, row => row.Id, row => row.Key, row => row.Track).Select(group =>
            {
                var row = group[0];
                return new ReviewItem(
                    row.Key, [.. group.DistinctBy(r => r.Key).Select(r => r.Id)], row.Track, row.Reason, row.Confidence, [.. group.Select(r => r.Playlist).Distinct()], row.Song?.CoverArtId);
            }),
        ];
        (TrackCount, IsLoaded) = (rows.Count, true);
        Divide();
        await KeepInHandAsync(cancellationToken);
    });

    /// <summary>Divides the queue. The current item stays current.</summary>
    public Task DivideAsync(ReviewGrouping grouping, CancellationToken cancellationToken) => _reads.RunAsync(async () =>
    {
        if (Grouping != grouping)
        {
            Grouping = grouping;
            Divide();
            await KeepInHandAsync(cancellationToken);
        }
    });

    /// <summary>Takes note of a change that has decided about many items at once.</summary>
    public Task NoteAsync(DecisionChange change, ReviewGroup group, CancellationToken cancellationToken)
    {
        _done.Push(new(null, change, group.Items.Count(item => change.Concerns(item.Key))));
        return LoadAsync(_userId, cancellationToken);
    }

    /// <summary>Undoes such a change, whatever was done since.</summary>
    public async Task UndoAsync(DecisionChange change, CancellationToken cancellationToken)
    {
        var kept = _done.Where(step => step.Change != change).Reverse().ToList();
        _done.Clear();
        kept.ForEach(_done.Push);
        await recorder.UndoAsync(_userId, change, CancellationToken.None);
        await LoadAsync(_userId, cancellationToken);
    }

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
        if (!_done.TryPop(out var step))
        {
            return;
        }

        if (step.Change is { } change)
        {
            await recorder.UndoAsync(_userId, change, CancellationToken.None);
            await LoadAsync(_userId, cancellationToken);
        }
        else if (step.Item is { } item)
        {
            await UndoAsync(item, cancellationToken);
        }
    }

    private async Task UndoAsync(ReviewItem item, CancellationToken cancellationToken)
    {
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
        _done.Push(new(item, null, 1));
        await LoadAsync(_userId, cancellationToken);
    }

    private void Divide()
    {
        Groups = Grouping switch
        {
            ReviewGrouping.None => [new("", _unsorted)],
            ReviewGrouping.Kind => [.. GroupsBy(item => ReviewKind.Of(item.Reason)).OrderBy(group => ReviewKind.RankOf(group.Name))],
            ReviewGrouping.Playlist => [.. GroupsBy(item => item.Playlists[0])],
            ReviewGrouping.Artist => [.. GroupsBy(item => item.Track.Artists is [var first, ..] ? first : "No artist named").OrderByDescending(group => group.Items.Count).ThenBy(group => group.Name, StringComparer.CurrentCultureIgnoreCase)],
        };
        Items = [.. Groups.SelectMany(group => group.Items)];
    }

    private IEnumerable<ReviewGroup> GroupsBy(Func<ReviewItem, string> name)
        => _unsorted.GroupBy(name, StringComparer.CurrentCultureIgnoreCase).Select(group => new ReviewGroup(group.Key, [.. group]));

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
