namespace Spotter.Core.Matching.Aliases;

/// <summary>An artist as a music catalogue describes them.</summary>
/// <param name="Name">The name.</param>
/// <param name="SortName">The name for sorting.</param>
/// <param name="Aliases">Other names that they publish under or that are used elsewhere.</param>
public sealed record KnownArtist(string Name, string SortName, IReadOnlyList<string> Aliases)
{
    /// <summary>All names.</summary>
    internal IEnumerable<string> Names => [Name, .. Aliases, .. SortedName.Readings(Name, SortName)];
}
