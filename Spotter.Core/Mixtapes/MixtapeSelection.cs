using Spotter.Core.Matching;
using Spotter.Core.Matching.Text;
using Spotter.Core.Providers.Mixtapes;
using Spotter.Core.Tracks;

namespace Spotter.Core.Mixtapes;

/// <summary>Looks up the songs that a model names. Only songs that the library has, and that a sync finds again without doubt, are
/// chosen.</summary>
/// <param name="matcher">The matcher over the library.</param>
/// <param name="wanted">The number of songs wanted.</param>
public sealed class MixtapeSelection(TrackMatcher matcher, int wanted)
{
    private const int OffersOfArtist = 6;
    private const int ArtistsOffered = 12;
    private const int LookedThrough = 40;

    private readonly List<Song> _songs = [];
    private readonly List<NamedSong> _missed = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly HashSet<NamedSong> _asked = [];

    /// <summary>The songs chosen so far, in order.</summary>
    public IReadOnlyList<Song> Songs => _songs;

    /// <summary>The songs of the last answer that the library lacks.</summary>
    public IReadOnlyList<NamedSong> Missed => _missed;

    /// <summary>How many are wanted still.</summary>
    public int Remaining => wanted - _songs.Count;

    /// <summary>The rows of the playlist, with the library's own metadata, by which a sync finds each song again.</summary>
    public IReadOnlyList<SourceTrack> Tracks => [.. _songs.Select(SourceTrack.Of)];

    /// <summary>Looks up the songs of an answer.</summary>
    /// <returns>The number of songs added.</returns>
    public int Take(IReadOnlyList<NamedSong> named)
    {
        ArgumentNullException.ThrowIfNull(named);
        _missed.Clear();
        var before = _songs.Count;
        foreach (var name in named.TakeWhile(_ => Remaining > 0))
        {
            if (!_asked.Add(name))
            {
                continue;
            }

            if (Find(name) is not { } song)
            {
                _missed.Add(name);
            }
            else if (_taken.Add(song.Id) && _taken.Add(KeyOf(song)))
            {
                _songs.Add(song);
            }
        }

        return _songs.Count - before;
    }

    /// <summary>By artist, what the library has of the artists whose named songs it lacks, without songs already chosen.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Offers()
    {
        var offers = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var artist in _missed.Select(name => name.Artist).Where(artist => artist.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(ArtistsOffered))
        {
            var key = TextNormalizer.Key(artist);
            var titles = matcher.Index.Search(artist, LookedThrough)
                .Where(song => song.Artists.Append(song.Artist).Any(name => TextNormalizer.Key(name) == key) && !_taken.Contains(KeyOf(song)))
                .Select(song => UntrustedText.Clean(song.Title, MixtapeAnswerReader.MostOfName)).Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(OffersOfArtist).ToList();
            if (titles.Count > 0)
            {
                offers[artist] = titles;
            }
        }

        return offers;
    }

    private Song? Find(NamedSong name)
    {
        var found = matcher.Match(new MatchQuery(new SourceTrack { Title = name.Title, Artists = name.Artist.Length == 0 ? [] : [name.Artist], Album = name.Album }));

        // The sync will search by the song's own metadata, so the song that this finds is the one to choose.
        return found is { Zone: MatchZone.Auto, Song: { } song } && matcher.Match(new MatchQuery(SourceTrack.Of(song))) is { Zone: MatchZone.Auto, Song: { } again }
            ? again
            : null;
    }

    // The same recording on an album and on a compilation is one song to a listener.
    private static string KeyOf(Song song) => $"{TextNormalizer.Key(song.Title)}\n{TextNormalizer.Key(song.Artist)}";
}
