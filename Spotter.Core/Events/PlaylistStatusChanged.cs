namespace Spotter.Core.Events;

/// <summary>A playlist's row is different now: status, counts, name, switch.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="PlaylistId">Which.</param>
public sealed record PlaylistStatusChanged(int UserId, int PlaylistId) : IUserEvent;
