using System.Text.RegularExpressions;
using Spotter.Tests.Support;

namespace Spotter.Tests.Architecture;

/// <summary>Rules that the compiler does not check.</summary>
public sealed partial class HouseRuleTests
{
    private static readonly string[] Product = ["Spotter.Core", "Spotter.Navidrome", "Spotter.PostgreSql", "Spotter.Web"];

    private static IEnumerable<SourceFile> ProductCode => Product.SelectMany(project => Repository.Files(project, ".cs", ".razor"));

    [Fact]
    public void Everything_is_caught_in_four_places_only()
    {
        string[] allowed = ["SyncRunner.cs", "EventBus.cs", "LiveComponentBase.cs", "RepeatedWork.cs"];

        Rule.HasNoException(ProductCode.Where(file => !allowed.Contains(file.Name) && CatchesEverything().IsMatch(file.Code)));
    }

    [Fact]
    public void The_storage_of_the_job_runner_is_chosen_in_one_file()
        => Assert.Single(ProductCode, file => file.Code.Contains("Hangfire.InMemory", StringComparison.Ordinal)
            || file.Code.Contains("Hangfire.Storage.SQLite", StringComparison.Ordinal));

    [Fact]
    public void No_method_is_async_void()
        => Rule.HasNoException(ProductCode.Where(file => AsyncVoid().IsMatch(file.Code)));

    [Fact]
    public void No_comment_is_code_that_was_switched_off_and_nothing_is_left_to_do()
        => Rule.HasNoException(ProductCode.Where(file => Leftover().IsMatch(file.Text)));

    [Fact]
    public void Pages_load_nothing_from_other_sites()
    {
        var loaded = Repository.Files("Spotter.Web", ".razor", ".html", ".css", ".cs")
            .Where(file => !file.Path.Contains("/wwwroot/lib/", StringComparison.Ordinal) && LoadsFromOutside().IsMatch(file.Text));

        Rule.HasNoException(loaded);
    }

    [Fact]
    public void Nothing_is_put_into_a_page_as_it_is()
        => Rule.HasNoException(Repository.Files("Spotter.Web", ".razor", ".cs", ".js").Where(file => RawMarkup().IsMatch(file.Text)));

    /// <summary>After the clock was ahead, an age is negative and so less than any limit: what was known then would be believed until the
    /// clock has caught up.</summary>
    [Fact]
    public void Ages_are_compared_in_one_place()
    {
        // A lock that another process waits for, and a line on a page, do no harm by being believed; times of files are judged there; memory is no time.
        string[] allowed = ["SqliteMigration.cs", "PlaylistViewModel.cs", "FolderFile.cs", "MemoryTrimmer.cs"];

        Rule.HasNoException(ProductCode.Where(
            file => !allowed.Contains(file.Name) && !file.Path.Contains("/Demo/", StringComparison.Ordinal) && AgeByHand().IsMatch(file.Code)));
    }

    [Fact]
    public void Tests_do_not_sleep()
        => Rule.HasNoException(Repository.Files("Spotter.Tests", ".cs").Where(file => Sleeps().IsMatch(file.Code)));

    [Fact]
    public void The_repository_stands_alone()
    {
        // A path of the machine where it was written, or a registry that only this machine knows.
        var tied = Repository.Files(".")
            .Where(file => file.Name.ToUpperInvariant() is "NUGET.CONFIG" or ".NPMRC"
                || (IsText(file) && (file.Text.Contains(Repository.Root + "/", StringComparison.Ordinal) || HomeFolder().IsMatch(file.Text))));

        Rule.HasNoException(tied);
    }

    private static bool IsText(SourceFile file)
        => Path.GetExtension(file.Name) is "" or ".cs" or ".razor" or ".css" or ".js" or ".md" or ".json" or ".csproj" or ".props" or ".sln"
            or ".sh" or ".py" or ".yml";

    // A filter that names what it catches does not catch everything ("is not" does), and a catch that only cleans up rethrows.
    [GeneratedRegex(@"catch\s*(?:\{(?![^{}]*\bthrow;\s*\})|\(\s*(?:System\.)?Exception\b[^)]*\)(?!\s*when\s*\((?:(?!\bis\s+not\b)[^\n])*\bis\b))")]
    private static partial Regex CatchesEverything();

    [GeneratedRegex(@"\basync\s+void\b")]
    private static partial Regex AsyncVoid();

    [GeneratedRegex(@"//\s*(?:TODO|FIXME|HACK|XXX)\b|^\s*//[^/\n]*;\s*$|^\s*#region", RegexOptions.Multiline)]
    private static partial Regex Leftover();

    [GeneratedRegex(@"<(?:link|script|img|iframe|source)\b[^>]*(?:https?:)?//\w|@import\s+(?:url\()?[""']?https?:|url\(\s*[""']?https?:", RegexOptions.IgnoreCase)]
    private static partial Regex LoadsFromOutside();

    [GeneratedRegex(@"(?:GetUtcNow\(\)|\bnow) - \w+(?:\.\w+)* *(?:<|>)")]
    private static partial Regex AgeByHand();

    [GeneratedRegex(@"\bMarkupString\b|AddMarkupContent|innerHTML|insertAdjacentHTML|document\.write|\beval\(")]
    private static partial Regex RawMarkup();

    [GeneratedRegex(@"\bTask\s*\.\s*Delay\s*\(|\bThread\s*\.\s*Sleep\s*\(")]
    private static partial Regex Sleeps();

    [GeneratedRegex(@"(?:^|[\s""'`=(:])/(?:root|home)/\w", RegexOptions.Multiline)]
    private static partial Regex HomeFolder();
}
