using System.IO.Compression;

namespace Spotter.Tests.Support;

/// <summary>
/// The folder of an installation as a version of 29 November 2026 left it when it was stopped: the demo's database with rows in every
/// table, its keys, and the content of its music server. Playlists were synced, rebuilt, changed and left. The rows that need a service or
/// a page were written with that version's own code.
/// </summary>
internal sealed class OlderInstallation : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public OlderInstallation()
        => ZipFile.ExtractToDirectory(Path.Combine(AppContext.BaseDirectory, "Data", "Installations", "2026-11-29.zip"), _folder.Path);

    /// <summary>The demo's database, to open it without Spotter.</summary>
    public string Database => _folder.File("demo.db");

    /// <summary>Starts this version on it. The demo derives the name of its database from the one given.</summary>
    public SpotterApp Start() => SpotterApp.StartDemo(new()
    {
        ["ConnectionStrings:Spotter"] = $"Data Source={_folder.File("spotter.db")}",
        ["DataProtection:KeysPath"] = _folder.File("keys"),
    });

    public void Dispose() => _folder.Dispose();
}
