using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Providers.Files;
using Spotter.Core.Sources;

namespace Spotter.Tests.Support.Sources;

/// <summary>Core with a real watched folder, and a user with a connection to it.</summary>
internal sealed class WatchedFolderHost : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<CoreHost> _hosts = [];

    private WatchedFolderHost()
    {
        Directory.CreateDirectory(Path);
        Core = Start(new TestDatabase());
    }

    public string Path => _folder.File("playlists");

    public CoreHost Core { get; private set; }

    public Account Ann { get; private set; } = null!;

    public static async Task<WatchedFolderHost> StartAsync()
    {
        var host = new WatchedFolderHost();
        host.Ann = await host.AddUserAsync("ann");
        return host;
    }

    public async Task<Account> AddUserAsync(string name)
    {
        var account = await Core.Database.AddUserAsync(name);
        await Core.Get<StandingConnections>().EnsureAsync(default);
        return account;
    }

    /// <summary>Another process over the same database and folder, with an empty memory.</summary>
    public void Restart(bool isWatched = true)
    {
        var now = Core.Clock.GetUtcNow();
        Core = Start(Core.Database, isWatched);
        Core.Clock.SetUtcNow(now);
    }

    /// <summary>Writes a CSV of these songs, dated this long ago.</summary>
    public string Write(string name, IEnumerable<string> titles, TimeSpan? ago = null)
        => WriteText(name, string.Join('\n', titles.Select(title => $"{title},Ada").Prepend("Title,Artist")), ago);

    public string WriteText(string name, string text, TimeSpan? ago = null)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, (Core.Clock.GetUtcNow() - (ago ?? TimeSpan.FromMinutes(10))).UtcDateTime);
        return path;
    }

    public async Task<SourceConnection> ConnectionOfAsync(Account owner)
        => Assert.Single(await Core.Get<SourceConnections>().ListAsync(owner.UserId, default));

    /// <summary>Reads the folder for a user. A failure is stored in the connection.</summary>
    public async Task<SourceConnection> RefreshAsync(Account? owner = null)
        => await Core.RefreshAsync((await ConnectionOfAsync(owner ?? Ann)).Id);

    /// <summary>The playlists that a user has from it.</summary>
    public async Task<IReadOnlyList<Playlist>> PlaylistsAsync(Account? owner = null)
    {
        await using var db = Core.Database.CreateDbContext();
        var userId = (owner ?? Ann).UserId;
        return await db.Playlists.AsNoTracking().Include(p => p.Tracks.OrderBy(track => track.Position))
            .Where(p => p.UserId == userId && p.Source == ProviderKinds.File).OrderBy(p => p.Name).ToListAsync();
    }

    public IReadOnlyList<string> RemarksFor(string userName)
        => [.. ((IStandingSource)Core.Get<ProviderRegistry>().FindSource(ProviderKinds.File)!).FindRemarks(userName).Select(remark => remark.Words!)];

    public void Dispose()
    {
        _hosts.ForEach(host => host.Dispose());
        _folder.Dispose();
    }

    private CoreHost Start(TestDatabase database, bool isWatched = true)
    {
        var host = new CoreHost(
            database, sources: services => services.AddSettings(("Sources:Files:WatchFolder", isWatched ? Path : "")).AddFiles());
        _hosts.Add(host);
        return host;
    }
}
