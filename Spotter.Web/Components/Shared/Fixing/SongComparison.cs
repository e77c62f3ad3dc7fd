using System.Globalization;
using Spotter.Core.Matching;
using Spotter.Core.Tracks;

namespace Spotter.Web.Components.Shared.Fixing;

/// <summary>The comparison of a song with the source track that it may be, part by part.</summary>
public sealed record SongComparison(Likeness Title, Likeness Artist, Likeness Album, Likeness Duration)
{
    // Servers cut lengths to seconds, and up to 3 s counts as the same recording.
    private const int SameLengthMs = 4_000;
    private const int CloseLengthMs = 11_000;

    /// <summary>Uses the matcher's score if there is one. A song that the user searched for has none, and is compared as written.</summary>
    public static SongComparison Between(SourceTrack track, Song song, MatchScore? score)
        => score is null
            ? new(Written(track.Title, song.Title), track.Artists.Count == 0 ? Likeness.Unknown : Artists(track, song), Written(track.Album, song.Album), Length(track.DurationMs, song.DurationMs))
            : new(Scored(score.Title), track.Artists.Count == 0 ? Likeness.Unknown : Scored(score.Artist), Scored(score.Album), Length(track.DurationMs, song.DurationMs));

    private static Likeness Scored(double? part) => part switch
    {
        null => Likeness.Unknown,
        >= 0.95 => Likeness.Equal,
        >= 0.8 => Likeness.Close,
        _ => Likeness.Different,
    };

    private static Likeness Artists(SourceTrack track, Song song)
    {
        var likenesses = track.Artists.SelectMany(artist => song.Artists.Append(song.Artist).Select(other => Written(artist, other))).ToList();
        return likenesses.Contains(Likeness.Equal) ? Likeness.Equal : likenesses.Contains(Likeness.Close) ? Likeness.Close : Likeness.Different;
    }

    private static Likeness Written(string? wanted, string? found)
    {
        if (string.IsNullOrEmpty(wanted) || string.IsNullOrEmpty(found))
        {
            return Likeness.Unknown;
        }

        var compare = CultureInfo.InvariantCulture.CompareInfo;
        const CompareOptions loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreSymbols;
        return compare.Compare(wanted, found, loosely) == 0 ? Likeness.Equal
            : compare.IndexOf(wanted, found, loosely) >= 0 || compare.IndexOf(found, wanted, loosely) >= 0 ? Likeness.Close
            : Likeness.Different;
    }

    private static Likeness Length(int? wanted, int? found) => (wanted, found) switch
    {
        ({ } left, { } right) when Math.Abs(left - right) <= SameLengthMs => Likeness.Equal,
        ({ } left, { } right) when Math.Abs(left - right) <= CloseLengthMs => Likeness.Close,
        ({ }, { }) => Likeness.Different,
        _ => Likeness.Unknown,
    };
}
