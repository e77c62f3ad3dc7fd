namespace Spotter.Core.Providers.Mixtapes;

/// <summary>What could be read from the model's answer.</summary>
/// <param name="Songs">The songs that it names, in order, within the limits.</param>
/// <param name="IsWhole">False if the list was cut off, or was longer than anybody asked for.</param>
public sealed record MixtapeAnswer(IReadOnlyList<NamedSong> Songs, bool IsWhole);
