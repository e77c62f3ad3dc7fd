using System.Globalization;
using System.Text;
using Spotter.Core.Tracks;

namespace Spotter.Benchmarks.Speed;

/// <summary>A large fictional library, the same in every run: few artists with many albums and many with few, titles of common and rare
/// words, and versions and editions as in real tags.</summary>
internal sealed class SpeedLibrary
{
    private const int SongsOfArtist = 15;
    private const string Base62 = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static readonly string[] Versions =
        [" (Live)", " (Live at the Old Mill)", " - Live", " (Acoustic)", " (Demo)", " (Instrumental)", " (Radio Edit)", " (Extended Mix)", " (Ember Remix)"];

    private static readonly string[] Decorations =
        [" (Remastered)", " - 2011 Remaster", " (Album Version)", " (Bonus Track)", " [Deluxe Edition]", " - Mono", " (2009 Remastered Version)"];

    private readonly Random _random = new(20261123);
    private readonly string[] _words;
    private readonly string[] _names;

    private SpeedLibrary(int artists)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        _words = Make(Math.Clamp(artists, 2_000, 40_000), seen, () => Word(1, 4));
        _names = Make(artists, seen, ArtistName);
    }

    /// <summary>Makes this many songs.</summary>
    public static List<Song> Make(int count) => new SpeedLibrary(Math.Max(20, count / SongsOfArtist)).Songs(count);

    /// <summary>A similar song under a new id: what a scan finds.</summary>
    public static Song Renewed(Song song, int number) => song with
    {
        Id = Id(0x5EED_0000_0000UL + (ulong)number),
        Title = song.Title + " II",
    };

    private List<Song> Songs(int count)
    {
        var songs = new List<Song>(count);
        while (songs.Count < count)
        {
            var artist = _names[Skewed(_names.Length)];
            var isCompilation = _random.Next(40) == 0;
            var albumArtist = isCompilation ? "Various Artists" : artist;
            var album = Capitalised(Title(1, 4)) + (_random.Next(12) == 0 ? " (Deluxe Edition)" : "");
            var albumId = Id((ulong)_random.NextInt64());
            var cover = "al-" + albumId + "_0";
            var year = 1960 + _random.Next(66);
            var isLive = _random.Next(25) == 0;
            var tracks = 8 + _random.Next(8);
            for (var track = 1; track <= tracks && songs.Count < count; track++)
            {
                songs.Add(Song(isCompilation ? _names[Skewed(_names.Length)] : artist, albumArtist, album, albumId, cover, year, track, isLive, songs.Count));
            }
        }

        return songs;
    }

    private Song Song(string artist, string albumArtist, string album, string albumId, string cover, int year, int track, bool isLive, int number)
    {
        var title = Capitalised(Title(1, 5));
        string[] artists = _random.Next(12) == 0 ? [artist, _names[Skewed(_names.Length)]] : [artist];
        var dice = _random.Next(100);
        title += isLive ? Versions[_random.Next(3)]
            : dice < 6 ? Versions[_random.Next(Versions.Length)]
            : dice < 16 ? Decorations[_random.Next(Decorations.Length)]
            : dice < 20 ? $" (feat. {_names[Skewed(_names.Length)]})"
            : dice < 23 ? $" ({Capitalised(Title(1, 3))})"
            : "";
        return new()
        {
            Id = Id((ulong)_random.NextInt64()),
            Title = title,
            Artist = string.Join(" • ", artists),
            Artists = artists,
            Album = album,
            AlbumArtist = albumArtist,
            AlbumId = albumId,
            DurationMs = (90 + _random.Next(300)) * 1000,
            Isrcs = _random.Next(10) < 7 ? [string.Create(CultureInfo.InvariantCulture, $"QZ{(char)('A' + number % 26)}{(char)('A' + number / 26 % 26)}{(char)('A' + number / 676 % 26)}26{number / 17576 % 100:00}{number % 1000:000}")] : [],
            RecordingMbid = _random.Next(10) < 6 ? Guid().ToString() : null,
            TrackNumber = track,
            DiscNumber = 1,
            Year = year,
            Path = string.Create(CultureInfo.InvariantCulture, $"{albumArtist}/{album}/{track:00} - {title}.flac"),
            CoverArtId = cover,
            BitRate = 700 + _random.Next(400),
            Suffix = _random.Next(3) == 0 ? "mp3" : "flac",
        };
    }

    private string Title(int least, int most)
    {
        var text = new StringBuilder();
        for (var i = _random.Next(least, most + 1); i > 0; i--)
        {
            text.Append(text.Length > 0 ? " " : "").Append(_words[Skewed(_words.Length)]);
        }

        return text.ToString();
    }

    private string ArtistName()
    {
        var name = Capitalised(_random.Next(5) == 0 ? Word(3, 5) : $"{Word(2, 3)} {Word(2, 4)}");
        return _random.Next(10) switch
        {
            0 => "The " + name,
            1 => $"{name} & {Capitalised(Word(2, 3))}",
            _ => name,
        };
    }

    private string Word(int least, int most)
    {
        string[] heads = ["b", "br", "bl", "c", "ch", "cr", "cl", "d", "dr", "f", "fl", "fr", "g", "gr", "gl", "h", "j", "k", "kn", "l", "m", "n", "p", "pr", "pl", "qu", "r", "s", "st", "sh", "sk", "sw", "t", "tr", "th", "v", "w", "y", "z", ""];
        string[] hearts = ["a", "e", "i", "o", "u", "ai", "ea", "ou", "é"];
        string[] tails = ["", "", "", "n", "r", "s", "l", "m", "t", "nd", "ck", "ng", "st", "ll", "x", "rd"];
        var text = new StringBuilder();
        for (var i = _random.Next(least, most + 1); i > 0; i--)
        {
            text.Append(heads[_random.Next(heads.Length)]).Append(hearts[_random.Next(30) == 0 ? 8 : _random.Next(8)]).Append(tails[_random.Next(tails.Length)]);
        }

        return text.ToString();
    }

    // The square of a random number: a tenth of the artists have a third of the songs.
    private int Skewed(int count)
    {
        var at = _random.NextDouble();
        return (int)(at * at * count);
    }

    private Guid Guid()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new(bytes);
    }

    private static string Id(ulong number)
        => string.Create(22, number, (letters, seed) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                seed = (seed * 6364136223846793005UL) + 1442695040888963407UL;
                letters[i] = Base62[(int)((seed >> 33) % 62)];
            }
        });

    private static string[] Make(int count, HashSet<string> seen, Func<string> make)
    {
        var made = new string[count];
        for (var i = 0; i < count; i++)
        {
            do
            {
                made[i] = make();
            }
            while (made[i].Length < 2 || !seen.Add(made[i]));
        }

        return made;
    }

    private static string Capitalised(string text) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text);
}
