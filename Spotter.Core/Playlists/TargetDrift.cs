using Spotter.Core.Targets;

namespace Spotter.Core.Playlists;

/// <summary>What a run found changed on the server since the previous run, and what happened to it.</summary>
public sealed record TargetDrift
{
    /// <summary>When it was found.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The policy that was applied to it.</summary>
    public EditPolicy Policy { get; init; }

    /// <summary>The number of songs added.</summary>
    public int Added { get; init; }

    /// <summary>The number of songs removed.</summary>
    public int Removed { get; init; }

    /// <summary>The number of songs moved.</summary>
    public int Moved { get; init; }

    /// <summary>Artists and titles of the added songs, at most fifty.</summary>
    public IReadOnlyList<string> AddedTitles { get; init; } = [];

    /// <summary>Artists and titles of the removed songs, at most fifty.</summary>
    public IReadOnlyList<string> RemovedTitles { get; init; } = [];

    /// <summary>Artists and titles of the moved songs, at most fifty.</summary>
    public IReadOnlyList<string> MovedTitles { get; init; } = [];
}
