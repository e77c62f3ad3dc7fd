using Spotter.Core.Matching;
using Spotter.Core.Matching.Text;
using Spotter.Core.Sync;
using Spotter.Core.Sync.Decisions;

namespace Spotter.Web.Components.Pages.Decisions;

/// <summary>All decisions of a user about matches, filtered.</summary>
public sealed class DecisionsViewModel(DecisionList list, DecisionRecorder recorder, PlaylistChoices choices)
{
    private readonly ReadSequencer _reads = new();
    private readonly Dictionary<DecisionEntry, string> _texts = [];
    private IReadOnlyList<DecisionEntry> _all = [];
    private int _userId;

    /// <summary>The entries that pass the filters, newest first.</summary>
    public IReadOnlyList<DecisionEntry> Shown { get; private set; } = [];

    /// <summary>The number of entries of each kind that there is.</summary>
    public IReadOnlyList<(DecisionKind Kind, int Count)> Kinds { get; private set; } = [];

    public int Count => _all.Count;

    /// <summary>What playlists allow, by name.</summary>
    public IReadOnlyList<PlaylistAllowance> Allowances { get; private set; } = [];

    public bool IsLoaded { get; private set; }

    public PinKind? Kind { get; private set; }

    public string Search { get; private set; } = "";

    public Task LoadAsync(int userId, CancellationToken cancellationToken) => _reads.RunAsync(async () =>
    {
        _userId = userId;
        var decisions = await list.ReadAsync(userId, cancellationToken);
        Allowances = await choices.ListAllowancesAsync(userId, cancellationToken);
        _all =
        [
            .. decisions.GroupBy(decision => (decision.Kind, Wanted: TrackKey.OfWanted(decision.Track), SongId: decision.Song?.Id)).Select(group =>
            {
                var newest = group.First();
                return new DecisionEntry(
                    [.. group.Select(decision => decision.Id)], newest.Kind, newest.Track, newest.Song, newest.DecidedAt, [.. group.SelectMany(decision => decision.Places).DistinctBy(place => place.PlaylistId)]);
            }),
        ];
        _texts.Clear();
        Kinds = [.. DecisionKind.All.Select(kind => (kind, _all.Count(entry => entry.Kind == kind.Kind))).Where(pair => pair.Item2 > 0)];
        IsLoaded = true;
        Show();
    });

    /// <summary>Filters by kind, and by words in the names of track, song and playlists.</summary>
    public void Filter(PinKind? kind, string? search)
    {
        (Kind, Search) = (kind, search?.Trim() ?? "");
        Show();
    }

    /// <summary>Takes an entry back. Returns the way back.</summary>
    public async Task<DecisionChange> UndoAsync(DecisionEntry entry)
    {
        var change = await recorder.RemoveAsync(_userId, entry.Ids, CancellationToken.None);
        await LoadAsync(_userId, CancellationToken.None);
        return change;
    }

    /// <summary>Undoes what was done here before.</summary>
    public async Task RestoreAsync(DecisionChange change)
    {
        await recorder.UndoAsync(_userId, change, CancellationToken.None);
        await LoadAsync(_userId, CancellationToken.None);
    }

    private void Show()
    {
        var words = TextNormalizer.Words(TextNormalizer.Key(Search));
        Shown = [.. _all.Where(entry => (Kind is null || entry.Kind == Kind) && Array.TrueForAll(words, word => TextOf(entry).Contains(word, StringComparison.Ordinal)))];
    }

    // Made at the first search: most visits have none.
    private string TextOf(DecisionEntry entry)
    {
        if (!_texts.TryGetValue(entry, out var text))
        {
            var (track, song) = (entry.Track, entry.Song);
            string?[] parts = [track.Title, track.ArtistLine, track.Album, song?.Title, song?.Artist, song?.Album, .. entry.Places.Select(place => place.Name)];
            _texts[entry] = text = string.Join('\n', parts.Select(TextNormalizer.Key));
        }

        return text;
    }
}
