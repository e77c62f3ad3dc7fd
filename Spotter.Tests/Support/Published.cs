using System.Diagnostics;

namespace Spotter.Tests.Support;

/// <summary>The layout that "dotnet publish" makes, once for all tests of it, outside of the repository.</summary>
internal static class Published
{
    private static readonly Lazy<Task<string>> Layout = new(() => PublishAsync("layout", []));

    /// <summary>The folder of the layout that needs a runtime on the machine.</summary>
    public static Task<string> LayoutAsync() => Layout.Value;

    /// <summary>Publishes with further arguments, and returns the folder. It builds what the repository holds, with files of its own in
    /// between.</summary>
    public static async Task<string> PublishAsync(string name, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var root = Path.Combine(Path.GetTempPath(), "spotter-published");
        var target = Path.Combine(root, name);
        var start = new ProcessStartInfo(Dotnet,
        [
            "publish", Path.Combine(Repository.Root, "Spotter.Web"), "--configuration", "Release", "--artifacts-path", Path.Combine(root, "build"), "--output", target,
            "--verbosity", "quiet", "-nologo", "-p:RunAnalyzers=false", .. arguments,
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[key] = value;
        }

        using var publish = Process.Start(start)!;
        var errors = publish.StandardError.ReadToEndAsync();
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, output + await errors);
        return target;
    }

    /// <summary>The one that runs these tests.</summary>
    private static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";
}
