using Microsoft.EntityFrameworkCore;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Core.Sync.Decisions;
using Spotter.Core.Tracks;

namespace Spotter.Web.Components.Shared.Fixing;

/// <summary>One source track, the songs it may be, and the decisions that the user can make about it.</summary>
public sealed class FixViewModel(IDbContextFactory<SpotterDbContext> contexts, MatchCorrections corrections)
{
    private const int SearchLimit = 25;

    private readonly ReadSequencer _searches = new();
    private readonly ReadSequencer _reads = new();
    private int _userId;
    private IReadOnlyList<MatchCandidate> _candidates = [];
    private IReadOnlyList<Song> _found = [];
    private IReadOnlyList<long> _others = [];

    /// <summary>The row as stored. Null if it is gone or not this user's.</summary>
    public PlaylistTrack? Row { get; private set; }

    public bool IsLoaded { get; private set; }

    /// <summary>The search text. Empty shows the matcher's candidates.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The songs to choose from: the candidates or the search results.</summary>
    public IReadOnlyList<FixOption> Options { get; private set; } = [];

    /// <summary>The user's decisions about the track so far.</summary>
    public IReadOnlyList<TrackDecision> Decisions { get; private set; } = [];

    /// <summary>What the playlist could allow, so that this and similar tracks are matched without asking. Null if no allowance would do.</summary>
    public SuggestedAllowance? Offer { get; private set; }

    public bool IsNeverMatched => Decisions.Any(decision => decision.Kind == PinKind.Never);

    public bool IsPinned => Decisions.Any(decision => decision.Kind == PinKind.Pin);

    /// <summary>Loads a track.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="trackIds">One of its rows, followed by one for each other id that sources use for it. Decisions apply to all of them.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task LoadAsync(int userId, IReadOnlyList<long> trackIds, CancellationToken cancellationToken)
    {
        _userId = userId;
        _others = [.. trackIds.Skip(1)];
        (Text, _found) = ("", []);
        await ReadAsync(trackIds[0], cancellationToken);
    }

    /// <summary>Reads the row again after a change here or elsewhere.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken) => Row is { } row ? ReadAsync(row.Id, cancellationToken) : Task.CompletedTask;

    public Task SearchAsync(string text, CancellationToken cancellationToken)
    {
        var wanted = Text = text.Trim();
        return _searches.RunAsync(async () =>
        {
            // The user may have typed more while this search waited for its turn.
            if (Text == wanted)
            {
                _found = wanted.Length == 0 ? [] : await corrections.SearchAsync(_userId, wanted, SearchLimit, cancellationToken);
                ShowOptions();
            }
        });
    }

    public Task UseAsync(Song song) => DecideAsync((id, token) => corrections.PinAsync(_userId, id, song.Id, token));

    public Task RejectAsync(Song song) => DecideAsync((id, token) => corrections.RejectAsync(_userId, id, song.Id, token));

    public Task NeverAsync() => DecideAsync((id, token) => corrections.NeverAsync(_userId, id, token));

    public Task UndoAsync() => DecideAsync((id, token) => corrections.UndoAsync(_userId, id, token));

    // A clicked decision is carried out, whether or not anybody waits for the result.
    private async Task DecideAsync(Func<long, CancellationToken, Task<bool>> decide)
    {
        if (Row is { } row)
        {
            foreach (var id in _others.Prepend(row.Id))
            {
                await decide(id, CancellationToken.None);
            }

            await ReadAsync(row.Id, CancellationToken.None);
        }
    }

    private Task ReadAsync(long trackId, CancellationToken cancellationToken) => _reads.RunAsync(async () =>
    {
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var own = db.Playlists.Where(p => p.UserId == _userId);
            Row = await db.Tracks.AsNoTracking()
                .SingleOrDefaultAsync(track => track.Id == trackId && own.Any(p => p.Id == track.PlaylistId), cancellationToken);
        }

        if (Row is null)
        {
            (_candidates, Decisions, Offer) = ([], [], null);
        }
        else
        {
            Decisions = await corrections.DecisionsAsync(_userId, trackId, cancellationToken);
            _candidates = (await corrections.SuggestAsync(_userId, trackId, cancellationToken))?.Candidates ?? [];
            Offer = await corrections.SuggestAllowanceAsync(_userId, trackId, cancellationToken);
        }

        IsLoaded = true;
        ShowOptions();
    });

    private void ShowOptions()
    {
        if (Row is not { } row)
        {
            Options = [];
            return;
        }

        var track = row.SourceTrack;
        var scored = _candidates.ToDictionary(candidate => candidate.Song.Id, StringComparer.Ordinal);
        var songs = Text.Length == 0 ? _candidates.Select(candidate => candidate.Song) : _found;
        Options =
        [
            .. songs.Select(song =>
            {
                var candidate = scored.GetValueOrDefault(song.Id);
                return new FixOption(song, candidate?.Tier, candidate?.Score, SongComparison.Between(track, song, candidate?.Score), song.Id == row.SongId) { Waits = candidate?.Waits };
            }),
        ];
    }
}
