using Microsoft.Extensions.Logging;

namespace Spotter.Core.Providers.Files.Watching;

/// <summary>Watches the folder for changes. The watch is renewed if the folder is recreated or the system's buffer overflows.</summary>
internal sealed partial class FolderWatch(string folder, FolderChanges changes, TimeProvider clock, ILogger logger) : IDisposable
{
    /// <summary>Rarely enough to let a disk spin down.</summary>
    private static readonly TimeSpan BetweenChecks = TimeSpan.FromSeconds(30);

    private FileSystemWatcher? _watcher;
    private DateTimeOffset _nextCheck = DateTimeOffset.MinValue;
    private DateTime? _madeAt;
    private bool _isFirst = true;
    private bool _isSaid;
    private volatile bool _isBroken;

    /// <summary>Makes sure that the folder is watched, if it exists. Not safe for concurrent calls.</summary>
    public void Check()
    {
        var now = clock.GetUtcNow();
        if (now < _nextCheck && !_isBroken)
        {
            return;
        }

        _nextCheck = now + BetweenChecks;
        var madeAt = FindMaking();
        var isAnother = madeAt != _madeAt;
        if (isAnother && !_isFirst)
        {
            // The folder was removed or came back: its content may have changed without events.
            changes.Note();
        }

        if (madeAt is not null)
        {
            changes.NoteThere();
        }

        if (isAnother || _isBroken || (_watcher is null && madeAt is not null))
        {
            _isBroken = false;
            Renew(madeAt is not null);
        }

        if (_isFirst && madeAt is null)
        {
            Log.Missing(logger, folder);
        }

        (_madeAt, _isFirst) = (madeAt, false);
    }

    public void Dispose() => _watcher?.Dispose();

    /// <summary>The creation time of the folder, or null if there is none.</summary>
    private DateTime? FindMaking()
    {
        try
        {
            return Directory.Exists(folder) ? Directory.GetCreationTimeUtc(folder) : null;
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            // A mount whose other end does not answer.
            return null;
        }
    }

    private void Renew(bool isThere)
    {
        _watcher?.Dispose();
        _watcher = null;
        if (!isThere)
        {
            return;
        }

        try
        {
            _watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true, InternalBufferSize = 65_536 };
            _watcher.Created += OnChanged;
            _watcher.Changed += OnChanged;
            _watcher.Deleted += OnChanged;
            _watcher.Renamed += (_, e) => Note(e.OldName, e.Name);
            _watcher.Error += (_, _) =>
            {
                _isBroken = true;
                changes.Note();
            };
            _watcher.EnableRaisingEvents = true;
        }
        catch (Exception failure) when (failure is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // The folder is gone again, or the system's limit of watches is reached. The schedule finds changes anyway.
            _watcher?.Dispose();
            _watcher = null;
            if (!_isSaid)
            {
                _isSaid = true;
                Log.NotWatched(logger, folder, failure.Message);
            }
        }
    }

    private void OnChanged(object sender, FileSystemEventArgs e) => Note(e.Name);

    private void Note(params ReadOnlySpan<string?> names)
    {
        foreach (var name in names)
        {
            // A folder, perhaps a user's, or a file that may be a playlist. Nothing deeper is read.
            var parts = (name ?? "").Split(Path.DirectorySeparatorChar);
            if (parts.Length <= 2 && (FolderListing.IsCandidate(parts[^1]) || (parts.Length == 1 && MayBeFolder(parts[0]))))
            {
                changes.Note();
            }
        }
    }

    private bool MayBeFolder(string name) => Path.GetExtension(name).Length == 0 || Directory.Exists(Path.Combine(folder, name));

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "The system does not report changes in {Folder} ({Failure}); the schedule finds them.")]
        public static partial void NotWatched(ILogger logger, string folder, string failure);

        [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "The watched folder {Folder} is not there (Sources:Files:WatchFolder). It is read as soon as it is.")]
        public static partial void Missing(ILogger logger, string folder);
    }
}
