namespace Spotter.Tests.Architecture;

/// <summary>Checks a rule and fails with everything that breaks it.</summary>
internal static class Rule
{
    public static void HasNoException<T>(IEnumerable<T> offenders)
    {
        var found = offenders.Select(offender => offender?.ToString()).Order(StringComparer.Ordinal).ToList();
        Assert.True(found.Count == 0, "Broken by:\n" + string.Join('\n', found));
    }
}
