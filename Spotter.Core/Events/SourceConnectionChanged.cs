namespace Spotter.Core.Events;

/// <summary>A connection to a source changed: its state, its content, or it is gone.</summary>
public sealed record SourceConnectionChanged(int UserId, int ConnectionId) : IUserEvent;
