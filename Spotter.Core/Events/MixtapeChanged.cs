namespace Spotter.Core.Events;

/// <summary>A mixtape is different now: what it is, how it stands, how far its making is, or it is gone.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="MixtapeId">Which.</param>
public sealed record MixtapeChanged(int UserId, int MixtapeId) : IUserEvent;
