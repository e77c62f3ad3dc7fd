using System.Globalization;
using Spotter.Core.Matching;

namespace Spotter.Web.Components.Shared.Fixing;

/// <summary>The words for matches that every page uses alike.</summary>
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

    /// <summary>The deciding fact in a few words.</summary>
    public static string Why(MatchReason? reason) => reason is { } known ? MatchExplanation.Of(known) : "not matched yet";

    /// <summary>How sure a match is. Where the probability would say next to nothing, although the song is worth a look, what it is instead.</summary>
    public static string Sure(MatchReason? reason, double confidence)
        => reason switch
        {
            MatchReason.DifferentVersion => OtherVersion,
            MatchReason.IdentifierConflict => "code conflict",
            MatchReason.PinnedSongGone => "choice gone",
            _ => Words.Share(confidence),
        };

    /// <summary>How sure it is that a candidate is what was asked for.</summary>
    public static string Sure(MatchScore score) => score.SameVersion ? Words.Share(score.Confidence) : OtherVersion;

    /// <summary>"+2 s", "−31 s", "same length", or nothing where one side is unknown.</summary>
    public static string LengthDifference(int? differenceMs)
        => differenceMs switch
        {
            null => "",
            { } ms when Math.Abs(ms) < 1000 => "same length",
            { } ms => string.Create(CultureInfo.InvariantCulture, $"{(ms > 0 ? '+' : '−')}{Math.Round(Math.Abs(ms) / 1000.0):N0} s"),
        };
}
