using System.Globalization;
using Spotter.Core.Matching;
using Spotter.Web.Wording;

namespace Spotter.Web.Components.Shared.Fixing;

/// <summary>The words for matches, the same on every page.</summary>
public static class MatchWords
{
    private const string OtherVersion = "other version";

    public static string CssName(MatchTier tier) => tier switch
    {
        MatchTier.Pin => "pin",
        MatchTier.Isrc => "isrc",
        MatchTier.Mbid => "mbid",
        MatchTier.Exact => "exact",
        MatchTier.Fuzzy => "fuzzy",
    };

    /// <summary>The deciding reason in a few words.</summary>
    public static string Why(MatchReason? reason) => reason is { } known ? MatchExplanation.Of(known) : "not matched yet";

    /// <summary>How certain a match is, or what it is instead if the probability would say little although the song is worth a look.</summary>
    public static string Sure(MatchReason? reason, double confidence)
        => reason switch
        {
            MatchReason.DifferentVersion => OtherVersion,
            MatchReason.IdentifierConflict => "code conflict",
            MatchReason.PinnedSongGone => "choice gone",
            _ => Words.Share(confidence),
        };

    /// <summary>Why a song needs a review however likely it is, short enough to fit beside a number. Null if the number is enough.</summary>
    public static string? Doubt(MatchReason? reason)
        => reason switch
        {
            MatchReason.ArtistUnsure => "artist?",
            MatchReason.TitleUnsure => "title?",
            MatchReason.LengthUnsure => "length?",
            MatchReason.VersionUnsure => "version?",
            MatchReason.TooCloseToCall => "two fit",
            _ => null,
        };

    /// <summary>The same for a candidate. For another version, how likely it is the right song.</summary>
    public static string? Doubt(MatchReason? reason, MatchScore score)
        => score.SameVersion ? Doubt(reason) : score.SongConfidence is { } song ? $"{Words.Share(song)} the song" : null;

    /// <summary>Why a row needs a review and how likely its best candidate is, as a sentence.</summary>
    public static string Review(MatchReason? reason, double confidence, MatchScore? score)
        => reason switch
        {
            MatchReason.DifferentVersion when score?.SongConfidence is { } song => $"To review: {Words.Share(song)} the song, in another version.",
            MatchReason.ArtistUnsure or MatchReason.TitleUnsure or MatchReason.LengthUnsure or MatchReason.VersionUnsure => $"To review: {Words.Share(confidence)} likely, but {Why(reason)}.",
            MatchReason.NotSureEnough => $"To review: {Words.Share(confidence)} likely, which is not sure enough.",
            _ => $"To review: {Why(reason)}.",
        };

    /// <summary>How certain it is that a candidate is the right one.</summary>
    public static string Sure(MatchScore score) => score.SameVersion ? Words.Share(score.Confidence) : OtherVersion;

    /// <summary>"+2 s", "−31 s", "same length", or nothing if one length is unknown.</summary>
    public static string LengthDifference(int? differenceMs)
        => differenceMs switch
        {
            null => "",
            { } ms when Math.Abs(ms) < 1000 => "same length",
            { } ms => string.Create(CultureInfo.InvariantCulture, $"{(ms > 0 ? '+' : '−')}{Math.Round(Math.Abs(ms) / 1000.0):N0} s"),
        };
}
