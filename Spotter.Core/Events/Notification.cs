using Spotter.Core.Facts;

namespace Spotter.Core.Events;

/// <summary>Something the user should be told wherever they are. What must last is a SyncEvent beside it.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="Severity">How it is meant.</param>
/// <param name="What">What there is to say.</param>
/// <param name="PlaylistId">The playlist it concerns, or null.</param>
public sealed record Notification(int UserId, NotificationSeverity Severity, Fact What, int? PlaylistId = null) : IUserEvent;
