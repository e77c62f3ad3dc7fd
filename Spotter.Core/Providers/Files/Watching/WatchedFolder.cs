using System.Collections.Concurrent;
using System.Globalization;
using Spotter.Core.Formats;
using Spotter.Core.Tracks;

namespace Spotter.Core.Providers.Files.Watching;

/// <summary>The watched folder: what is in it for whom. What has not changed is not read again.</summary>
internal sealed class WatchedFolder(string path, PlaylistFileReader reader, KnownTablesOf tablesOf, SidesOf sidesOf, FolderChanges changes, TimeProvider clock)
{
    // Shared by all users who have said nothing of tables, mostly all: what is everybody's is read once.
    private readonly ConcurrentDictionary<(string Tables, string Path), KnownFile> _known = new();
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _remarks = new(StringComparer.Ordinal);

    public string Path => path;

    /// <summary>What the last look for this user could not make a playlist of.</summary>
    public IReadOnlyList<string> FindRemarks(string userName) => _remarks.GetValueOrDefault(userName, []);

    /// <summary>Looks at everything that is this user's, and reads what is new or has changed.</summary>
    /// <exception cref="ProviderException">The folder is not there, or may not be read.</exception>
    public async Task<FolderLook> LookAsync(string userName, CancellationToken cancellationToken)
    {
        var (files, troubles, leftOut) = List(userName);
        var tables = await tablesOf(userName, cancellationToken);
        var playlists = new List<SourcePlaylistSummary>();
        var sources = new Dictionary<string, FolderFile>(StringComparer.Ordinal);
        var unread = new List<string>();
        var remarks = new List<string>();
        foreach (var file in files)
        {
            if (await FindAsync(file, tables, cancellationToken) is not { } known)
            {
                continue;
            }

            foreach (var playlist in known.Playlists)
            {
                if (sources.TryAdd(playlist.RemoteId, file))
                {
                    playlists.Add(playlist with { Group = file.Group, Obstacle = known.Trouble is null ? null : $"“{file.Name}” cannot be read any more. {known.Trouble}" });
                }
                else
                {
                    LeaveOut(file.Group, file.Name, $"“{file.Name}” holds the playlist “{playlist.Name}” too, which is read from {Owned(sources[playlist.RemoteId])}. Take one of them away, or give its playlist another name.");
                }
            }

            if (known.Playlists.Count == 0)
            {
                unread.Add(LeaveOut(file.Group, file.Name, known.IsBusy ? $"“{file.Name}” is being written just now. It is read at the next look." : $"“{file.Name}” could not be read. {known.Trouble}"));
            }
        }

        foreach (var trouble in troubles)
        {
            var sentence = LeaveOut(trouble.Group, trouble.Name, trouble.Sentence);
            if (trouble.MayHoldPlaylists)
            {
                unread.Add(sentence);
            }
        }

        if (leftOut > 0)
        {
            var sentence = string.Create(CultureInfo.InvariantCulture, $"{leftOut:N0} more files were not read: a watched folder takes {FolderListing.MaxFiles:N0}. Take away what is not needed any more.");
            unread.Add(sentence);
            remarks.Add(sentence);
        }

        Forget(files);
        _remarks[userName] = remarks;
        return new(playlists, sources, unread);

        string LeaveOut(string group, string name, string sentence)
        {
            remarks.Add(sentence);
            playlists.Add(new($"unread:{group}/{name}", name, null) { Group = group, Obstacle = sentence });
            return sentence;
        }
    }

    /// <summary>One playlist of a file, or null where the file or its playlist is gone.</summary>
    /// <exception cref="ProviderException">The file cannot be read.</exception>
    public async Task<SourcePlaylist?> ReadAsync(FolderFile file, string userName, string remoteId, CancellationToken cancellationToken)
    {
        try
        {
            var tables = await tablesOf(userName, cancellationToken);
            var read = await ReadSettledAsync(file, tables, cancellationToken);
            return read?.FirstOrDefault(playlist => playlist.RemoteId == remoteId) is { } found
                ? Stamped(await sidesOf(userName, found, cancellationToken), file, tables)
                : null;
        }
        catch (PlaylistFileException refusal)
        {
            throw Failure(ProviderFailure.Malformed, $"“{file.Name}” cannot be read any more. {refusal.Message}", refusal);
        }
        catch (UnauthorizedAccessException refusal)
        {
            throw Failure(ProviderFailure.Forbidden, NotAllowed(file), refusal);
        }
        catch (IOException busy)
        {
            changes.NoteBusy();
            throw Failure(ProviderFailure.Unavailable, $"“{file.Name}” is being written just now. Nothing was changed.", busy);
        }
    }

    private static ProviderException Failure(ProviderFailure failure, string sentence, Exception cause) => new(ProviderKinds.File, failure, sentence, cause);

    private static string Owned(FolderFile file) => file.IsShared ? $"“{file.Name}”" : $"your own “{file.Name}”";

    private static string NotAllowed(FolderFile file)
        => $"Spotter may not read “{file.Name}”. Whoever put it there can let others read it.";

    private FolderContent List(string userName)
    {
        try
        {
            return FolderListing.Of(path, userName);
        }
        catch (UnauthorizedAccessException refusal)
        {
            throw Failure(
                ProviderFailure.Unavailable,
                "Spotter may not read the watched folder. Its playlists stay as they were last read. Whoever runs this Spotter can give it the right to.", refusal);
        }
        catch (IOException failure)
        {
            throw Failure(
                ProviderFailure.Unavailable,
                failure is DirectoryNotFoundException
                    ? "The watched folder is not there: its disk may not be mounted. Its playlists stay as they were last read. Whoever runs this Spotter can check Sources:Files:WatchFolder."
                    : "The watched folder could not be read: its disk may be away or broken. Its playlists stay as they were last read.",
                failure);
        }
    }

    /// <summary>What the file holds, or null where it has gone meanwhile.</summary>
    private async Task<KnownFile?> FindAsync(FolderFile file, KnownTables tables, CancellationToken cancellationToken)
    {
        var before = _known.GetValueOrDefault((tables.Stamp, file.FullPath));
        if (before?.Stamp == file.Stamp)
        {
            return before;
        }

        var held = before?.Playlists ?? [];
        try
        {
            if (await ReadSettledAsync(file, tables, cancellationToken) is not { } playlists)
            {
                return null;
            }

            return _known[(tables.Stamp, file.FullPath)] = new(file.Stamp, [.. playlists.Select(playlist => Stamped(playlist, file, tables).Summary)]);
        }
        catch (PlaylistFileException refusal)
        {
            return _known[(tables.Stamp, file.FullPath)] = new(file.Stamp, held) { Trouble = refusal.Message };
        }
        catch (UnauthorizedAccessException)
        {
            // A right that is given moves no stamp: it is tried again each time.
            return new(file.Stamp, held) { Trouble = NotAllowed(file) };
        }
        catch (IOException)
        {
            changes.NoteBusy();
            return new(file.Stamp, held) { IsBusy = true };
        }
    }

    /// <summary>The playlists of a file that nobody is at, or null where it has gone.</summary>
    /// <exception cref="IOException">Somebody is at it.</exception>
    private async Task<IReadOnlyList<PlaylistFile>?> ReadSettledAsync(FolderFile file, KnownTables tables, CancellationToken cancellationToken)
    {
        if (!file.IsSettled(clock.GetUtcNow()))
        {
            throw new IOException("It was written to a moment ago.");
        }

        // What has no length may be no file at all but a pipe, which nobody opens in vain.
        if (file.Length == 0)
        {
            throw new PlaylistFileException("The file is empty.");
        }

        try
        {
            IReadOnlyList<PlaylistFile> read;
            await using (var content = Open(file))
            {
                read = await reader.ReadAsync(content, file.Name, givenName: null, cancellationToken, tables);
            }

            return FolderFile.Of(new FileInfo(file.FullPath), file.IsShared) == file
                ? read
                : throw new IOException("It was changed while it was read.");
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    // What a table holds moves with what its user says of it, too.
    private static SourcePlaylist Stamped(PlaylistFile read, FolderFile file, KnownTables tables)
        => read.ToSourcePlaylist() is var playlist
            ? playlist with { Summary = playlist.Summary with { Version = read.Mapped is null ? file.Stamp : $"{file.Stamp} {tables.Stamp}" } }
            : playlist;

    private static FileStream Open(FolderFile file)
        // Looked at again: it could have become a link since it was listed.
        => new FileInfo(file.FullPath).LinkTarget is null
            ? new FileStream(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous)
            : throw new FileNotFoundException();

    /// <summary>Forgets files of the folders just looked at that are not there any more.</summary>
    private void Forget(IReadOnlyList<FolderFile> files)
    {
        var there = files.Select(file => file.FullPath).ToHashSet(StringComparer.Ordinal);
        var folders = files.Select(file => System.IO.Path.GetDirectoryName(file.FullPath)).Append(path).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in _known.Keys.Where(known => !there.Contains(known.Path) && folders.Contains(System.IO.Path.GetDirectoryName(known.Path))))
        {
            _known.TryRemove(gone, out _);
        }
    }
}
