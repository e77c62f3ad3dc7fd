using System.Text.RegularExpressions;
using Spotter.Tests.Support;

namespace Spotter.Tests.Architecture;

/// <summary>Documents say which test keeps a promise. A test that was renamed would leave the promise without one, and nobody would notice.</summary>
public sealed partial class NamedTestTests
{
    [Theory]
    [InlineData("CONTRIBUTING.md", 30)]
    [InlineData("docs/security.md", 50)]
    public void Every_test_that_a_document_names_exists(string document, int least)
    {
        var tests = typeof(NamedTestTests).Assembly.GetTypes().Where(type => type.Name.EndsWith("Tests", StringComparison.Ordinal)).ToLookup(type => type.Name);
        var named = TestName().Matches(File.ReadAllText(Path.Combine(Repository.Root, document)));

        Assert.True(named.Count > least, $"Only {named.Count} tests are named.");
        Rule.HasNoException(named
            .Where(name => !tests[name.Groups["type"].Value].Any(type => name.Groups["method"] is not { Success: true } method || type.GetMember(method.Value).Length > 0))
            .Select(name => name.Value));
    }

    [GeneratedRegex(@"`(?<type>\w+Tests)(?:\.(?<method>\w+))?`")]
    private static partial Regex TestName();
}
