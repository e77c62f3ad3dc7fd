namespace Spotter.Core.Mixtapes;

/// <summary>How far a making is.</summary>
/// <param name="Round">How often the model has been asked; 0 while the library is read.</param>
/// <param name="Found">Songs that are settled.</param>
/// <param name="Wanted">Songs that are wanted.</param>
public sealed record MixtapeProgress(int Round, int Found, int Wanted);
