namespace Spotter.Core.Matching.Aliases;

/// <summary>An artist as a catalogue of music describes them.</summary>
/// <param name="Name">The name.</param>
/// <param name="SortName">The name by which the catalogue sorts.</param>
/// <param name="Aliases">Names under which they publish or are written elsewhere.</param>
public sealed record KnownArtist(string Name, string SortName, IReadOnlyList<string> Aliases)
{
    /// <summary>Every name.</summary>
    internal IEnumerable<string> Names => [Name, .. Aliases, .. SortedName.Readings(Name, SortName)];
}
