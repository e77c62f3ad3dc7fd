namespace Spotter.Core.Targets;

/// <summary>One row of a target as Spotter last wrote it.</summary>
/// <param name="SongId">The song.</param>
public sealed record TargetEntry(string SongId)
{
    /// <summary>Whether the user added it on the server, whatever the source says about it since.</summary>
    public bool IsUsers { get; init; }

    /// <summary>Whether its file was missing, so that the server did not show it. The row is remembered and reappears with the
    /// file.</summary>
    public bool IsAbsent { get; init; }
}
