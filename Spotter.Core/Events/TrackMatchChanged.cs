namespace Spotter.Core.Events;

/// <summary>The user decided about a match, which changed these rows.</summary>
/// <param name="UserId">The user.</param>
/// <param name="PlaylistIds">The playlists with such rows.</param>
/// <param name="TrackIds">The rows.</param>
public sealed record TrackMatchChanged(int UserId, IReadOnlyList<int> PlaylistIds, IReadOnlyList<long> TrackIds) : IUserEvent;
