namespace Spotter.Core.Sync.Decisions;

/// <summary>A change of decisions that was stored in one piece, and can be undone in one piece (<see cref="DecisionRecorder.UndoAsync"/>).</summary>
public sealed class DecisionChange
{
    private readonly Lazy<HashSet<string>> _keys;

    internal DecisionChange(IReadOnlyList<ChangedDecisions> tracks)
    {
        Tracks = tracks;
        _keys = new(() => Tracks.Select(track => track.Key).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>A change of nothing.</summary>
    public static DecisionChange None { get; } = new([]);

    /// <summary>About how many tracks the user now decides differently.</summary>
    public int TrackCount => Tracks.Count;

    /// <summary>The ids of the decisions that were added.</summary>
    public IEnumerable<int> AddedIds => Tracks.SelectMany(track => track.After.Select(pin => pin.Id).Except(track.Before.Select(pin => pin.Id)));

    internal IReadOnlyList<ChangedDecisions> Tracks { get; }

    /// <summary>Whether decisions about the track with this key have changed.</summary>
    public bool Concerns(string trackKey) => _keys.Value.Contains(trackKey);
}
