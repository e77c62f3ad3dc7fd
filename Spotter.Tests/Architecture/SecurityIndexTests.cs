using System.Text.RegularExpressions;
using Spotter.Tests.Support;

namespace Spotter.Tests.Architecture;

/// <summary>The index of security points names tests that there are.</summary>
public sealed partial class SecurityIndexTests
{
    [Fact]
    public void Every_test_that_the_index_names_exists()
    {
        var tests = typeof(SecurityIndexTests).Assembly.GetTypes().Where(type => type.Name.EndsWith("Tests", StringComparison.Ordinal)).ToLookup(type => type.Name);
        var named = TestName().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "security.md")));
        Assert.True(named.Count > 50, $"Only {named.Count} tests are named.");
        Rule.HasNoException(named
            .Where(name => !tests[name.Groups["type"].Value].Any(type => name.Groups["method"] is not { Success: true } method || type.GetMethod(method.Value) is not null))
            .Select(name => name.Value));
    }

    [GeneratedRegex(@"`(?<type>\w+Tests)(?:\.(?<method>\w+))?`")]
    private static partial Regex TestName();
}
