using System.Reflection;
using NetArchTest.Rules;
using Spotter.Core.Playlists;
using Spotter.Tests.Support;

namespace Spotter.Tests.Architecture;

/// <summary>The direction of dependencies, Web → Navidrome → Core, and what each project may use from outside.</summary>
public sealed class LayerTests
{
    private static readonly Assembly Core = typeof(Playlist).Assembly;
    private static readonly Assembly Navidrome = Assembly.Load("Spotter.Navidrome");
    private static readonly Assembly Web = typeof(Program).Assembly;

    private static readonly string[] WorldOutside =
    [
        "Microsoft", "System.Net.Http", "System.Net.Sockets", "Hangfire", "Refit", "Polly", "CsvHelper", "MudBlazor", "OpenTelemetry",
    ];

    [Fact]
    public void Core_knows_neither_Navidrome_nor_Web()
        => Rule.HasNoException(References(Core).Where(name => name.StartsWith("Spotter", StringComparison.Ordinal)));

    [Fact]
    public void Navidrome_knows_Core_and_not_Web()
        => Assert.DoesNotContain(References(Navidrome), name => name is "Spotter.Web");

    [Fact]
    public void Core_has_no_job_runner_no_user_interface_and_no_web()
        => Rule.HasNoException(References(Core).Where(name =>
            name.StartsWith("Hangfire", StringComparison.Ordinal)
            || name.StartsWith("MudBlazor", StringComparison.Ordinal)
            || (name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                && !name.StartsWith("Microsoft.AspNetCore.DataProtection", StringComparison.Ordinal))));

    [Theory]
    [InlineData("Facts")]
    [InlineData("Tracks")]
    [InlineData("Playlists")]
    [InlineData("Matching")]
    [InlineData("Targets")]
    public void Pure_folders_use_nothing_but_the_library_of_NET(string folder)
    {
        string[] impure = [.. CoreFolders().Except(["Facts", "Tracks", "Playlists", "Matching", "Targets"]).Select(name => $"Spotter.Core.{name}")];

        var result = Types.InAssembly(Core).That().ResideInNamespaceStartingWith($"Spotter.Core.{folder}").And().DoNotResideInNamespaceStartingWith("Spotter.Core.Playlists.Stored")
            .ShouldNot().HaveDependencyOnAny([.. WorldOutside, .. impure]).GetResult();

        AssertHolds(result);
    }

    [Fact]
    public void Formats_know_neither_a_database_nor_a_service_nor_a_library_nor_a_user()
    {
        string[] others = [.. CoreFolders().Except(["Facts", "Tracks", "Formats"]).Select(name => $"Spotter.Core.{name}")];

        AssertHolds(Types.InAssembly(Core).That().ResideInNamespaceStartingWith("Spotter.Core.Formats")
            .ShouldNot().HaveDependencyOnAny([.. WorldOutside.Except(["CsvHelper"]), .. others]).GetResult());
    }

    [Fact]
    public void Components_reach_neither_the_job_runner_nor_HTTP_nor_the_music_server()
        => AssertHolds(Types.InAssembly(Web).That().ResideInNamespaceStartingWith("Spotter.Web.Components")
            .ShouldNot().HaveDependencyOnAny("Hangfire", "System.Net.Http", "Spotter.Navidrome").GetResult());

    [Fact]
    public void Only_the_Navidrome_project_speaks_Subsonic()
    {
        AssertHolds(Types.InAssembly(Web).ShouldNot().HaveDependencyOnAny("Spotter.Navidrome.Subsonic").GetResult());

        Rule.HasNoException(Repository.Files("Spotter.Core", ".cs").Concat(Repository.Files("Spotter.Web", ".cs", ".razor"))
            .Where(file => file.Code.Contains("Subsonic", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_rest_of_Web_meets_Navidrome_only_where_things_are_wired()
        => AssertHolds(Types.InAssembly(Web)
            .That().ResideInNamespaceStartingWith("Spotter.Web.Api").Or().ResideInNamespaceStartingWith("Spotter.Web.Jobs")
            .ShouldNot().HaveDependencyOnAny("Spotter.Navidrome").GetResult());

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    private static IEnumerable<string> CoreFolders() => Core.GetTypes()
        .Select(type => type.Namespace?.Split('.'))
        .Where(parts => parts is ["Spotter", "Core", _, ..])
        .Select(parts => parts![2])
        .Distinct();

    private static void AssertHolds(TestResult result)
        => Rule.HasNoException(result.FailingTypeNames ?? []);
}
