using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using Spotter.Core.Telemetry;
using Spotter.Tests.Support;

namespace Spotter.Tests.Web;

/// <summary>The version has a single source, wherever it is shown.</summary>
public sealed class VersionTests
{
    [Fact]
    public void The_version_is_that_of_the_build_file_and_semantic()
    {
        var version = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("Version").Single().Value;

        Assert.Equal(version, SpotterVersion.Number);
        Assert.Matches(@"^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$", version);
        Assert.StartsWith(version, SpotterVersion.Full, StringComparison.Ordinal);
    }

    [Fact]
    public void The_changelog_begins_with_this_version_or_what_comes_after_it()
    {
        var first = File.ReadLines(Path.Combine(Repository.Root, "CHANGELOG.md")).First(line => line.StartsWith("## [", StringComparison.Ordinal));

        Assert.Contains(first.Split('[', ']')[1], new[] { SpotterVersion.Number, "Unreleased" });
    }

    [Fact]
    public async Task The_api_and_its_description_tell_it()
    {
        await using var spotter = SpotterApp.StartDemo();
        using var script = spotter.Script("demo", "demo");

        var server = await script.GetFromJsonAsync<JsonElement>("/api/server");
        var description = await script.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        Assert.Equal(SpotterVersion.Number, server.GetProperty("version").GetString());
        Assert.True(server.GetProperty("isDemo").GetBoolean());
        Assert.Equal("Navidrome", server.GetProperty("musicServer").GetProperty("name").GetString());
        Assert.NotNull(server.GetProperty("musicServer").GetProperty("version").GetString());
        Assert.Equal(SpotterVersion.Number, description.GetProperty("info").GetProperty("version").GetString());
    }

    [Fact]
    public async Task The_program_tells_it_and_ends_without_touching_anything()
    {
        using var folder = new TemporaryFolder();
        using var program = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Spotter.Web.dll"), "--version"])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
        })!;

        var said = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();

        Assert.Equal($"Spotter {SpotterVersion.Full}", said.Trim());
        Assert.Equal(0, program.ExitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }
}
