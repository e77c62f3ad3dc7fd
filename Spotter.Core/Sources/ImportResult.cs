namespace Spotter.Core.Sources;

/// <summary>What storing a source's playlist changed.</summary>
/// <param name="PlaylistId">The playlist.</param>
/// <param name="Plan">What was planned; nothing but that was done.</param>
/// <param name="IsStored">False where it would have removed too much and nobody had approved that: nothing was changed.</param>
public sealed record ImportResult(int? PlaylistId, ImportPlan Plan, bool IsStored);
