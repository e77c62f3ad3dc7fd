namespace Spotter.Core.Providers.Mixtapes;

/// <summary>What could be read of the model's words.</summary>
/// <param name="Songs">The songs that it names, in order, as far as the limits go.</param>
/// <param name="IsWhole">False where the list broke off, or was longer than anybody asked for.</param>
public sealed record MixtapeAnswer(IReadOnlyList<NamedSong> Songs, bool IsWhole);
