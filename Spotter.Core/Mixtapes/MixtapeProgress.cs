namespace Spotter.Core.Mixtapes;

/// <summary>The progress of a making.</summary>
/// <param name="Round">How often the model was asked. 0 while the library is read.</param>
/// <param name="Found">The number of songs chosen.</param>
/// <param name="Wanted">The number of songs wanted.</param>
public sealed record MixtapeProgress(int Round, int Found, int Wanted);
