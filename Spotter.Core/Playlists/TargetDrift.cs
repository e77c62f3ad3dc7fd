using Spotter.Core.Targets;

namespace Spotter.Core.Playlists;

/// <summary>What a run found changed on the server since the run before it, and what became of it.</summary>
public sealed record TargetDrift
{
    /// <summary>When it was found.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What became of it.</summary>
    public EditPolicy Policy { get; init; }

    /// <summary>Songs that were added.</summary>
    public int Added { get; init; }

    /// <summary>Songs that were taken out.</summary>
    public int Removed { get; init; }

    /// <summary>Songs that were moved.</summary>
    public int Moved { get; init; }

    /// <summary>Artists and titles behind <see cref="Added"/>, at most fifty.</summary>
    public IReadOnlyList<string> AddedTitles { get; init; } = [];

    /// <summary>Artists and titles behind <see cref="Removed"/>, at most fifty.</summary>
    public IReadOnlyList<string> RemovedTitles { get; init; } = [];

    /// <summary>Artists and titles behind <see cref="Moved"/>, at most fifty.</summary>
    public IReadOnlyList<string> MovedTitles { get; init; } = [];
}
