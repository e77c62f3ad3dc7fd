using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Spotter.Core.Telemetry;
using Spotter.Tests.Support;

namespace Spotter.Tests.Deploy;

/// <summary>What the script "release" makes: the download is used as a newcomer would use it.</summary>
public sealed class ReleaseTests
{
    [LongFact]
    public async Task The_download_for_this_system_is_complete_and_works_from_any_folder()
    {
        if (!OperatingSystem.IsLinux() || System.Runtime.InteropServices.RuntimeInformation.OSArchitecture != System.Runtime.InteropServices.Architecture.X64)
        {
            return; // The download that is tested is for another system.
        }

        using var folder = new TemporaryFolder();
        var release = folder.File("release");
        await RunAsync(Path.Combine(Repository.Root, "release"), ["linux-x64"], ("SPOTTER_RELEASE", release));
        var archive = Path.Combine(release, $"spotter-{SpotterVersion.Number}-linux-x64.tar.gz");

        await AssertSumsAsync(release);
        AssertBill(Path.Combine(release, $"spotter-{SpotterVersion.Number}.cdx.json"));

        await RunAsync("tar", ["-xzf", archive, "-C", folder.Path, "--strip-components", "1", "--one-top-level=spotter"]);
        var program = folder.File("spotter/Spotter.Web");
        Assert.All(["LICENSE", "README.md", "appsettings.json", "appsettings.example.json", "spotter.service", "wwwroot/app.css"], file => Assert.True(File.Exists(folder.File($"spotter/{file}")), file));
        Assert.DoesNotContain(Directory.EnumerateFiles(folder.File("spotter")), file => Path.GetExtension(file) is ".pdb" or ".xml");
        Assert.StartsWith($"Spotter {SpotterVersion.Number}", await RunAsync(program, ["--version"]), StringComparison.Ordinal);

        var elsewhere = Directory.CreateDirectory(folder.File("elsewhere")).FullName;
        await using var spotter = await SpotterProcess.StartAsync(elsewhere, new Dictionary<string, string>(), program: program, workingFolder: elsewhere);
        using var user = new ScriptUser(spotter.Address, "demo", "demo");
        var id = await user.ImportAsync("First.csv", "Title,Artist\nFirst Light,Amber Echo\n");
        await user.SetSyncAsync(id, enabled: true);
        Assert.NotEqual("error", (await user.SettledAsync(id)).Status);
        using (var style = await user.Http.GetAsync(new Uri("/app.css", UriKind.Relative)))
        {
            Assert.Equal(HttpStatusCode.OK, style.StatusCode);
        }

        Assert.DoesNotContain("Executed DbCommand", spotter.Output, StringComparison.Ordinal);
        Assert.Equal(0, await spotter.TerminateAsync());
        Assert.DoesNotContain("fail:", spotter.Output, StringComparison.Ordinal);

        // A job that was running when it was told to stop is the only thing to warn of.
        Assert.DoesNotContain(spotter.Output.Split('\n'), line => line.Contains("warn:", StringComparison.Ordinal) && !line.Contains("Worker stop requested", StringComparison.Ordinal));
    }

    private static async Task AssertSumsAsync(string release)
    {
        var sums = (await File.ReadAllLinesAsync(Path.Combine(release, "SHA256SUMS"))).Select(line => line.Split("  ")).ToDictionary(pair => pair[1], pair => pair[0]);
        Assert.Equal(
            Directory.EnumerateFiles(release).Select(Path.GetFileName).Where(name => name != "SHA256SUMS").Order(StringComparer.Ordinal),
            sums.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, sum) in sums)
        {
            await using var file = File.OpenRead(Path.Combine(release, name));
            Assert.Equal(sum, Convert.ToHexStringLower(await SHA256.HashDataAsync(file)));
        }
    }

    /// <summary>The bill of materials names every package of the lock file with its check sum.</summary>
    private static void AssertBill(string path)
    {
        var bill = JsonElement.Parse(File.ReadAllText(path));
        Assert.Equal("CycloneDX", bill.GetProperty("bomFormat").GetString());
        var named = bill.GetProperty("components").EnumerateArray().ToDictionary(
            component => $"{component.GetProperty("name").GetString()} {component.GetProperty("version").GetString()}",
            component => component.GetProperty("hashes")[0].GetProperty("content").GetString()!);
        var locked = JsonElement.Parse(File.ReadAllText(Path.Combine(Repository.Root, "Spotter.Web/packages.lock.json"))).GetProperty("dependencies").EnumerateObject()
            .SelectMany(framework => framework.Value.EnumerateObject()).Where(package => package.Value.TryGetProperty("resolved", out _))
            .ToDictionary(package => $"{package.Name} {package.Value.GetProperty("resolved").GetString()}", package => Convert.ToHexStringLower(Convert.FromBase64String(package.Value.GetProperty("contentHash").GetString()!)));
        Assert.Equal(locked.OrderBy(pair => pair.Key, StringComparer.Ordinal), named.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    private static async Task<string> RunAsync(string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output + await error);
        return output;
    }
}
