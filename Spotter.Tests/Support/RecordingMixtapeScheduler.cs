using System.Collections.Concurrent;
using Spotter.Core.Mixtapes;

namespace Spotter.Tests.Support;

/// <summary>Remembers nudges instead of following them.</summary>
internal sealed class RecordingMixtapeScheduler : IMixtapeScheduler
{
    public ConcurrentQueue<(int MixtapeId, string Name)> Nudges { get; } = new();

    public void NudgeMixtape(int mixtapeId, string name) => Nudges.Enqueue((mixtapeId, name));
}
