using Spotter.Core.Matching;

namespace Spotter.Web.Components.Pages.Review;

/// <summary>Kinds of doubt, as people tell them apart.</summary>
public static class ReviewKind
{
    private static readonly string[] Order = ["Likely", "Other version", "Several recordings", "Code conflict", "Choice gone"];

    public static string Of(MatchReason? reason) => reason switch
    {
        MatchReason.DifferentVersion or MatchReason.VersionUnsure => Order[1],
        MatchReason.TooCloseToCall => Order[2],
        MatchReason.IdentifierConflict => Order[3],
        MatchReason.PinnedSongGone => Order[4],
        _ => Order[0],
    };

    /// <summary>Where a kind stands among the others.</summary>
    public static int RankOf(string kind) => Array.IndexOf(Order, kind);
}
