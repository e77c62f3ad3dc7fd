namespace Spotter.Navidrome.Demo;

/// <summary>The music folder of the embedded server. The server learns about changes here at the next scan.</summary>
public sealed class DemoFolder
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DemoFile> _files = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    internal DemoFolder()
    {
    }

    /// <summary>Adds files. A song's id is the one that the server will give it, in the server's form.</summary>
    public void Add(params IReadOnlyList<DemoSong> songs)
    {
        lock (_gate)
        {
            foreach (var song in songs)
            {
                Put(song.Id, new DemoFile(song));
            }
        }
    }

    /// <summary>Changes the tags of a file.</summary>
    public void Retag(string id, Func<DemoSong, DemoSong> change)
        => Change(id, file => file with { Song = change(file.Song) with { Id = id, Path = file.Song.Path }, IsRetagged = true });

    /// <summary>Rewrites a file with the same tags.</summary>
    public void Touch(string id) => Change(id, file => file with { IsTouched = true });

    /// <summary>Renames or moves a file.</summary>
    /// <param name="id">The song.</param>
    /// <param name="path">The new path, relative to the folder, with slashes.</param>
    public void Move(string id, string path) => Change(id, file => file with { Song = file.Song with { Path = path }, IsMoved = true });

    /// <summary>Removes files, like a drive that is not mounted.</summary>
    public void Lose(params IReadOnlyList<string> ids)
    {
        foreach (var id in ids)
        {
            Change(id, file => file with { IsGone = true });
        }
    }

    /// <summary>Restores removed files.</summary>
    public void Find(params IReadOnlyList<string> ids)
    {
        foreach (var id in ids)
        {
            Change(id, file => file with { IsGone = false });
        }
    }

    /// <summary>The current files. The next scan's changes are counted from here.</summary>
    internal IReadOnlyList<DemoFile> Read()
    {
        lock (_gate)
        {
            return [.. _order.Select(id => _files[id])];
        }
    }

    /// <summary>Replaces the files with those that the server knows.</summary>
    internal void Settle(IEnumerable<DemoFile> files)
    {
        lock (_gate)
        {
            _files.Clear();
            _order.Clear();
            foreach (var file in files)
            {
                Put(file.Song.Id, new DemoFile(file.Song) { IsGone = file.IsGone, WasGone = file.IsGone });
            }
        }
    }

    private void Put(string id, DemoFile file)
    {
        if (!_files.ContainsKey(id))
        {
            _order.Add(id);
        }

        _files[id] = file;
    }

    private void Change(string id, Func<DemoFile, DemoFile> change)
    {
        lock (_gate)
        {
            _files[id] = change(_files.TryGetValue(id, out var file) ? file : throw new ArgumentException($"No file has the song {id}.", nameof(id)));
        }
    }
}
