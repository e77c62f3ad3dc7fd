using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;
using Spotter.Benchmarks.Kernels;
using Spotter.Tests.Support;

namespace Spotter.Tests.Benchmarks;

/// <summary>Runs the commands that README and the documents name, at a small size and each in its own process, as a reader would.</summary>
public sealed partial class NamedCommandTests : IDisposable
{
    /// <summary>The application, which some commands start as a separate process.</summary>
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Spotter.Web.dll");

    // The command in the document, and the same at a small size, with the test's own files.
    private static readonly Dictionary<string, string[]> Small = new(StringComparer.Ordinal)
    {
        ["sync"] = ["--songs", "300", "--tracks", "20", "--playlists", "3"],
        ["lists"] = ["--rows", "100"],
        ["read"] = ["200"],
        ["footprint"] = [Program, "600", "400", "2"],
        ["tidings"] = [Program, "200", "3", "5"],
        ["grow"] = ["--tracks", "2000", "--events", "600", "--playlists", "20", "--users", "3"],
        ["evaluate"] = ["--library", "library.jsonl", "--queries", "queries.jsonl", "--out", "results.jsonl"],
        ["pairs"] = ["--pairs", "pairs.jsonl", "--library", "library.jsonl", "--queries", "queries.jsonl", "--out", "results.jsonl"],
    };

    // Their smallest size takes minutes, or they refuse a debug build: see the tests below.
    private static readonly string[] Slow = ["speed", "kernels"];

    // What is named beside the benchmarks, and who runs it.
    private static readonly Dictionary<string, string> OtherCommands = new(StringComparer.Ordinal)
    {
        ["./test"] = "this run itself",
        ["dotnet run --project Spotter.Web"] = "StartTests",
        ["dotnet tool restore"] = "the build of a migration",
        ["dotnet ef migrations add"] = "the build of a migration; DatabaseMigrationTests holds that none is missing",
    };

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Verbs => [.. Small.Keys];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_command_that_is_named_is_run_by_a_test()
    {
        var commands = Documents().SelectMany(file => Commands().Matches(File.ReadAllText(file.FullPath)).Select(match => match.Value.Trim())).Distinct().ToList();
        var verbs = commands.Select(command => Verb().Match(command)).Where(match => match.Success).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.Subset(Small.Keys.Concat(Slow).ToHashSet(), verbs);
        Assert.Contains("sync", verbs);
        Assert.DoesNotContain(commands, command => !Verb().IsMatch(command) && !OtherCommands.Keys.Any(known => command.Contains(known, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_command_does_what_it_says_and_ends_well(string verb)
    {
        await File.WriteAllTextAsync(_folder.File("library.jsonl"), """{"id":"a","title":"Paper Lanterns","artist":"Ann Ash","durationMs":200000}""");
        await File.WriteAllTextAsync(_folder.File("queries.jsonl"), """{"qid":"q","title":"Paper Lanterns","artist":"Ann Ash","durationMs":200000,"expected":["a"]}""");
        await File.WriteAllTextAsync(_folder.File("pairs.jsonl"), """{"left":"q","right":"a","label":1}""");

        var (code, output, error) = await RunAsync([verb, .. Small[verb]]);

        Assert.True(code == 0, error);
        Assert.NotEmpty(output);
        Assert.DoesNotContain("Exception", output + error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sync_tells_what_many_unchanged_playlists_cost_the_server()
    {
        var (_, output, _) = await RunAsync(["sync", .. Small["sync"]]);

        // One to three: a read of the change detector and the account's libraries may be seconds old.
        Assert.Matches("Sync all: [123] requests to the server", output);
        Assert.Matches("the clock: [123] requests to the server", output);
    }

    [LongFact]
    public async Task Speed_measures_to_its_end()
    {
        var (code, output, error) = await RunAsync(["speed", "--songs", "1000", "--tracks", "1000"]);

        Assert.True(code == 0, error);
        Assert.Contains("F1 on", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(DistanceBenchmarks))]
    [InlineData(typeof(SwapDistanceBenchmarks))]
    [InlineData(typeof(KeyBenchmarks))]
    [InlineData(typeof(TitleBenchmarks))]
    [InlineData(typeof(ArtistBenchmarks))]
    public void A_kernel_runs(Type type)
    {
        var kernels = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(property => property.GetCustomAttribute<ParamsAttribute>() is not null))
        {
            property.SetValue(kernels, property.GetCustomAttribute<ParamsAttribute>()!.Values[0]);
        }

        foreach (var setup in type.GetMethods().Where(method => method.GetCustomAttribute<GlobalSetupAttribute>() is not null))
        {
            setup.Invoke(kernels, null);
        }

        var kernel = type.GetMethods().Where(method => method.GetCustomAttribute<BenchmarkAttribute>() is not null).ToList();
        Assert.NotEmpty(kernel);
        kernel.ForEach(method => method.Invoke(kernels, method.GetParameters().Length == 0 ? null : [.. method.GetParameters().Select(_ => (object?)null)]));
    }

    private static IEnumerable<SourceFile> Documents()
        => Repository.Files("docs", ".md").Concat(Repository.Files("", ".md").Where(file => !file.Path.Contains('/', StringComparison.Ordinal)));

    private async Task<(int Code, string Output, string Error)> RunAsync(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Path.GetDirectoryName(_folder.File("x")), RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Spotter.Benchmarks.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    // Code lines that begin with a command, and commands inside a sentence.
    [GeneratedRegex("""(?:(?<=^|`)|(?<=^ {4}))(?:[A-Z_a-z]+=\S+ )*(?:dotnet (?:run|tool|ef)|\./test)[^\n`#]*""", RegexOptions.Multiline)]
    private static partial Regex Commands();

    [GeneratedRegex("""--project Spotter\.Benchmarks -- (\w+)""")]
    private static partial Regex Verb();
}
