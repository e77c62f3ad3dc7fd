using Spotter.Core.Facts;

namespace Spotter.Core.Mixtapes;

/// <summary>The result of saving the form.</summary>
/// <param name="Mixtape">The mixtape, or null if nothing was stored.</param>
/// <param name="Problem">Why nothing was stored. Null if it was.</param>
public sealed record MixtapeSaved(Mixtape? Mixtape, Fact? Problem);
