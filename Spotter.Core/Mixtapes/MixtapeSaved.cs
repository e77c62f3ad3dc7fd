using Spotter.Core.Facts;

namespace Spotter.Core.Mixtapes;

/// <summary>What became of a form.</summary>
/// <param name="Mixtape">The mixtape, or null where nothing was stored.</param>
/// <param name="Problem">Why nothing was stored; null where it was.</param>
public sealed record MixtapeSaved(Mixtape? Mixtape, Fact? Problem);
