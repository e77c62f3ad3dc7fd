namespace Spotter.Navidrome.Demo;

/// <summary>The songs of the embedded server. Tests change them while it runs, as a scan would.</summary>
public sealed class DemoLibrary
{
    private readonly TimeProvider _clock;
    private readonly bool _keepsMissing;
    private volatile Contents _contents;
    private DemoIdMaker _ids;

    internal DemoLibrary(IReadOnlyList<DemoSong> songs, DemoIdMaker ids, bool keepsMissing, TimeProvider clock)
    {
        _clock = clock;
        _ids = ids;
        _keepsMissing = keepsMissing;
        _contents = Contents.Of([.. songs.Select(Shaped)], []);
        LastScan = clock.GetUtcNow();
    }

    /// <summary>Every song, in the order in which it came to the library, under the ids that the server gives.</summary>
    public IReadOnlyList<DemoSong> Songs => _contents.Songs;

    /// <summary>When the last scan ended.</summary>
    public DateTimeOffset LastScan { get; private set; }

    /// <summary>Whether a scan is under way.</summary>
    public bool IsScanning { get; set; }

    /// <summary>Told when a scan has ended.</summary>
    internal Action? Scanned { get; set; }

    /// <summary>The song, or null.</summary>
    public DemoSong? Find(string id) => _contents.ById.GetValueOrDefault(id);

    /// <summary>Whether the server knows the id: a song that is there, or one whose file is missing.</summary>
    public bool Knows(string id) => _contents.ById.ContainsKey(id) || _contents.Missing.ContainsKey(id);

    /// <summary>Puts other songs in place of all, and ends a scan. Files that are gone may come back later under their ids.</summary>
    public void Replace(IReadOnlyList<DemoSong> songs)
    {
        ReplaceUnnoticed(songs);
        EndScan();
    }

    /// <summary>Puts other songs in place of all without moving the time of the last scan, as a restored database does.</summary>
    public void ReplaceUnnoticed(IReadOnlyList<DemoSong> songs)
    {
        var before = _contents;
        _contents = Contents.Of([.. songs.Select(Shaped)], _keepsMissing ? [.. before.Missing.Values, .. before.Songs] : []);
    }

    /// <summary>Adds songs at the end, and ends a scan.</summary>
    public void Add(params IReadOnlyList<DemoSong> songs) => Replace([.. Songs, .. songs]);

    /// <summary>Takes songs away, as when their files are gone, and ends a scan. Where the server keeps missing songs, playlists keep their rows, unseen.</summary>
    public void Remove(params IReadOnlyList<string> ids) => Replace([.. Songs.Where(song => !ids.Contains(song.Id))]);

    /// <summary>Forgets the missing songs for good, as an administrator's clean-up does: their rows leave the playlists.</summary>
    public void Purge()
    {
        _contents = Contents.Of(_contents.Songs, []);
        EndScan();
    }

    /// <summary>Ends a scan: the change detector moves.</summary>
    public void EndScan()
    {
        // Two scans within one tick of the clock are still two.
        var now = _clock.GetUtcNow();
        LastScan = now > LastScan ? now : LastScan.AddMilliseconds(1);
        IsScanning = false;
        Scanned?.Invoke();
    }

    /// <summary>Holds these songs under new ids, and has never held any others.</summary>
    internal void Begin(DemoIdMaker ids, IReadOnlyList<DemoSong> songs)
    {
        _ids = ids;
        _contents = Contents.Of([.. songs.Select(Shaped)], []);
        EndScan();
    }

    /// <summary>Gives every song the id that an upgrade gives it.</summary>
    internal void Upgrade(DemoIdMaker ids, Func<string, string> map)
    {
        _ids = ids;
        _contents = Contents.Of(
            [.. _contents.Songs.Select(song => song with { Id = map(song.Id) })], [.. _contents.Missing.Values.Select(song => song with { Id = map(song.Id) })]);
    }

    private DemoSong Shaped(DemoSong song) => song with { Id = _ids.Song(song.Id) };

    private sealed record Contents(
        IReadOnlyList<DemoSong> Songs, IReadOnlyDictionary<string, DemoSong> ById, IReadOnlyDictionary<string, DemoSong> Missing)
    {
        public static Contents Of(IReadOnlyList<DemoSong> songs, IEnumerable<DemoSong> missing)
        {
            var byId = songs.ToDictionary(song => song.Id, StringComparer.Ordinal);
            var hidden = new Dictionary<string, DemoSong>(StringComparer.Ordinal);
            foreach (var song in missing.Where(song => !byId.ContainsKey(song.Id)))
            {
                hidden[song.Id] = song;
            }

            return new(songs, byId, hidden);
        }
    }
}
