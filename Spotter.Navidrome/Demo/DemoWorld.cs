using System.Text.Json.Nodes;

namespace Spotter.Navidrome.Demo;

/// <summary>The whole state of the embedded server.</summary>
internal sealed class DemoWorld
{
    private volatile IReadOnlyList<DemoUser> _users;

    public DemoWorld(DemoServerOptions options)
    {
        Clock = options.Clock;
        Profile = options.Profile;
        Ids = new DemoIdMaker(Profile.Ids);
        _users = options.Users;
        Events = new DemoEvents(options.Clock, () => Profile);
        Library = new DemoLibrary(options.Songs ?? DemoCatalog.Songs, Ids, Profile, options.Clock) 
        {
            Scanned = OnScanned, ScanMoved = TellOfScan, Reissued = FollowFiles,
        };
        Playlists = new DemoPlaylists(options.StatePath, () => Ids, options.Clock);
    }

    public TimeProvider Clock { get; }

    public DemoProfile Profile { get; private set; }

    public DemoIdMaker Ids { get; private set; }

    public DemoLibrary Library { get; }

    public DemoPlaylists Playlists { get; }

    public DemoEvents Events { get; }

    public IReadOnlyList<DemoUser> Users => _users;

    public DemoUser? FindUser(string name)
        => Users.FirstOrDefault(user => Profile.Family == DemoFamily.Navidrome ? user.Is(name) : string.Equals(user.Name, name, StringComparison.Ordinal));

    public void ChangePassword(string name, string password)
        => _users = [.. Users.Select(user => user.Is(name) ? user with { Password = password } : user)];

    /// <summary>Becomes another release of Navidrome. 0.64 gives everything created earlier an id of the new form.</summary>
    public void Upgrade(DemoProfile profile)
    {
        var reshapes = profile.Ids == DemoIdShape.Canonical && Profile.Ids is DemoIdShape.Random or DemoIdShape.HashAndUuid;
        Profile = profile;
        Ids = new DemoIdMaker(profile.Ids);
        Func<string, string> map = reshapes ? DemoIds.Upgraded : id => id;
        Library.Upgrade(Ids, map);
        Playlists.Upgrade(map);
    }

    private void OnScanned(bool foundSomething)
    {
        TidyPlaylists();
        if (foundSomething)
        {
            Events.Tell("refreshResource", new JsonObject { ["*"] = "*" });
        }
    }

    /// <summary>When a scan begins, it has counted nothing and does not report its kind.</summary>
    private void TellOfScan() => Events.Tell("scanStatus", new JsonObject
    {
        ["scanning"] = Library.IsScanning,
        ["count"] = Library.IsScanning ? 0 : Library.Songs.Count,
        ["folderCount"] = Library.IsScanning ? 0 : Library.FolderCount,
        ["error"] = "",
        ["scanType"] = Library.IsScanning ? "" : Library.WasFullScan ? "full" : "quick",
        ["elapsedTime"] = 0,
    });

    /// <summary>gonic's playlists contain file names, not song ids.</summary>
    private void FollowFiles(IReadOnlyDictionary<string, string> reissued)
    {
        foreach (var playlist in Profile.Family == DemoFamily.Gonic ? Playlists.All : [])
        {
            if (playlist.SongIds.Any(reissued.ContainsKey))
            {
                Playlists.Change(playlist.Id, current => current with { SongIds = [.. current.SongIds.Select(id => reissued.GetValueOrDefault(id, id))] });
            }
        }
    }

    /// <summary>Starts over with nothing but files.</summary>
    public void SetUpFromScratch(IReadOnlyList<DemoSong> songs)
    {
        Ids = new DemoIdMaker(Profile.Ids);
        Playlists.Clear();
        Library.Begin(Ids, songs);
    }

    /// <summary>What the end of a scan does to playlists: rows of unknown songs are removed, and playlists from files are read
    /// again.</summary>
    private void TidyPlaylists()
    {
        foreach (var playlist in Playlists.All)
        {
            if (playlist.FileSongIds is { } file)
            {
                if (!playlist.SongIds.SequenceEqual(file))
                {
                    Playlists.Change(playlist.Id, current => current with { SongIds = file });
                }
            }
            else if (Profile.Family != DemoFamily.Gonic && playlist.SongIds.Any(id => !Library.Knows(id)))
            {
                Playlists.Change(playlist.Id, current => current with { SongIds = [.. current.SongIds.Where(Library.Knows)] });
            }
        }
    }
}
