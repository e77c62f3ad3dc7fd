using Spotter.Core.Facts;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Histories;

/// <summary>Plays as they are read, gathered by track.</summary>
internal sealed class PlayHistory
{
    /// <summary>What Spotify counts as a play, and others like it: who hears less has skipped it.</summary>
    private const int LeastMs = 30_000;

    // Decades of a life with music.
    private const int MostPlays = 2_000_000;

    private readonly Dictionary<string, Played> _byKey = new(StringComparer.OrdinalIgnoreCase);
    private DateTimeOffset? _last;

    /// <summary>How many plays there were, skipped ones too.</summary>
    public int Count { get; private set; }

    /// <summary>Takes a play.</summary>
    /// <param name="track">What was played.</param>
    /// <param name="at">When; null where the history does not say.</param>
    /// <param name="playedMs">For how long; null where the history does not say, so that it counts.</param>
    public void Add(SourceTrack track, DateTimeOffset? at, long? playedMs)
    {
        if (++Count > MostPlays)
        {
            throw new PlaylistFileException(new Fact.TooManyPlays(MostPlays)) { Problem = PlaylistFileProblem.TooLarge };
        }

        if (playedMs < LeastMs)
        {
            return;
        }

        var key = $"{track.Title}\u001F{track.ArtistLine}";
        if (!_byKey.TryGetValue(key, out var played))
        {
            _byKey.Add(key, played = new Played(track));
        }

        // What was named last is most likely right: albums are renamed, and ids replaced.
        played.Track = played.Last is { } before && at < before ? played.Track : track;
        played.Last = at > played.Last || played.Last is null ? at : played.Last;
        played.At.Add(at);
        _last = at > _last || _last is null ? at : _last;
    }

    /// <summary>The tracks that were played most, the first ones first; of those that were played as often, the ones played last.</summary>
    public IReadOnlyList<SourceTrack> Most(MostPlayed wish)
        => [.. _byKey.Values
            .Select(played => (played.Track, played.Last, Count: played.At.Count(at => wish.Period.Contains(at, _last))))
            .Where(played => played.Count > 0)
            .OrderByDescending(played => played.Count)
            .ThenByDescending(played => played.Last)
            .ThenBy(played => played.Track.Title, StringComparer.Ordinal)
            .ThenBy(played => played.Track.ArtistLine, StringComparer.Ordinal)
            .Take(wish.Length)
            .Select(played => played.Track)];

    private sealed class Played(SourceTrack track)
    {
        public SourceTrack Track { get; set; } = track;

        public DateTimeOffset? Last { get; set; }

        public List<DateTimeOffset?> At { get; } = [];
    }
}
