using Spotter.Core.Facts;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Histories;

/// <summary>Plays, grouped by track.</summary>
internal sealed class PlayHistory
{
    /// <summary>Spotify and other services count a play from this length. Anything shorter was skipped.</summary>
    private const int LeastMs = 30_000;

    // More than decades of listening.
    private const int MostPlays = 2_000_000;

    private readonly Dictionary<string, Played> _byKey = new(StringComparer.OrdinalIgnoreCase);
    private DateTimeOffset? _last;

    /// <summary>The number of plays, including skipped ones.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a play.</summary>
    /// <param name="track">The track that was played.</param>
    /// <param name="at">When. Null if the history does not tell.</param>
    /// <param name="playedMs">For how long. Null if the history does not tell; then the play counts.</param>
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

        // The latest metadata is most likely right: albums are renamed, and ids replaced.
        played.Track = played.Last is { } before && at < before ? played.Track : track;
        played.Last = at > played.Last || played.Last is null ? at : played.Last;
        played.At.Add(at);
        _last = at > _last || _last is null ? at : _last;
    }

    /// <summary>The most played tracks, the most plays first. Of tracks with equally many plays, the one played last comes first.</summary>
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
