namespace Spotter.Core.Events;

/// <summary>The user decided about a match; these rows are different now.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="PlaylistIds">The playlists with such rows.</param>
/// <param name="TrackIds">The rows.</param>
public sealed record TrackMatchChanged(int UserId, IReadOnlyList<int> PlaylistIds, IReadOnlyList<long> TrackIds) : IUserEvent;
