namespace Spotter.Core.Events;

/// <summary>A playlist's row changed: status, counts, name, or whether sync is on.</summary>
public sealed record PlaylistStatusChanged(int UserId, int PlaylistId) : IUserEvent;
