namespace Spotter.Core.Sources;

/// <summary>What storing a source's playlist changed.</summary>
/// <param name="PlaylistId">The playlist.</param>
/// <param name="Plan">The plan, which was carried out exactly.</param>
/// <param name="IsStored">False if it would have removed too much without approval: nothing was changed.</param>
public sealed record ImportResult(int? PlaylistId, ImportPlan Plan, bool IsStored);
