using System.Collections.Concurrent;
using Spotter.Core.Events;

namespace Spotter.Core.Sync;

/// <summary>The progress of the runs in this process, for pages that are opened during a run.</summary>
public sealed class SyncProgressBoard
{
    private readonly ConcurrentDictionary<int, SyncProgressed> _latest = new();

    /// <summary>The latest progress of the playlist's run, or null if none is running here.</summary>
    public SyncProgressed? Find(int playlistId) => _latest.GetValueOrDefault(playlistId);

    internal void Post(SyncProgressed progress) => _latest[progress.PlaylistId] = progress;

    internal void Clear(int playlistId) => _latest.TryRemove(playlistId, out _);
}
