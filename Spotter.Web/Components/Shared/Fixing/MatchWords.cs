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

    /// <summary>"64%". Rounded down: only what is certain says 100%.</summary>
    public static string Sure(double confidence)
        => Math.Floor(Math.Clamp(confidence, 0, 1) * 100 + 1e-9).ToString("0", CultureInfo.InvariantCulture) + "%";

    /// <summary>"3:58", "1:02:03", or nothing where the length is unknown.</summary>
    public static string Length(int? durationMs)
    {
        if (durationMs is not { } ms)
        {
            return "";
        }

        var length = TimeSpan.FromSeconds(Math.Round(ms / 1000.0));
        return length.ToString(length.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>"+2 s", "−31 s", "same length", or nothing where one side is unknown.</summary>
    public static string LengthDifference(int? differenceMs)
        => differenceMs switch
        {
            null => "",
            { } ms when Math.Abs(ms) < 1000 => "same length",
            { } ms => string.Create(CultureInfo.InvariantCulture, $"{(ms > 0 ? '+' : '−')}{Math.Round(Math.Abs(ms) / 1000.0):N0} s"),
        };
}
