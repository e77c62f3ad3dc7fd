namespace Spotter.Core.Events;

/// <summary>A mixtape changed: its settings, its state, the progress of its making, or it is gone.</summary>
public sealed record MixtapeChanged(int UserId, int MixtapeId) : IUserEvent;
