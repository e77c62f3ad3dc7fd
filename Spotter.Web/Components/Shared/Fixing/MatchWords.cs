using System.Globalization;
using Spotter.Core.Matching;

namespace Spotter.Web.Components.Shared.Fixing;

/// <summary>The words for matches that every page uses alike.</summary>
public static class MatchWords
{
    public static string How(MatchTier tier) => tier switch
    {
        MatchTier.Pin => "your choice",
        MatchTier.Isrc => "ISRC",
        MatchTier.Mbid => "MBID",
        MatchTier.Exact => "exact",
        MatchTier.Fuzzy => "fuzzy",
    };

    public static string CssName(MatchTier tier) => tier switch
    {
        MatchTier.Pin => "pin",
        MatchTier.Isrc => "isrc",
        MatchTier.Mbid => "mbid",
        MatchTier.Exact => "exact",
        MatchTier.Fuzzy => "fuzzy",
    };

    public static string Why(MatchReason? reason) => reason is { } known ? Why(known) : "not matched yet";

    public static string Why(MatchReason reason) => reason switch
    {
        MatchReason.Pinned => "you chose this song",
        MatchReason.PinnedSongGone => "the song you chose is gone from the library",
        MatchReason.NeverMatch => "never to be matched, as you said",
        MatchReason.SameIsrc => "same recording code",
        MatchReason.SameRecordingMbid => "same MusicBrainz recording",
        MatchReason.IdentifierConflict => "the code agrees, title and length do not",
        MatchReason.SameTitleAndArtist => "same title and artist",
        MatchReason.CloseTitleAndArtist => "close title and artist",
        MatchReason.DifferentVersion => "another version of the song",
        MatchReason.TooCloseToCall => "two recordings fit almost equally",
        MatchReason.NotSureEnough => "likely, but not sure enough",
        MatchReason.NotInLibrary => "not in your library",
    };

    /// <summary>"+2 s", "−31 s", "same length", or nothing where one side is unknown.</summary>
    public static string LengthDifference(int? differenceMs)
        => differenceMs switch
        {
            null => "",
            { } ms when Math.Abs(ms) < 1000 => "same length",
            { } ms => string.Create(CultureInfo.InvariantCulture, $"{(ms > 0 ? '+' : '−')}{Math.Round(Math.Abs(ms) / 1000.0):N0} s"),
        };
}
