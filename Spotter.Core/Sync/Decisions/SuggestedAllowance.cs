using Spotter.Core.Matching;

namespace Spotter.Core.Sync.Decisions;

/// <summary>What a playlist would have to allow for a doubtful match to be written without asking.</summary>
/// <param name="PlaylistId">The playlist.</param>
/// <param name="Name">Its name for the user.</param>
/// <param name="Before">What it allows now.</param>
/// <param name="After">The least that it would have to allow.</param>
public sealed record SuggestedAllowance(int PlaylistId, string Name, MatchAllowances Before, MatchAllowances After);
