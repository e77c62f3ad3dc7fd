namespace Spotter.Navidrome.Demo;

/// <summary>
/// The songs of the embedded server. A scan reads the files in its folder. Replace, Add and Remove change the folder and scan it in one
/// step.
/// </summary>
public sealed class DemoLibrary
{
    private readonly TimeProvider _clock;
    private readonly bool _keepsMissing;
    private readonly bool _knowsByPath;
    private volatile DemoContents _contents;
    private volatile bool _isScanning;
    private bool _isChanged;
    private DemoIdMaker _ids;

    internal DemoLibrary(IReadOnlyList<DemoSong> songs, DemoIdMaker ids, DemoProfile profile, TimeProvider clock)
    {
        _clock = clock;
        _ids = ids;
        _keepsMissing = profile.KeepsMissingSongs;
        _knowsByPath = profile.Ids == DemoIdShape.HashAndUuid;
        LastScan = clock.GetUtcNow();
        List<DemoSong> shaped = [.. songs.Select(Shaped)];
        _contents = DemoContents.Empty.Next(shaped, [], new HashSet<string>(), LastScan);
        Folder.Settle(shaped.Select(song => new DemoFile(song)));
    }

    /// <summary>The music folder. Changes there become known with <see cref="Scan"/>.</summary>
    public DemoFolder Folder { get; } = new();

    /// <summary>All existing songs, in the order in which they were added, with the server's ids.</summary>
    public IReadOnlyList<DemoSong> Songs => _contents.Songs;

    /// <summary>When the last scan ended.</summary>
    public DateTimeOffset LastScan { get; private set; }

    /// <summary>Whether the last scan was a full one. The very first scan is.</summary>
    public bool WasFullScan { get; private set; } = true;

    /// <summary>Whether a scan is running.</summary>
    public bool IsScanning
    {
        get => _isScanning;
        set
        {
            if (_isScanning != value)
            {
                _isScanning = value;
                ScanMoved?.Invoke();
            }
        }
    }

    /// <summary>Called with songs that returned to their places under other ids: from the old to the new.</summary>
    internal Action<IReadOnlyDictionary<string, string>>? Reissued { get; set; }

    /// <summary>Called when a scan begins or ends.</summary>
    internal Action? ScanMoved { get; set; }

    /// <summary>Called when a scan has read the folder and before it reports its end: whether it found anything.</summary>
    internal Action<bool>? Scanned { get; set; }

    /// <summary>The albums, including missing ones.</summary>
    internal IReadOnlyCollection<DemoAlbum> Albums => _contents.Albums;

    /// <summary>The number of folders with songs.</summary>
    internal int FolderCount => Songs.Select(song => song.FileFolder).Distinct(StringComparer.Ordinal).Count();

    /// <summary>The song if it exists, or null.</summary>
    public DemoSong? Find(string id) => _contents.Find(id);

    /// <summary>Whether the server knows the id: a song that exists, or one whose file is missing.</summary>
    public bool Knows(string id) => _contents.FindKnown(id) is not null;

    /// <summary>Scans the folder for files added, retagged, touched, moved, gone or back since the last scan.</summary>
    public void Scan()
    {
        IsScanning = true;
        var files = Folder.Read();
        var present = new List<DemoFile>();
        var missing = _contents.Missing.ToDictionary(song => song.Id, StringComparer.Ordinal);
        var reissued = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (file.IsGone)
            {
                // Nobody has read what was written to it since the last scan.
                missing[file.Song.Id] = _contents.FindKnown(file.Song.Id) ?? file.Song;
            }
            else if (KeepsId(file))
            {
                present.Add(file with { Song = Shaped(file.Song) });
            }
            else
            {
                if (_contents.Find(file.Song.Id) is { } before)
                {
                    missing[before.Id] = before;
                }

                var song = file.Song with { Id = _ids.Song(DemoIds.For("song", DemoIds.Unique())) };
                present.Add(file with { Song = song });
                if (!file.IsMoved)
                {
                    reissued[file.Song.Id] = song.Id;
                }
            }
        }

        var touched = present.Where(file => file.IsTouched || file.IsMoved).Select(file => file.Song.Id).ToHashSet(StringComparer.Ordinal);
        Become([.. present.Select(file => file.Song)], missing.Values, touched, NextMoment());
        Folder.Settle([.. present, .. files.Where(file => file.IsGone)]);
        Reissued?.Invoke(reissued);
        EndScan();
    }

    /// <summary>Replaces all songs and ends a scan. Missing files may return later with their ids.</summary>
    public void Replace(IReadOnlyList<DemoSong> songs)
    {
        Put(songs, NextMoment());
        EndScan();
    }

    /// <summary>Replaces all songs without changing the time of the last scan, like a restored database.</summary>
    public void ReplaceUnnoticed(IReadOnlyList<DemoSong> songs) => Put(songs, LastScan);

    /// <summary>Adds songs at the end and ends a scan.</summary>
    public void Add(params IReadOnlyList<DemoSong> songs) => Replace([.. Songs, .. songs]);

    /// <summary>Removes songs, as if their files were gone, and ends a scan. If the server keeps missing songs, playlists keep their rows,
    /// hidden.</summary>
    public void Remove(params IReadOnlyList<string> ids) => Replace([.. Songs.Where(song => !ids.Contains(song.Id))]);

    /// <summary>Deletes the missing songs permanently, like an administrator's clean-up: their rows leave the playlists.</summary>
    public void Purge()
    {
        _contents = _contents.Next(_contents.Songs, [], new HashSet<string>(), LastScan);
        Folder.Settle(Folder.Read().Where(file => !file.IsGone));
        EndScan();
    }

    /// <summary>Ends a scan, which changes the change detector's value.</summary>
    public void EndScan()
    {
        _isScanning = true;
        LastScan = NextMoment();
        WasFullScan = false;
        var found = Interlocked.Exchange(ref _isChanged, false);
        Scanned?.Invoke(found);
        IsScanning = false;
    }

    /// <summary>Makes the first scan have read these albums last, in this order. On a real server the order is random.</summary>
    internal void ImportLast(IReadOnlyList<string> albums)
    {
        foreach (var album in albums)
        {
            var ids = Songs.Where(song => song.Album == album).Select(song => song.Id).ToHashSet(StringComparer.Ordinal);
            _contents = _contents.Next(Songs, _contents.Missing, ids, LastScan);
        }
    }

    /// <summary>The song, whether its file exists or is missing, or null.</summary>
    internal DemoSong? FindKnown(string id) => _contents.FindKnown(id);

    /// <summary>Starts over with these songs under new ids.</summary>
    internal void Begin(DemoIdMaker ids, IReadOnlyList<DemoSong> songs)
    {
        _ids = ids;
        List<DemoSong> shaped = [.. songs.Select(Shaped)];
        _contents = DemoContents.Empty.Next(shaped, [], new HashSet<string>(), NextMoment());
        Folder.Settle(shaped.Select(song => new DemoFile(song)));
        EndScan();
    }

    /// <summary>Gives every song its id after an upgrade.</summary>
    internal void Upgrade(DemoIdMaker ids, Func<string, string> map)
    {
        _ids = ids;
        _contents = _contents.Renamed(map);
        Folder.Settle([.. _contents.Songs.Select(song => new DemoFile(song)), .. _contents.Missing.Select(song => new DemoFile(song) { IsGone = true })]);
    }

    /// <summary>Navidrome follows a file that was only moved or only retagged, and recognises a missing one when it is back. If ids depend
    /// on the path, another path is another song.</summary>
    private bool KeepsId(DemoFile file)
        => _keepsMissing ? !(file.IsMoved && file.IsRetagged)
            : _knowsByPath ? !file.IsMoved
            : !file.IsMoved && !file.WasGone;

    private void Put(IReadOnlyList<DemoSong> songs, DateTimeOffset moment)
    {
        var before = _contents;
        List<DemoSong> shaped = [.. songs.Select(Shaped)];
        Become(shaped, [.. before.Missing, .. before.Songs], new HashSet<string>(), moment);
        Folder.Settle([.. shaped.Select(song => new DemoFile(song)), .. _contents.Missing.Select(song => new DemoFile(song) { IsGone = true })]);
    }

    private void Become(IReadOnlyList<DemoSong> songs, IEnumerable<DemoSong> missing, IReadOnlySet<string> touched, DateTimeOffset moment)
    {
        _contents = _contents.Next(songs, _keepsMissing ? missing : [], touched, moment);
        _isChanged |= _contents.IsChange;
    }

    /// <summary>Two scans within one tick of the clock still get two times.</summary>
    private DateTimeOffset NextMoment() => _clock.GetUtcNow() is var now && now > LastScan ? now : LastScan.AddMilliseconds(1);

    private DemoSong Shaped(DemoSong song) => song with { Id = _ids.Song(song.Id) };
}
