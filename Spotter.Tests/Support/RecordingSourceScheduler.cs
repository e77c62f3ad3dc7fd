using System.Collections.Concurrent;
using Spotter.Core.Playlists;
using Spotter.Core.Sources;

namespace Spotter.Tests.Support;

/// <summary>Remembers nudges instead of following them.</summary>
internal sealed class RecordingSourceScheduler : ISourceScheduler
{
    public ConcurrentQueue<(int ConnectionId, string Name, SyncTrigger Trigger)> Nudges { get; } = new();

    public void NudgeConnection(int connectionId, string name, SyncTrigger trigger) => Nudges.Enqueue((connectionId, name, trigger));
}
