using System.Runtime.Intrinsics;
using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching.Indexing;

/// <summary>One way to read a track, prepared for a search in the index.</summary>
internal sealed class SongProbe
{
    private readonly int _length;

    public SongProbe(TrackReading track, TitleReading way)
    {
        var (_, title, artists) = way;
        TitleText = way.Text;
        CreditText = way.Credit;
        Artists = artists;
        DurationMs = track.Track.DurationMs;
        AlbumHash = track.Album is { } album ? TextHash.Of(album.Key) : 0;
        TitleHash = TextHash.OfCompact(title.Key);
        SpokenHash = TextHash.OfCompact(title.SpokenKey);
        var hashes = new List<ulong>(3) { TitleHash };
        AddHash(hashes, title.BaseKey);
        AddHash(hashes, title.SpokenKey);
        AddHash(hashes, title.DigraphKey);
        AddHash(hashes, title.OtherLettersKey);
        AddHash(hashes, title.LatinKey);
        if (title.LatinKey is null)
        {
            // The song may be in another script: its key in Latin letters has only one spelling.
            AddHash(hashes, Transliteration.Canonical(title.Key));
        }

        TitleHashes = hashes;
        WorkHash = title.Work?.ShortKey is { } work ? TextHash.OfCompact(work) : 0;
        Letters = LetterCounts.Of(title.LatinKey ?? title.Key);
        _length = LetterCounts.Total(Letters);
        OtherLetters = title.IsLatin ? SongTraits.IsForeign : title.IsForeign ? SongTraits.IsLatin : SongTraits.None;
        foreach (var name in artists.Names)
        {
            HasLatinArtist |= IsLatin(name);
            HasOtherArtist |= !IsLatin(name);
        }
    }

    public ArtistCredits Artists { get; }

    public int? DurationMs { get; }

    /// <summary>The album's name as a hash, or 0.</summary>
    public ulong AlbumHash { get; }

    /// <summary>The title as written.</summary>
    public string TitleText { get; }

    /// <summary>The artists as written. Empty if none is named.</summary>
    public string CreditText { get; }

    public ulong TitleHash { get; }

    /// <summary>The hash of the title as it sounds.</summary>
    public ulong SpokenHash { get; }

    /// <summary>The hashes that an equal title, or the same title without a subtitle, may have.</summary>
    public IReadOnlyList<ulong> TitleHashes { get; }

    /// <summary>The hash of the short key of a classical work, or 0. The artists may be the composer on one side and the performers on the
    /// other.</summary>
    public ulong WorkHash { get; }

    public Vector128<byte> Letters { get; }

    /// <summary>The script of a title that cannot be compared with this one by letters.</summary>
    public SongTraits OtherLetters { get; }

    public bool HasLatinArtist { get; }

    public bool HasOtherArtist { get; }

    /// <summary>
    /// Whether a title with these letters may be similar enough: at most as many mistakes as the comparison of titles allows, not counting
    /// blanks, and half a mistake more; or one may be the other cut off.
    /// </summary>
    public bool MayBeAlike(Vector128<byte> letters)
    {
        var length = LetterCounts.Total(letters);
        return LetterCounts.Difference(Letters, letters) <= (2 * Math.Max(1, Math.Max(_length, length) * 6 / 25)) + 1
            || (length >= _length ? MayBeCutOff(_length) && LetterCounts.Holds(letters, Letters) : MayBeCutOff(length) && LetterCounts.Holds(Letters, letters));
    }

    /// <summary>Whether a song of this length may be as long as the track, to the second.</summary>
    public bool IsAsLong(int? durationMs) => MatchScorer.IsSameSecond(MatchScorer.DurationDifference(DurationMs, durationMs));

    // The number of letters without blanks in a title that was cut off after twenty-four to thirty characters.
    private static bool MayBeCutOff(int length) => length is >= 12 and <= 30;

    /// <summary>Whether the name has at least one Latin letter.</summary>
    public static bool IsLatin(ArtistName name)
    {
        foreach (var c in name.Key)
        {
            if (c < '\u0250' && char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }

    public static ulong HashOfAlbum(string? album) => string.IsNullOrWhiteSpace(album) ? 0 : TextHash.Of(TextNormalizer.Key(album));

    private static void AddHash(List<ulong> hashes, string? key)
    {
        if (key is { Length: > 0 } && TextHash.OfCompact(key) is var hash && !hashes.Contains(hash))
        {
            hashes.Add(hash);
        }
    }
}
