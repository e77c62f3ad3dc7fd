using System.Collections.Concurrent;
using Spotter.Core.Events;

namespace Spotter.Core.Sync;

/// <summary>How far the runs under way in this process have come, for pages that open in the middle.</summary>
public sealed class SyncProgressBoard
{
    private readonly ConcurrentDictionary<int, SyncProgressed> _latest = new();

    /// <summary>The latest progress of the playlist's run, or null where none is under way here.</summary>
    public SyncProgressed? Find(int playlistId) => _latest.GetValueOrDefault(playlistId);

    internal void Post(SyncProgressed progress) => _latest[progress.PlaylistId] = progress;

    internal void Clear(int playlistId) => _latest.TryRemove(playlistId, out _);
}
