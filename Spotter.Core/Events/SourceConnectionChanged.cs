namespace Spotter.Core.Events;

/// <summary>A connection to a source is different now: its state, what it brings, or it is gone.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="ConnectionId">Which.</param>
public sealed record SourceConnectionChanged(int UserId, int ConnectionId) : IUserEvent;
