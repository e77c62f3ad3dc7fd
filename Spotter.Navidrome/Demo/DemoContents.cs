namespace Spotter.Navidrome.Demo;

/// <summary>The server's knowledge of its songs after a scan. Immutable; the next scan makes a new one.</summary>
internal sealed class DemoContents
{
    private readonly Dictionary<string, DemoSong> _byId;
    private readonly Dictionary<string, DemoSong> _missing;
    private readonly Dictionary<(string Artist, string Name, int Library), DemoAlbum> _albums;

    private DemoContents(IReadOnlyList<DemoSong> songs, Dictionary<string, DemoSong> byId, Dictionary<string, DemoSong> missing, Dictionary<(string, string, int), DemoAlbum> albums)
    {
        Songs = songs;
        _byId = byId;
        _missing = missing;
        _albums = albums;
    }

    /// <summary>No songs yet.</summary>
    public static DemoContents Empty { get; } = new([], [], [], []);

    /// <summary>The existing songs, in the order in which they were added.</summary>
    public IReadOnlyList<DemoSong> Songs { get; }

    /// <summary>The songs whose files are gone but that are kept.</summary>
    public IReadOnlyCollection<DemoSong> Missing => _missing.Values;

    /// <summary>The albums, including missing ones.</summary>
    public IReadOnlyCollection<DemoAlbum> Albums => _albums.Values;

    /// <summary>Whether the last scan found anything: a song added, changed, gone or back.</summary>
    public bool IsChange { get; private init; }

    /// <summary>When something was last imported.</summary>
    public DateTimeOffset LatestImport => _albums.Count == 0 ? DateTimeOffset.MinValue : _albums.Values.Max(album => album.ImportedAt);

    /// <summary>The song if it exists, or null.</summary>
    public DemoSong? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The song, whether its file exists or is missing, or null.</summary>
    public DemoSong? FindKnown(string id) => _byId.GetValueOrDefault(id) ?? _missing.GetValueOrDefault(id);

    /// <summary>The contents after a scan that finds these songs.</summary>
    /// <param name="songs">The songs that exist now.</param>
    /// <param name="missing">The songs that are gone and kept.</param>
    /// <param name="touched">Ids of songs whose files were rewritten with the same tags.</param>
    /// <param name="moment">The time of the scan. Each changed album gets its own time after it.</param>
    public DemoContents Next(IReadOnlyList<DemoSong> songs, IEnumerable<DemoSong> missing, IReadOnlySet<string> touched, DateTimeOffset moment)
    {
        var byId = songs.ToDictionary(song => song.Id, StringComparer.Ordinal);
        var hidden = new Dictionary<string, DemoSong>(StringComparer.Ordinal);
        foreach (var song in missing.Where(song => !byId.ContainsKey(song.Id)))
        {
            hidden[song.Id] = song;
        }

        var moved = Moved(songs, byId, touched);
        return new DemoContents(songs, byId, hidden, NextAlbums(songs, hidden, moved, moment)) { IsChange = moved.Count > 0 };
    }

    /// <summary>The same contents with other ids, as after an upgrade.</summary>
    public DemoContents Renamed(Func<string, string> map)
    {
        List<DemoSong> songs = [.. Songs.Select(song => song with { Id = map(song.Id) })];
        var missing = _missing.Values.Select(song => song with { Id = map(song.Id) }).ToDictionary(song => song.Id, StringComparer.Ordinal);
        return new DemoContents(
            songs, songs.ToDictionary(song => song.Id, StringComparer.Ordinal), missing,
            _albums.ToDictionary(pair => pair.Key, pair => pair.Value with { Songs = [.. pair.Value.Songs.Select(song => song with { Id = map(song.Id) })] }));
    }

    /// <summary>The album's identity. An album belongs to one library: one of the same name in another library is a different
    /// album.</summary>
    private static (string Artist, string Name, int Library) AlbumOf(DemoSong song) => (song.AlbumArtist, song.Album, song.LibraryId);

    /// <summary>The albums with a song that was read, is gone or is back. A song that was retagged into another album changes only the new
    /// one.</summary>
    private HashSet<(string, string, int)> Moved(IReadOnlyList<DemoSong> songs, Dictionary<string, DemoSong> byId, IReadOnlySet<string> touched)
    {
        var moved = new HashSet<(string, string, int)>();
        foreach (var song in songs)
        {
            if (Find(song.Id) is not { } before || touched.Contains(song.Id) || !before.HasSameTags(song))
            {
                moved.Add(AlbumOf(song));
            }
        }

        foreach (var before in Songs.Where(before => !byId.ContainsKey(before.Id)))
        {
            moved.Add(AlbumOf(before));
        }

        return moved;
    }

    private Dictionary<(string, string, int), DemoAlbum> NextAlbums(
        IReadOnlyList<DemoSong> songs, Dictionary<string, DemoSong> hidden, HashSet<(string, string, int)> moved, DateTimeOffset moment)
    {
        var latest = LatestImport;
        var tick = latest >= moment ? latest : moment;
        var albums = new Dictionary<(string, string, int), DemoAlbum>();
        Collect(songs, isMissing: false);
        Collect(hidden.Values, isMissing: true);
        return albums;

        void Collect(IEnumerable<DemoSong> from, bool isMissing)
        {
            foreach (var album in from.GroupBy(AlbumOf).Where(album => !albums.ContainsKey(album.Key)))
            {
                var known = _albums.GetValueOrDefault(album.Key);
                var isMoved = known is null || moved.Contains(album.Key);
                tick = isMoved ? tick.AddTicks(1) : tick;
                albums[album.Key] = new DemoAlbum(
                    album.Key.Artist, album.Key.Name, [.. album], isMissing, known?.CreatedAt ?? tick, isMoved ? tick : known!.ImportedAt);
            }
        }
    }
}
