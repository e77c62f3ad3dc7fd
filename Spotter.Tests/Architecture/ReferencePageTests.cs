using System.Text.Json;
using System.Text.RegularExpressions;
using Spotter.Tests.Support;

namespace Spotter.Tests.Architecture;

/// <summary>Files that refer to names in the code use the current names.</summary>
public sealed partial class ReferencePageTests
{
    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip };

    [Fact]
    public void Every_package_is_on_the_page_with_what_it_is_for()
    {
        var named = File.ReadLines(PathOf("docs/dependencies.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .SelectMany(line => line.Split('|')[1].Split(',', StringSplitOptions.TrimEntries)).ToHashSet(StringComparer.Ordinal);
        var used = Repository.Files(".", ".csproj").SelectMany(file => Package().Matches(file.Text).Select(match => match.Groups[1].Value)).Distinct().ToList();

        Assert.Contains("MudBlazor", used);
        Rule.HasNoException(used.Except(named));
    }

    /// <summary>A class that moves changes its log category, and the level set for the old category is lost without a warning.</summary>
    [Fact]
    public void Log_levels_are_set_for_classes_that_exist()
    {
        using var settings = JsonDocument.Parse(File.ReadAllText(PathOf("Spotter.Web/appsettings.json")), WithComments);
        var ours = settings.RootElement.GetProperty("Logging").GetProperty("LogLevel").EnumerateObject()
            .Select(level => level.Name).Where(name => name.StartsWith("Spotter.", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(ours);
        Rule.HasNoException(ours.Where(name => typeof(Program).Assembly.GetType(name) is null));
    }

    private static string PathOf(string file) => Path.Combine(Repository.Root, file);

    [GeneratedRegex("""<PackageReference Include="([^"]+)""")]
    private static partial Regex Package();
}
