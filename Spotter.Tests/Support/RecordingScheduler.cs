using System.Collections.Concurrent;
using Spotter.Core.Accounts;
using Spotter.Core.Playlists;
using Spotter.Core.Sync;

namespace Spotter.Tests.Support;

/// <summary>Remembers nudges instead of following them.</summary>
internal sealed class RecordingScheduler : ISyncScheduler, IAccountScheduler
{
    public ConcurrentQueue<(int PlaylistId, SyncOperation Operation)> Nudges { get; } = new();

    /// <summary>The delay of the last nudge.</summary>
    public TimeSpan LastWait { get; private set; }

    public ConcurrentQueue<int> Accounts { get; } = new();

    public void Nudge(int playlistId, string playlistName, SyncOperation operation, TimeSpan after)
    {
        LastWait = after;
        Nudges.Enqueue((playlistId, operation));
    }

    public void NudgeAccount(int accountId, string userName) => Accounts.Enqueue(accountId);
}
