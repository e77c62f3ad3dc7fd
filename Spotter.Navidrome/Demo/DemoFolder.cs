namespace Spotter.Navidrome.Demo;

/// <summary>The music folder of the embedded server. What is done here the server does not know before a scan.</summary>
public sealed class DemoFolder
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DemoFile> _files = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    internal DemoFolder()
    {
    }

    /// <summary>Puts files into it. A song's id is that under which the server will know it, in the server's shape.</summary>
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

    /// <summary>Writes other tags into a file.</summary>
    public void Retag(string id, Func<DemoSong, DemoSong> change)
        => Change(id, file => file with { Song = change(file.Song) with { Id = id, Path = file.Song.Path }, IsRetagged = true });

    /// <summary>Writes a file again with the tags that it has.</summary>
    public void Touch(string id) => Change(id, file => file with { IsTouched = true });

    /// <summary>Gives a file another name or place.</summary>
    /// <param name="id">The song.</param>
    /// <param name="path">Where it lies now, relative to the folder, with slashes.</param>
    public void Move(string id, string path) => Change(id, file => file with { Song = file.Song with { Path = path }, IsMoved = true });

    /// <summary>Takes files away, as a drive that is not there.</summary>
    public void Lose(params IReadOnlyList<string> ids)
    {
        foreach (var id in ids)
        {
            Change(id, file => file with { IsGone = true });
        }
    }

    /// <summary>Puts lost files back where they were.</summary>
    public void Find(params IReadOnlyList<string> ids)
    {
        foreach (var id in ids)
        {
            Change(id, file => file with { IsGone = false });
        }
    }

    /// <summary>The files as they lie there, and a new beginning: the next scan's changes are counted from here.</summary>
    internal IReadOnlyList<DemoFile> Read()
    {
        lock (_gate)
        {
            return [.. _order.Select(id => _files[id])];
        }
    }

    /// <summary>Makes these its files, as the server knows them.</summary>
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
