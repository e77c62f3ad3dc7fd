using System.Globalization;
using Spotter.Core.Matching;

namespace Spotter.Web.Components.Shared.Fixing;

/// <summary>The words for matches that every page uses alike.</summary>
public static class MatchWords
{
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

    /// <summary>"+2 s", "−31 s", "same length", or nothing where one side is unknown.</summary>
    public static string LengthDifference(int? differenceMs)
        => differenceMs switch
        {
            null => "",
            { } ms when Math.Abs(ms) < 1000 => "same length",
            { } ms => string.Create(CultureInfo.InvariantCulture, $"{(ms > 0 ? '+' : '−')}{Math.Round(Math.Abs(ms) / 1000.0):N0} s"),
        };
}
