namespace Spotter.Tests.Support;

/// <summary>Tests that take minutes run only with <c>./test --full</c>.</summary>
internal static class LongTests
{
    /// <summary>Whether this run includes the long tests.</summary>
    public static bool AreWanted { get; } = Environment.GetEnvironmentVariable("SPOTTER_FULL") == "1";

    /// <summary>Why a long test is skipped; null if it runs.</summary>
    public static string? WhySkipped => AreWanted ? null : "It takes minutes: ./test --full runs it.";
}
