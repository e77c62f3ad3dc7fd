using System.Runtime.Intrinsics;
using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching.Indexing;

/// <summary>One way to read a track, as the index looks for it.</summary>
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
            // The song may be written in other letters: its key in Latin ones has one spelling only.
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

    /// <summary>The artists as written; empty where none is named.</summary>
    public string CreditText { get; }

    public ulong TitleHash { get; }

    /// <summary>The hash of the title as one hears it.</summary>
    public ulong SpokenHash { get; }

    /// <summary>The hashes under which an equal title, or the same without a subtitle, may stand.</summary>
    public IReadOnlyList<ulong> TitleHashes { get; }

    /// <summary>The hash of the short key of a classical work, or 0: its artists may be the composer here and the players there.</summary>
    public ulong WorkHash { get; }

    public Vector128<byte> Letters { get; }

    /// <summary>What a title has that cannot be compared with this one by its letters.</summary>
    public SongTraits OtherLetters { get; }

    public bool HasLatinArtist { get; }

    public bool HasOtherArtist { get; }

    /// <summary>
    /// Whether a title with these letters may be near enough: as many mistakes as the comparison of titles forgives, blanks not counted, and half a one
    /// more; or the one is the other cut off.
    /// </summary>
    public bool MayBeAlike(Vector128<byte> letters)
    {
        var length = LetterCounts.Total(letters);
        return LetterCounts.Difference(Letters, letters) <= (2 * Math.Max(1, Math.Max(_length, length) * 6 / 25)) + 1
            || (length >= _length ? MayBeCutOff(_length) && LetterCounts.Holds(letters, Letters) : MayBeCutOff(length) && LetterCounts.Holds(Letters, letters));
    }

    /// <summary>Whether a song of this length may be as long as the track, to the second.</summary>
    public bool IsAsLong(int? durationMs) => MatchScorer.IsSameSecond(MatchScorer.DurationDifference(DurationMs, durationMs));

    // Of the twenty-four to thirty letters that a title is cut off after, so many are no blanks.
    private static bool MayBeCutOff(int length) => length is >= 12 and <= 30;

    /// <summary>Whether the name is written in Latin letters, some of them at least.</summary>
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
