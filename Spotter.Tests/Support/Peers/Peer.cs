namespace Spotter.Tests.Support.Peers;

/// <summary>The external programs that some tests need: which are installed, and why one is not.</summary>
internal static class Peer
{
    /// <summary>Debian's Python. Another Python that comes first on the path would not find Debian's mutagen.</summary>
    public const string Python = "/usr/bin/python3";

    private static readonly string[] Browsers =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    /// <summary>Why the tests against supysonic cannot run, or null if they can.</summary>
    public static string? WhySupysonicIsMissing { get; } = FindWhy();

    /// <summary>The browser, or null if none is installed. SPOTTER_CHROMIUM names another one.</summary>
    public static string? Chromium { get; } = Environment.GetEnvironmentVariable("SPOTTER_CHROMIUM") is { Length: > 0 } named
        ? named
        : Browsers.FirstOrDefault(File.Exists);

    /// <summary>Why the browser tests cannot run, or null if they can.</summary>
    public static string? WhyChromiumIsMissing { get; } =
        Chromium is null ? "No Chromium or Chrome is here (Debian: chromium, fonts-liberation)." : null;

    private static string? FindWhy()
    {
        var missing = new[] { "supysonic-cli", "supysonic-server", "gunicorn", "ffmpeg" }.Where(tool => !IsOnPath(tool)).ToList();
        if (!File.Exists("/usr/lib/python3/dist-packages/mutagen/__init__.py"))
        {
            missing.Add("python3-mutagen");
        }

        return missing.Count == 0 ? null : $"Not here: {string.Join(", ", missing)} (Debian: supysonic, gunicorn, python3-mutagen, ffmpeg).";
    }

    private static bool IsOnPath(string tool)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)));
}
