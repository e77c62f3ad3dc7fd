using System.Collections.Concurrent;
using Spotter.Core.Facts;
using Spotter.Core.Formats;
using Spotter.Core.Tracks;

namespace Spotter.Core.Providers.Files.Watching;

/// <summary>The watched folder: what is in it for whom. What has not changed is not read again.</summary>
internal sealed class WatchedFolder(string path, PlaylistFileReader reader, FindKnownDecisions decisionsOf, SidesOf sidesOf, FolderChanges changes, TimeProvider clock)
{
    // Shared by all users who have said nothing of files, mostly all: what is everybody's is read once.
    private readonly ConcurrentDictionary<(string Decisions, string Path), KnownFile> _known = new();
    private readonly ConcurrentDictionary<string, IReadOnlyList<Fact>> _remarks = new(StringComparer.Ordinal);

    public string Path => path;

    /// <summary>What the last read for this user could not turn into playlists.</summary>
    public IReadOnlyList<Fact> FindRemarks(string userName) => _remarks.GetValueOrDefault(userName, []);

    /// <summary>Lists everything that belongs to this user, and reads what is new or has changed.</summary>
    /// <exception cref="ProviderException">The folder does not exist or may not be read.</exception>
    public async Task<FolderLook> LookAsync(string userName, CancellationToken cancellationToken)
    {
        var (files, troubles, leftOut) = List(userName);
        var decisions = await decisionsOf(userName, cancellationToken);
        var playlists = new List<SourcePlaylistSummary>();
        var sources = new Dictionary<string, FolderFile>(StringComparer.Ordinal);
        var unread = new List<Fact>();
        var remarks = new List<Fact>();
        foreach (var file in files)
        {
            if (await FindAsync(file, decisions, cancellationToken) is not { } known)
            {
                continue;
            }

            foreach (var playlist in known.Playlists)
            {
                if (sources.TryAdd(playlist.RemoteId, file))
                {
                    playlists.Add(playlist with { Group = file.Group, Obstacle = known.Trouble is null ? null : new Fact.FileUnreadNow(file.Name, known.Trouble) });
                }
                else
                {
                    LeaveOut(file.IsShared, file.Name, Repeated(file, playlist.Name, sources[playlist.RemoteId]));
                }
            }

            if (known.Playlists.Count == 0)
            {
                unread.Add(LeaveOut(file.IsShared, file.Name, known.IsBusy ? new Fact.FileBusyAtLook(file.Name) : new Fact.FileUnread(file.Name, known.Trouble!)));
            }
        }

        foreach (var trouble in troubles)
        {
            var why = LeaveOut(trouble.IsShared, trouble.Name, trouble.Why);
            if (trouble.MayHoldPlaylists)
            {
                unread.Add(why);
            }
        }

        if (leftOut > 0)
        {
            var remark = new Fact.FilesLeftOut(leftOut, FolderListing.MaxFiles);
            unread.Add(remark);
            remarks.Add(remark);
        }

        Forget(files);
        _remarks[userName] = remarks;
        return new(playlists, sources, unread);

        Fact LeaveOut(bool isShared, string name, Fact why)
        {
            remarks.Add(why);
            playlists.Add(new($"unread:{(isShared ? "" : "own/")}{name}", name, null) { Group = FolderFile.GroupOf(isShared), Obstacle = why });
            return why;
        }
    }

    /// <summary>One playlist of a file, or null if the file or its playlist is gone.</summary>
    /// <exception cref="ProviderException">The file cannot be read.</exception>
    public async Task<SourcePlaylist?> ReadAsync(FolderFile file, string userName, string remoteId, CancellationToken cancellationToken)
    {
        try
        {
            var decisions = await decisionsOf(userName, cancellationToken);
            var read = await ReadSettledAsync(file, decisions, cancellationToken);
            return read?.FirstOrDefault(playlist => playlist.RemoteId == remoteId) is { } found
                ? Stamped(await sidesOf(userName, found, cancellationToken), file, decisions)
                : null;
        }
        catch (PlaylistFileException refusal)
        {
            throw Failure(ProviderFailure.Malformed, new Fact.FileUnreadNow(file.Name, refusal.Refusal), refusal);
        }
        catch (UnauthorizedAccessException refusal)
        {
            throw Failure(ProviderFailure.Forbidden, NotAllowed(file), refusal);
        }
        catch (IOException busy)
        {
            changes.NoteBusy();
            throw Failure(ProviderFailure.Unavailable, new Fact.FileBusy(file.Name), busy);
        }
    }

    private static ProviderException Failure(ProviderFailure failure, Fact reason, Exception cause) => new(ProviderKinds.File, failure, reason, cause);

    private static Fact Repeated(FolderFile file, string playlist, FolderFile other)
        => other.IsShared ? new Fact.FileRepeats(file.Name, playlist, other.Name) : new Fact.FileRepeatsOwn(file.Name, playlist, other.Name);

    private static Fact.FileForbidden NotAllowed(FolderFile file) => new(file.Name);

    private FolderContent List(string userName)
    {
        try
        {
            return FolderListing.Of(path, userName);
        }
        catch (UnauthorizedAccessException refusal)
        {
            throw Failure(ProviderFailure.Unavailable, new Fact.FolderForbidden(), refusal);
        }
        catch (DirectoryNotFoundException failure)
        {
            changes.NoteMissing();
            throw Failure(ProviderFailure.Unavailable, new Fact.FolderMissing(), failure);
        }
        catch (IOException failure)
        {
            throw Failure(ProviderFailure.Unavailable, new Fact.FolderUnread(), failure);
        }
    }

    /// <summary>What the file holds, or null where it has gone meanwhile.</summary>
    private async Task<KnownFile?> FindAsync(FolderFile file, KnownDecisions decisions, CancellationToken cancellationToken)
    {
        var before = _known.GetValueOrDefault((decisions.Stamp, file.FullPath));
        if (before?.Stamp == file.Stamp)
        {
            return before;
        }

        var held = before?.Playlists ?? [];
        try
        {
            if (await ReadSettledAsync(file, decisions, cancellationToken) is not { } playlists)
            {
                return null;
            }

            return _known[(decisions.Stamp, file.FullPath)] = new(file.Stamp, [.. playlists.Select(playlist => Stamped(playlist, file, decisions).Summary)]);
        }
        catch (PlaylistFileException refusal)
        {
            return _known[(decisions.Stamp, file.FullPath)] = new(file.Stamp, held) { Trouble = refusal.Refusal };
        }
        catch (UnauthorizedAccessException)
        {
            // A changed permission does not change the stamp, so the file is tried again each time.
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
    private async Task<IReadOnlyList<PlaylistFile>?> ReadSettledAsync(FolderFile file, KnownDecisions decisions, CancellationToken cancellationToken)
    {
        if (!file.IsSettled(clock.GetUtcNow()))
        {
            throw new IOException("It was written to a moment ago.");
        }

        // Something of length zero may be a pipe instead of a file, and opening a pipe blocks.
        if (file.Length == 0)
        {
            throw new PlaylistFileException(new Fact.FileEmpty());
        }

        try
        {
            IReadOnlyList<PlaylistFile> read;
            await using (var content = Open(file))
            {
                read = await reader.ReadAsync(content, file.Name, givenName: null, cancellationToken, decisions);
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

    // What a file holds moves with what its user says of it, too.
    private static SourcePlaylist Stamped(PlaylistFile read, FolderFile file, KnownDecisions decisions)
    {
        var playlist = read.ToSourcePlaylist();
        var ofTable = read.Mapped is null ? "" : $" {decisions.Tables.Stamp}";
        var ofPlaylist = read.Choice == ReadingChoice.None ? "" : $" {read.Choice.CodePage}/{read.Choice.IsTitleFirst}";
        return playlist with { Summary = playlist.Summary with { Version = $"{file.Stamp}{ofTable}{ofPlaylist}" } };
    }

    private static FileStream Open(FolderFile file)
        // Checked again: it could have become a link since it was listed.
        => new FileInfo(file.FullPath).LinkTarget is null
            ? new FileStream(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous)
            : throw new FileNotFoundException();

    /// <summary>Forgets files that are gone from the folders just listed.</summary>
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
