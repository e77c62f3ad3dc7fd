namespace Spotter.Navidrome.Demo;

/// <summary>All that the embedded server knows at a moment.</summary>
internal sealed class DemoWorld
{
    private volatile IReadOnlyList<DemoUser> _users = DemoUser.Everybody;

    public DemoWorld(DemoServerOptions options)
    {
        Clock = options.Clock;
        Profile = options.Profile;
        Ids = new DemoIdMaker(Profile.Ids);
        Library = new DemoLibrary(options.Songs ?? DemoCatalog.Songs, Ids, Profile.KeepsMissingSongs, options.Clock) { Scanned = TidyPlaylists };
        Playlists = new DemoPlaylists(options.StatePath, () => Ids, options.Clock);
    }

    public TimeProvider Clock { get; }

    public DemoProfile Profile { get; private set; }

    public DemoIdMaker Ids { get; private set; }

    public DemoLibrary Library { get; }

    public DemoPlaylists Playlists { get; }

    public IReadOnlyList<DemoUser> Users => _users;

    public DemoUser? FindUser(string name)
        => Users.FirstOrDefault(user => Profile.Family == DemoFamily.Navidrome ? user.Is(name) : string.Equals(user.Name, name, StringComparison.Ordinal));

    public void ChangePassword(string name, string password)
        => _users = [.. Users.Select(user => user.Is(name) ? user with { Password = password } : user)];

    /// <summary>Becomes another release of Navidrome; 0.64 gives everything that was made before it an id of one shape.</summary>
    public void Upgrade(DemoProfile profile)
    {
        var reshapes = profile.Ids == DemoIdShape.Canonical && Profile.Ids is DemoIdShape.Random or DemoIdShape.HashAndUuid;
        Profile = profile;
        Ids = new DemoIdMaker(profile.Ids);
        Func<string, string> map = reshapes ? DemoIds.Upgraded : id => id;
        Library.Upgrade(Ids, map);
        Playlists.Upgrade(map);
    }

    /// <summary>Begins with nothing but files.</summary>
    public void SetUpAnew(IReadOnlyList<DemoSong> songs)
    {
        Ids = new DemoIdMaker(Profile.Ids);
        Playlists.Clear();
        Library.Begin(Ids, songs);
    }

    /// <summary>What the end of a scan does to playlists: rows of songs that the server does not know go, and lists from files are read again.</summary>
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
            else if (playlist.SongIds.Any(id => !Library.Knows(id)))
            {
                Playlists.Change(playlist.Id, current => current with { SongIds = [.. current.SongIds.Where(Library.Knows)] });
            }
        }
    }
}
