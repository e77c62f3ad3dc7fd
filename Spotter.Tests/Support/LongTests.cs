namespace Spotter.Tests.Support;

/// <summary>Tests that take minutes run behind <c>./test --full</c> only.</summary>
internal static class LongTests
{
    /// <summary>Whether this run was asked to take its time.</summary>
    public static bool AreWanted { get; } = Environment.GetEnvironmentVariable("SPOTTER_FULL") == "1";

    /// <summary>Why a long test is skipped; null where it is to run.</summary>
    public static string? WhySkipped => AreWanted ? null : "It takes minutes: ./test --full runs it.";
}
