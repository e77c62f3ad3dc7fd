namespace Spotter.Core.Targets;

/// <summary>One row of a target as we left it.</summary>
/// <param name="SongId">The song.</param>
public sealed record TargetEntry(string SongId)
{
    /// <summary>Whether the user put it there on the server, whatever the source says of it since.</summary>
    public bool IsUsers { get; init; }

    /// <summary>Whether its file was missing, so that the server did not show it: the row is remembered and comes back with the file.</summary>
    public bool IsAbsent { get; init; }
}
