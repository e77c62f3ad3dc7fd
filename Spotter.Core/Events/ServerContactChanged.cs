namespace Spotter.Core.Events;

/// <summary>The music server can be reached again, or no longer.</summary>
public sealed record ServerContactChanged(int UserId) : IUserEvent;
