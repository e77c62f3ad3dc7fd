namespace Spotter.Navidrome.Demo;

/// <summary>The songs of the embedded server. Tests change them while it runs, as a scan would.</summary>
public sealed class DemoLibrary
{
    private readonly TimeProvider _clock;
    private volatile Contents _contents;

    internal DemoLibrary(IReadOnlyList<DemoSong> songs, TimeProvider clock)
    {
        _clock = clock;
        _contents = Contents.Of(songs);
        LastScan = clock.GetUtcNow();
    }

    /// <summary>Every song, in the order in which it came to the library.</summary>
    public IReadOnlyList<DemoSong> Songs => _contents.Songs;

    /// <summary>When the last scan ended.</summary>
    public DateTimeOffset LastScan { get; private set; }

    /// <summary>Whether a scan is under way.</summary>
    public bool IsScanning { get; set; }

    /// <summary>The song, or null.</summary>
    public DemoSong? Find(string id) => _contents.ById.GetValueOrDefault(id);

    /// <summary>Puts other songs in place of all, and ends a scan.</summary>
    public void Replace(IReadOnlyList<DemoSong> songs)
    {
        ReplaceUnnoticed(songs);
        EndScan();
    }

    /// <summary>Puts other songs in place of all without moving the time of the last scan, as a restored database does.</summary>
    public void ReplaceUnnoticed(IReadOnlyList<DemoSong> songs) => _contents = Contents.Of(songs);

    /// <summary>Adds songs at the end, and ends a scan.</summary>
    public void Add(params IReadOnlyList<DemoSong> songs) => Replace([.. Songs, .. songs]);

    /// <summary>Takes a song away, as when its file is gone, and ends a scan. Playlists keep its row, unseen.</summary>
    public void Remove(string id) => Replace([.. Songs.Where(song => song.Id != id)]);

    /// <summary>Ends a scan: the change detector moves.</summary>
    public void EndScan()
    {
        // Two scans within one tick of the clock are still two.
        var now = _clock.GetUtcNow();
        LastScan = now > LastScan ? now : LastScan.AddMilliseconds(1);
        IsScanning = false;
    }

    private sealed record Contents(IReadOnlyList<DemoSong> Songs, IReadOnlyDictionary<string, DemoSong> ById)
    {
        public static Contents Of(IReadOnlyList<DemoSong> songs) => new([.. songs], songs.ToDictionary(song => song.Id, StringComparer.Ordinal));
    }
}
