using System.Globalization;
using Spotter.Benchmarks.Evaluation;
using Spotter.Core.Tracks;

namespace Spotter.Benchmarks.Speed;

/// <summary>Tracks to look for in a fictional library: two fifths have an identifier or are written alike, two fifths are decorated or
/// misspelt, one fifth is absent.</summary>
internal static class SpeedTracks
{
    private static readonly string[] OtherVersions = [" (Karaoke Version)", " (Sped Up)", " (Club Remix)", ", Pt. 2", " (A Cappella)"];

    public static List<LabelledQuery> Of(IReadOnlyList<Song> library, int count)
    {
        var random = new Random(20261124);
        var absent = SpeedLibrary.Make(Math.Max(count, 1_000));
        var queries = new List<LabelledQuery>(count);
        for (var i = 0; i < count; i++)
        {
            var song = library[random.Next(library.Count)];
            var (category, track) = (i % 20) switch
            {
                < 3 => ("isrc", Track(song, random) with { Isrc = song.Isrcs is [var isrc, ..] ? isrc : null }),
                3 => ("mbid", Track(song, random) with { RecordingMbid = song.RecordingMbid }),
                < 8 => ("exact", Track(song, random)),
                < 11 => ("decorated", Decorated(song, random)),
                < 14 => ("misspelt title", Track(song, random) with { Title = Misspelt(song.Title, random) }),
                < 16 => ("misspelt artist", Misspelt(song, random)),
                16 => ("absent, other version there", Track(song, random) with { Title = song.Title + OtherVersions[random.Next(OtherVersions.Length)], Album = null, DurationMs = song.DurationMs + 17_000 }),
                17 => ("absent", Track(Absent(absent[i % absent.Count]), random)),
                18 => ("absent, artist there", Track(Absent(absent[i % absent.Count]), random) with { Artists = song.Artists }),
                _ => ("absent, title there", Track(song, random) with { Artists = [Reversed(song.Artists[0])], Album = null }),
            };
            var isAbsent = category.StartsWith("absent", StringComparison.Ordinal);
            queries.Add(new(i.ToString(CultureInfo.InvariantCulture), track, isAbsent ? [] : [song.Id], category));
        }

        return queries;
    }

    private static SourceTrack Track(Song song, Random random) => new()
    {
        Title = song.Title,
        Artists = song.Artists,
        Album = song.Album,
        DurationMs = song.DurationMs + random.Next(1000),
    };

    private static Song Absent(Song song) => song with { Title = "Zq" + Reversed(song.Title) + " Xv", Artists = ["Qx " + Reversed(song.Artists[0])] };

    private static SourceTrack Decorated(Song song, Random random)
    {
        string[] tails = [" - Remastered 2011", " (Remastered)", " [Bonus Track]", " - Single Version", " (Explicit)"];
        return Track(song, random) with { Title = song.Title + tails[random.Next(tails.Length)], Album = null };
    }

    private static SourceTrack Misspelt(Song song, Random random)
        => Track(song, random) with { Artists = [Misspelt(song.Artists[0], random)], Title = random.Next(2) == 0 ? song.Title : Misspelt(song.Title, random) };

    private static string Misspelt(string text, Random random)
    {
        if (text.Length < 6)
        {
            return text;
        }

        var at = 1 + random.Next(text.Length - 3);
        return random.Next(3) switch
        {
            0 => text.Remove(at, 1),
            1 => string.Concat(text.AsSpan(0, at), text.AsSpan(at + 1, 1), text.AsSpan(at, 1), text.AsSpan(at + 2)),
            _ => text.Insert(at, "e"),
        };
    }

    private static string Reversed(string text)
    {
        var letters = text.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal).ToCharArray();
        Array.Reverse(letters);
        return new(letters);
    }
}
