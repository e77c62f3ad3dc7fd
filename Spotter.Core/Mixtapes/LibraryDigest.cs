using System.Globalization;
using Spotter.Core.Matching;
using Spotter.Core.Matching.Text;
using Spotter.Core.Providers.Mixtapes;
using Spotter.Core.Tracks;

namespace Spotter.Core.Mixtapes;

/// <summary>A compact sample of a library: what a model must know to choose from it. A different seed shows other parts.</summary>
/// <param name="Songs">The number of songs in the library.</param>
/// <param name="ArtistCount">The number of artists in the library.</param>
/// <param name="SongsByDecade">The number of songs per decade ("1970s"), as far as years are known.</param>
/// <param name="Artists">Some artists: first those that the prompt names, then random ones, preferring those with more songs and
/// stars.</param>
public sealed record LibraryDigest(
    int Songs, int ArtistCount, IReadOnlyDictionary<string, int> SongsByDecade, IReadOnlyList<DigestArtist> Artists)
{
    private const int MostGenres = 24;

    /// <summary>A size that fits, with question and answer, into the small contexts of models that run at home.</summary>
    public const int UsualCharacters = 8_000;

    private const int MostOfName = 80;
    private const int SongsOfArtist = 4;
    private const int AlbumsOfArtist = 3;
    private const int Kept = 12;
    private const int Overhead = 40;

    /// <summary>The number of songs of the most frequent genres, if the server counts them; otherwise null.</summary>
    public IReadOnlyDictionary<string, int>? SongsByGenre { get; private init; }

    /// <summary>The same digest with the genres of the library.</summary>
    /// <param name="genres">The number of songs of each genre, the most frequent first.</param>
    public LibraryDigest With(IReadOnlyList<KeyValuePair<string, int>> genres)
    {
        var named = genres.Select(genre => KeyValuePair.Create(UntrustedText.Clean(genre.Key, MostOfName), genre.Value))
            .Where(genre => genre.Key.Length > 0).DistinctBy(genre => genre.Key).Take(MostGenres).ToDictionary();
        return this with { SongsByGenre = named.Count == 0 ? null : named };
    }

    /// <summary>Draws the sample.</summary>
    /// <param name="index">The library.</param>
    /// <param name="wish">The user's prompt.</param>
    /// <param name="seed">The seed of the sample: the same seed gives the same sample of the same library.</param>
    /// <param name="characters">The approximate size in characters.</param>
    public static LibraryDigest Of(LibraryIndex index, string wish, int seed, int characters)
    {
        ArgumentNullException.ThrowIfNull(index);
        var random = new Random(seed);
        var decades = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var artists = new Dictionary<string, Sample>(StringComparer.OrdinalIgnoreCase);
        foreach (var song in index.Songs)
        {
            if (song.Year is >= 1000 and <= 2999)
            {
                var decade = string.Create(CultureInfo.InvariantCulture, $"{song.Year / 10}0s");
                decades[decade] = decades.GetValueOrDefault(decade) + 1;
            }

            if (NameOf(song) is { Length: > 0 } name)
            {
                if (!artists.TryGetValue(name, out var sample))
                {
                    artists[name] = sample = new Sample();
                }

                sample.Add(song, random);
            }
        }

        var wanted = $" {TextNormalizer.Key(wish)} ";
        var inOrder = artists
            .Select(artist => (artist.Key, Sample: artist.Value, IsNamed: IsNamed(artist.Key, wanted), Turn: artist.Value.Turn(random)))
            .OrderByDescending(artist => artist.IsNamed).ThenBy(artist => artist.Turn);
        var shown = new List<DigestArtist>();
        var left = characters;
        foreach (var artist in inOrder)
        {
            var pictured = artist.Sample.Draw(artist.Key);
            left -= Overhead + pictured.Name.Length + pictured.Albums.Concat(pictured.Songs).Sum(text => text.Length + 4);
            if (left < 0 && shown.Count > 0)
            {
                break;
            }

            shown.Add(pictured);
        }

        return new(index.Count, artists.Count, decades, shown);
    }

    private static string NameOf(Song song) => song.Artists is [var first, ..] ? first : song.Artist;

    private static bool IsNamed(string artist, string wanted)
        => TextNormalizer.Key(artist) is { Length: > 2 } key && wanted.Contains($" {key} ", StringComparison.Ordinal);

    /// <summary>A uniform random sample of an artist's songs.</summary>
    private sealed class Sample
    {
        private readonly List<Song> _songs = [];
        private int _count;
        private int _stars;

        public void Add(Song song, Random random)
        {
            _count++;
            _stars += song.IsStarred ? 1 : 0;
            if (_songs.Count < Kept)
            {
                _songs.Add(song);
            }
            else if (random.Next(_count) is < Kept and var place)
            {
                _songs[place] = song;
            }
        }

        /// <summary>A weighted random order: artists with more songs tend to come first, though less than in proportion.</summary>
        public double Turn(Random random) => -Math.Log(1 - random.NextDouble()) / (Math.Sqrt(_count) + _stars);

        public DigestArtist Draw(string name) => new(
            UntrustedText.Clean(name, MostOfName),
            [
                .. _songs.Where(song => !string.IsNullOrWhiteSpace(song.Album)).DistinctBy(song => song.Album, StringComparer.OrdinalIgnoreCase).Take(AlbumsOfArtist)
                    .Select(song => UntrustedText.Clean(song.Album, MostOfName) + (song.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $" ({year})") : "")),
            ],
            [.. _songs.Select(song => UntrustedText.Clean(song.Title, MostOfName)).Distinct(StringComparer.OrdinalIgnoreCase).Take(SongsOfArtist)]);
    }
}
