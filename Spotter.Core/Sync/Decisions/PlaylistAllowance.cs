using Spotter.Core.Matching;

namespace Spotter.Core.Sync.Decisions;

/// <summary>What a playlist allows.</summary>
/// <param name="PlaylistId">The playlist.</param>
/// <param name="Name">Its name for the user.</param>
/// <param name="Allows">What it allows.</param>
public sealed record PlaylistAllowance(int PlaylistId, string Name, MatchAllowances Allows);
