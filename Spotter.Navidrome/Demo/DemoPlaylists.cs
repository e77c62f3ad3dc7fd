using System.Text.Json;

namespace Spotter.Navidrome.Demo;

/// <summary>The playlists of the embedded server, stored in a file if a path is given.</summary>
public sealed class DemoPlaylists
{
    private readonly Lock _gate = new();
    private readonly string? _path;
    private readonly Func<DemoIdMaker> _ids;
    private readonly TimeProvider _clock;
    private Dictionary<string, DemoPlaylist> _playlists;

    internal DemoPlaylists(string? path, Func<DemoIdMaker> ids, TimeProvider clock)
    {
        _path = path;
        _ids = ids;
        _clock = clock;
        _playlists = Load(path).ToDictionary(playlist => playlist.Id, StringComparer.Ordinal);
    }

    /// <summary>Every playlist, by name.</summary>
    public IReadOnlyList<DemoPlaylist> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _playlists.Values.OrderBy(playlist => playlist.Name, StringComparer.OrdinalIgnoreCase).ThenBy(playlist => playlist.Number)];
            }
        }
    }

    /// <summary>The playlist, or null.</summary>
    public DemoPlaylist? Find(string id)
    {
        lock (_gate)
        {
            return _playlists.GetValueOrDefault(id);
        }
    }

    /// <summary>Creates a playlist. The same name twice makes two playlists.</summary>
    public DemoPlaylist Create(string owner, string name, IReadOnlyList<string> songIds, bool isReadOnly = false, bool isPublic = false)
    {
        var now = _clock.GetUtcNow();
        lock (_gate)
        {
            return Store(new DemoPlaylist
            {
                Id = _ids().Playlist(), Name = name, Owner = owner, SongIds = songIds, IsReadOnly = isReadOnly, IsPublic = isPublic,
                Number = _playlists.Values.Select(playlist => playlist.Number).DefaultIfEmpty().Max() + 1, Created = now, Changed = now,
            });
        }
    }

    /// <summary>Changes a playlist, like a user in the server's own web pages.</summary>
    public DemoPlaylist Change(string id, Func<DemoPlaylist, DemoPlaylist> change)
    {
        lock (_gate)
        {
            return Store(change(_playlists[id]) with { Changed = _clock.GetUtcNow() });
        }
    }

    /// <summary>Deletes one.</summary>
    public bool Delete(string id)
    {
        lock (_gate)
        {
            var removed = _playlists.Remove(id);
            Save();
            return removed;
        }
    }

    /// <summary>Deletes all playlists.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _playlists.Clear();
            Save();
        }
    }

    /// <summary>Gives every playlist and every row its id after an upgrade.</summary>
    internal void Upgrade(Func<string, string> map)
    {
        lock (_gate)
        {
            _playlists = _playlists.Values
                .Select(playlist => playlist with
                {
                    Id = map(playlist.Id), SongIds = [.. playlist.SongIds.Select(map)], FileSongIds = playlist.FileSongIds?.Select(map).ToList(),
                })
                .ToDictionary(playlist => playlist.Id, StringComparer.Ordinal);
            Save();
        }
    }

    private DemoPlaylist Store(DemoPlaylist playlist)
    {
        lock (_gate)
        {
            _playlists[playlist.Id] = playlist;
            Save();
            return playlist;
        }
    }

    private static List<DemoPlaylist> Load(string? path)
    {
        if (path is null || !File.Exists(path))
        {
            return [];
        }

        try
        {
            return JsonSerializer.Deserialize<List<DemoPlaylist>>(File.ReadAllBytes(path)) ?? [];
        }
        catch (JsonException)
        {
            // A demo whose file was damaged starts over.
            return [];
        }
    }

    private void Save()
    {
        if (_path is null)
        {
            return;
        }

        // Written to a new file and renamed, so that killing the process leaves the old file or the new one.
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_path))!);
        var beside = _path + ".new";
        File.WriteAllBytes(beside, JsonSerializer.SerializeToUtf8Bytes(_playlists.Values));
        File.Move(beside, _path, overwrite: true);
    }
}
